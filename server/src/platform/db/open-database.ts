import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedServer } from './embedded-server.ts'
import { type DatabaseUrls, prepareDatabase } from './prepare-database.ts'

const DATABASE = 'askpro'

export type OpenDatabase = DatabaseUrls & {
  readonly kind: 'embedded' | 'external'
  /** Stops the embedded server if this process started it, or if nobody else is using it. */
  close(): Promise<void>
}

/** The configured database, or the embedded one under the data directory: started, or joined where it runs. */
export async function openDatabase(options: {
  dataDir: string
  url: string | null
  ownerUrl: string | null
}): Promise<OpenDatabase> {
  if (options.url !== null)
    return {
      url: options.url,
      ownerUrl: options.ownerUrl ?? options.url,
      kind: 'external',
      close: async () => {},
    }
  const server = await startEmbeddedServer({ directory: join(options.dataDir, 'postgres') })
  const urls = await prepareDatabase(server.adminUrl, DATABASE)
  return {
    ...urls,
    kind: 'embedded',
    close: async () => {
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
