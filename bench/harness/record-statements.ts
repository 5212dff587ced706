import type pg from 'pg'

export type Recorded = { readonly text: string; readonly values: readonly unknown[] }

/** What goes to the database over a pool while `work` runs; nothing else may use the pool meanwhile. */
export async function recordStatements(pool: pg.Pool, work: () => Promise<unknown>): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  const undo: Array<() => void> = []
  const listen = (client: pg.PoolClient): void => {
    const { query } = client
    // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads, and all of them are passed on
    const listened = (...given: any[]): any => {
      const [text, values] = given
      if (Array.isArray(values) && values.length > 0) recorded.push({ text: String(text), values })
      return Reflect.apply(query, client, given)
    }
    Object.assign(client, { query: listened })
    undo.push(() => Object.assign(client, { query }))
  }
  pool.on('acquire', listen)
  try {
    await work()
  } finally {
    pool.off('acquire', listen)
    for (const restore of undo) restore()
  }
  return recorded
}
