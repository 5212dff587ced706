import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import type { TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { connect } from './connect.ts'
import { createDatabase, type Database } from './database.ts'

const log = createLog({ level: 'silent' })
let database: TestDatabase
let db: Database
let tenant: TenantId
type Writing = { _writev(...given: unknown[]): void }

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 1, applicationName: 'test', log }), log)
  const [row] = await database.query<{ id: TenantId }>('select id from tenant limit 1')
  if (!row) throw new Error('no tenant')
  tenant = row.id
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

describe('Statements sent together', () => {
  test('are executed in the order in which they were sent', async () => {
    const seen = await db.inTenant(tenant, async tx => {
      await sql`create temporary sequence sent_together`.execute(tx)
      const next = () => sql<{ n: number }>`select nextval('sent_together') as n`.execute(tx)
      return await Promise.all([next(), next(), next()])
    })
    expect(seen.map(result => result.rows[0]?.n)).toEqual([1, 2, 3])
  })

  test('fail with the first error, and leave nothing behind', async () => {
    const rename = (tx: Parameters<Parameters<typeof db.inTenant>[1]>[0], name: string) =>
      sql`update tenant set name = ${name} where id = ${tenant}`.execute(tx)
    const work = db.inTenant(tenant, tx =>
      Promise.all([rename(tx, 'before'), sql`select ${1}::int / 0`.execute(tx), rename(tx, 'behind')]),
    )
    await expect(work).rejects.toThrow('division by zero')
    expect(await database.query("select 1 from tenant where name in ('before', 'behind')")).toEqual([])
  })

  test('leave in one write', async () => {
    const client = await db.pool.connect()
    const { stream } = (client as unknown as { connection: { stream: Writing } }).connection
    const write = stream._writev
    let writes = 0
    stream._writev = function (...given) {
      writes += 1
      return write.apply(this, given)
    }
    const results = await Promise.all([1, 2, 3].map(n => client.query('select $1::int as n', [n])))
    stream._writev = write
    client.release()
    const rows = results.flatMap(result => result.rows)
    expect([rows, writes]).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }], 1])
  })

  test('do not disturb what the connection does next', async () => {
    const { rows } = await db.inTenant(tenant, tx => sql<{ n: number }>`select ${7}::int as n`.execute(tx))
    expect(rows).toEqual([{ n: 7 }])
  })
})

describe('A statement with parameters', () => {
  test('is planned once however often it runs', async () => {
    const planned = await db.inTenant(tenant, async tx => {
      for (const n of [1, 2, 3]) await sql`select ${n}::int as planned_once`.execute(tx)
      return await sql<{ n: number }>`
        select count(*) as n from pg_prepared_statements
        where pg_prepared_statements.statement like ${'%planned_once%'}
          and pg_prepared_statements.statement not like ${'%pg_prepared%'}`.execute(tx)
    })
    expect(planned.rows).toEqual([{ n: 1 }])
  })

  test('of ever new texts fills a connection only so far', async () => {
    const kept = await db.inTenant(tenant, async tx => {
      await Promise.all(
        Array.from({ length: 500 }, (_, index) =>
          sql`select ${1}::int as ${sql.ref(`column_${index}`)}`.execute(tx),
        ),
      )
      return await sql<{ n: number }>`select count(*) as n from pg_prepared_statements`.execute(tx)
    })
    expect(kept.rows[0]?.n).toBeGreaterThan(100)
    expect(kept.rows[0]?.n).toBeLessThanOrEqual(400)
  })
})

describe('A statement that was answered', () => {
  test('leaves nothing for the great collection of garbage', async () => {
    setFlagsFromString('--expose-gc')
    const collect: (how: { type: 'major' | 'minor' }) => void = runInNewContext('gc')
    const client = await db.pool.connect()
    const ask = async (times: number): Promise<void> => {
      for (let nth = 0; nth < times; nth += 1)
        await client.query('select generate_series(1, $1::int) as n', [60])
    }
    await ask(300)
    collect({ type: 'major' })
    const before = process.memoryUsage().heapUsed
    await ask(2000)
    collect({ type: 'minor' })
    collect({ type: 'minor' })
    const left = process.memoryUsage().heapUsed - before
    client.release()
    expect(left / 2000).toBeLessThan(1024)
  })

  test('with an error leads to who asked', async () => {
    const client = await db.pool.connect()
    const failed: unknown = await client.query('select $1::int / 0', [1]).catch((error: unknown) => error)
    client.release()
    expect((failed as Error).stack).toContain('pipelined-client.test.ts')
  })
})

test('A tenant that is not an id is never written into a statement', async () => {
  const nobody = "x', true); drop table tenant; --" as TenantId
  await expect(db.inTenant(nobody, async () => 1)).rejects.toThrow('named by its id')
})
