import { type App, createApp } from '../../app.ts'
import { type Config, loadConfig } from '../../config.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import { createLog } from '../../platform/observability/log.ts'

/** One command of the command line. `run` gets the words behind its name and returns the exit code. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  run(words: readonly string[]): Promise<number>
}

/**
 * Runs `work` on the database of the configuration: joins the running server's, or starts the embedded one,
 * migrates, and stops it afterwards.
 */
export async function withApp<T>(work: (app: App, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const log = createLog({
    level: config.logLevel === 'info' ? 'warn' : config.logLevel,
    destination: 'stderr',
  })
  const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
  try {
    await migrate(database.ownerUrl)
    const app = createApp({ config, databaseUrl: database.url, log })
    try {
      await app.modules.voice.ensurePlatformConnections()
      return await work(app, config)
    } finally {
      await app.close()
    }
  } finally {
    await database.close()
  }
}
