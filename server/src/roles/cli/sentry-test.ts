import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { createErrorReporter } from '../../platform/observability/error-reporter.ts'
import { VERSION } from '../../version.ts'
import type { Command } from './command.ts'

export const sentryTest: Command = {
  name: 'sentry-test',
  usage: 'sentry-test [--json]',
  summary: 'Sends a test event to SENTRY_DSN; exit code 0 only if Sentry took it.',
  run: async words => {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    const config = loadConfig()
    const { sentryDsn: dsn } = config.secrets
    const reporter = await createErrorReporter({ dsn, version: VERSION, production: config.production })
    const status = await reporter.test()
    await reporter.close()
    const taken = status !== null && status >= 200 && status < 300
    if (values.json) console.log(JSON.stringify({ configured: dsn !== null, delivered: taken, status }))
    else console.log(describe(dsn !== null, status))
    return taken ? 0 : 1
  },
}

function describe(configured: boolean, status: number | null): string {
  if (!configured) return 'Not configured: SENTRY_DSN is not set.'
  if (status === null) return 'Sentry did not answer.'
  return status < 300 ? 'Sentry took the test event.' : `Sentry refused the test event (${status}).`
}
