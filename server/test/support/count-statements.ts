import type pg from 'pg'

/** Counts what goes to the database over a pool while `work` runs; nothing else may use the pool meanwhile. */
export async function countStatements(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  return (await recordStatements(pool, work)).map(({ text }) => text)
}

/** The same with the values that were sent along. */
export async function recordStatements(
  pool: pg.Pool,
  work: () => Promise<unknown>,
): Promise<Array<{ text: string; values: readonly unknown[] }>> {
  const statements: Array<{ text: string; values: readonly unknown[] }> = []
  const undo = new Map<pg.PoolClient, () => void>()
  const listen = (client: pg.PoolClient): void => {
    const { query } = client
    // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads, and all of them are passed on
    const counted = (...given: any[]): any => {
      const [first, second] = given
      const values = first?.values ?? second
      statements.push({
        text: typeof first === 'string' ? first : String(first?.text),
        values: Array.isArray(values) ? values : [],
      })
      return Reflect.apply(query, client, given)
    }
    Object.assign(client, { query: counted })
    undo.set(client, () => Object.assign(client, { query }))
  }
  const release = (_error: unknown, client: pg.PoolClient): void => {
    undo.get(client)?.()
    undo.delete(client)
  }
  pool.on('acquire', listen)
  pool.on('release', release)
  try {
    await work()
  } finally {
    pool.off('acquire', listen)
    pool.off('release', release)
    for (const restore of undo.values()) restore()
  }
  return statements
}
