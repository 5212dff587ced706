import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { sendJson } from '../../platform/resilience/outbound.ts'
import { findRunningServer } from '../running-server.ts'
import type { Command } from './command.ts'

type Check = { status: string; took_ms: number; detail?: Record<string, unknown> }
type Report = { status: string; checks: Record<string, Check>; version: string }

export const health: Command = {
  name: 'health',
  usage: 'health [--json]',
  summary: 'Asks the running product how it is; exit code 0 only if all is well.',
  run: async words => {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    const config = loadConfig()
    const running = await findRunningServer(config.dataDir)
    const report = running ? await ask(running.url) : null
    if (values.json) console.log(JSON.stringify(report ?? { status: 'down', checks: {} }))
    else if (report) print(report)
    else console.log('The product is not running.')
    return report?.status === 'ok' ? 0 : 1
  },
}

async function ask(url: string): Promise<Report | null> {
  const request = { provider: 'askpro', operation: 'health', url: `${url}/health`, timeoutMs: 10_000 }
  try {
    // 503 is an answer: it says what is down.
    return (await sendJson({ ...request, expect: [503] })) as Report
  } catch {
    return null
  }
}

function print(report: Report): void {
  console.log(`AskProAI ${report.version}: ${report.status}`)
  for (const [name, check] of Object.entries(report.checks)) {
    const detail = Object.entries(check.detail ?? {}).map(([key, value]) => `${key} ${value}`)
    const took = `${check.took_ms} ms`.padStart(10)
    console.log(`  ${name.padEnd(12)} ${check.status.padEnd(16)} ${took}  ${detail.join(', ')}`.trimEnd())
  }
}
