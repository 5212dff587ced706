import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The embedded database of a data directory, looked at from outside as its superuser. */

export type Query = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>

/** Null: there is none, or its file is being written. */
export async function postmasterPid(dataDir: string): Promise<number | null> {
  const pid = Number((await postmasterFile(dataDir))[0])
  return pid > 0 ? pid : null
}

/** Past row-level security: sees what is really there. One connection for the time of `work`. */
export async function withDatabase<T>(dataDir: string, work: (query: Query) => Promise<T>): Promise<T> {
  const [, , , port] = await postmasterFile(dataDir)
  const password = (await readFile(join(dataDir, 'postgres/admin-password'), 'utf8')).trim()
  const client = new pg.Client({
    connectionString: `postgres://askpro_admin:${password}@127.0.0.1:${Number(port)}/askpro`,
    application_name: 'verify',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(async (sql, values = []) => (await client.query(sql, values)).rows)
  } finally {
    await client.end()
  }
}

/** Processes of the server that serve the product. */
export async function backendPids(dataDir: string): Promise<number[]> {
  const rows = await withDatabase(dataDir, query =>
    query<{ pid: number }>(
      `select pg_stat_activity.pid from pg_stat_activity
       where pg_stat_activity.application_name like 'askpro%' order by pg_stat_activity.pid`,
    ),
  )
  return rows.map(row => row.pid)
}

async function postmasterFile(dataDir: string): Promise<string[]> {
  const text = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')
}
