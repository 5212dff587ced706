import { join } from 'node:path'
import { type Config, ConfigError } from '../config.ts'
import { createErrorReporter } from '../platform/observability/error-reporter.ts'
import { createLog, type Log } from '../platform/observability/log.ts'
import { type LogFile, openLogFile } from '../platform/observability/log-file.ts'
import { VERSION } from '../version.ts'
import type { Role } from './serve.ts'

export type OpenLog = { readonly log: Log; close(): Promise<void> }

/** The log of a role: stdout, files below `DATA_DIR/logs`, and unexpected errors to Sentry, as configured. */
export async function openLog(config: Config, role: Role): Promise<OpenLog> {
  const reporter = await createErrorReporter({
    dsn: config.secrets.sentryDsn,
    version: VERSION,
    production: config.production,
  })
  const file = config.logFileDays === 0 ? null : await openFile(config, role)
  const log = createLog({ level: config.logLevel, file: file?.stream ?? null, onError: reporter.report })
  return {
    log,
    close: async () => {
      await reporter.close()
      file?.close()
    },
  }
}

async function openFile(config: Config, role: Role): Promise<LogFile> {
  const folder = join(config.dataDir, 'logs')
  try {
    return await openLogFile({ folder, name: role, days: config.logFileDays })
  } catch (cause) {
    throw new ConfigError(`Log files cannot be written to ${folder}. LOG_FILE_DAYS=0 switches them off.`, {
      cause,
    })
  }
}

/** What nobody caught ends the process, but not without a line in the log and a word to Sentry. */
export function reportLastWords({ log, close }: OpenLog): void {
  process.once('uncaughtException', error => {
    const end = (): never => process.exit(1)
    try {
      log.fatal({ err: error }, 'the process ends because of an error that nobody caught')
    } catch {
      // The log is closed already.
      process.stderr.write(`${error.stack ?? error}\n`)
    }
    close().then(end, end)
  })
}
