import { type App, createApp } from '../../app.ts'
import { type Config, loadConfig } from '../../config.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import { createLog, type Log } from '../../platform/observability/log.ts'
import type { Clock } from '../../platform/time/clock.ts'

/** One command of the command line. `run` gets the words behind its name and returns the exit code. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  run(words: readonly string[]): Promise<number>
}

/** For a second application beside the one that `withApp` made. */
export type OpenedDatabase = { readonly url: string; readonly log: Log }

/**
 * Runs `work` on the database of the configuration: joins the running server's, or starts the embedded one,
 * migrates, and stops it afterwards.
 */
export async function withApp<T>(
  work: (app: App, config: Config, open: OpenedDatabase) => Promise<T>,
  options: { clock?: Clock } = {},
): Promise<T> {
  const config = loadConfig()
  const log = createLog({
    level: config.logLevel === 'info' ? 'warn' : config.logLevel,
    destination: 'stderr',
  })
  const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
  try {
    await migrate(database.ownerUrl)
    const app = createApp({ config, databaseUrl: database.url, log, ...options })
    try {
      await app.modules.voice.ensurePlatformConnections()
      return await work(app, config, { url: database.url, log })
    } finally {
      await app.close()
    }
  } finally {
    await database.close()
  }
}
