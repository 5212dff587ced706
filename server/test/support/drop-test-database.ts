import pg from 'pg'

/** Said of every database that a test makes, in the same breath: only what says so can be dropped. */
const TEST_MARK = 'a test database of AskProAI'

/** Runs `work` as the server's superuser. */
export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * The one place where a database is dropped. It refuses one that no test made, and one whose `installation` says
 * that it is anything but a test.
 */
export async function dropTestDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async client => {
    const { rows } = await client.query<{ mark: string | null }>(
      `select shobj_description(pg_database.oid, 'pg_database') as mark from pg_database where pg_database.datname = $1`,
      [name],
    )
    if (rows[0]?.mark !== TEST_MARK)
      throw new Error(`The database ${name} was not made by a test. It was not dropped.`)
  })
  const kind = await readKind(adminUrl, name)
  if (kind !== null && kind !== 'test')
    throw new Error(`The database ${name} says that it is "${kind}". It was not dropped.`)
  await asAdmin(adminUrl, client =>
    client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
  )
}

export async function markTestDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, client =>
    client.query(`comment on database ${client.escapeIdentifier(name)} is '${TEST_MARK}'`),
  )
}

/** What a database says it is for; null where it has no tables of ours, or nobody has said it. */
export async function readKind(url: string, name?: string): Promise<string | null> {
  const address = new URL(url)
  if (name !== undefined) address.pathname = `/${name}`
  return await asAdmin(address.href, async client => {
    const { rows: tables } = await client.query<{ there: boolean }>(
      "select to_regclass('public.installation') is not null as there",
    )
    if (!tables[0]?.there) return null
    // The application's login may look only under this role; others need none, and may not take it.
    await client.query('set role askpro_system').catch(() => {})
    const { rows } = await client.query<{ kind: string }>('select installation.kind from installation')
    return rows[0]?.kind ?? null
  })
}
