import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../observability/log.ts'
import { startEmbeddedServer } from './embedded-server.ts'
import { prepareExternalDatabase } from './external-database.ts'
import { type DatabaseUrls, prepareDatabase } from './prepare-database.ts'
import { throughSocket } from './server-socket.ts'

const DATABASE = 'askpro'
const LOOK_MS = 1000

export type OpenDatabase = DatabaseUrls & {
  readonly kind: 'embedded' | 'external'
  /** Starts the embedded server again whenever it is gone; until `close`. */
  keepAlive(log: Log): void
  /** Stops the embedded server if this process started it, or if nobody else is using it. */
  close(): Promise<void>
}

/**
 * The configured database, or the embedded one under the data directory: started, or joined where it runs.
 * `look` changes nothing in a database that somebody else runs. Throws one sentence if it cannot be used.
 */
export async function openDatabase(options: {
  dataDir: string
  url: string | null
  ownerUrl: string | null
  purpose?: 'use' | 'look'
}): Promise<OpenDatabase> {
  if (options.url !== null) {
    const urls = { url: options.url, ownerUrl: options.ownerUrl ?? options.url }
    if (options.purpose !== 'look') await prepareExternalDatabase(urls)
    return { ...urls, kind: 'external', keepAlive: () => {}, close: async () => {} }
  }
  const directory = join(options.dataDir, 'postgres')
  let server = await startEmbeddedServer({ directory })
  let watch: NodeJS.Timeout | undefined
  let restarting: Promise<void> | null = null
  const urls = await prepareDatabase(server.adminUrl, DATABASE)
  return {
    url: throughSocket(urls.url, server.socketDirectory),
    ownerUrl: urls.ownerUrl,
    kind: 'embedded',
    keepAlive: log => {
      const restart = async (): Promise<void> => {
        log.error('the embedded database is gone; starting it again')
        try {
          // At its old port, where every pool of every process looks for it.
          server = await startEmbeddedServer({ directory, port: server.port })
        } catch (error) {
          log.error({ err: error }, 'the embedded database could not be started')
        }
      }
      watch = setInterval(() => {
        if (server.isRunning()) return
        restarting ??= restart().finally(() => {
          restarting = null
        })
      }, LOOK_MS)
    },
    close: async () => {
      clearInterval(watch)
      // One that is being started would stay behind alone.
      await restarting
      if (await isAlone(server.adminUrl)) await server.stop()
    },
  }
}

/**
 * True when no other process is connected: the last one out turns off the light, and a command never stops the
 * database under a running product. Our own connections take a moment to vanish after they were closed.
 */
async function isAlone(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  try {
    await client.connect()
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const { rows } = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where pg_stat_activity.backend_type = 'client backend' and pg_stat_activity.pid <> pg_backend_pid()`,
      )
      if (rows[0]?.others === 0) return true
      await wait(20)
    }
    return false
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
