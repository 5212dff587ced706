import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { newId, type TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { sendJson } from '../resilience/outbound.ts'
import { connect } from './connect.ts'
import { createDatabase, currentTransaction, type Database } from './database.ts'

let test_: TestDatabase
let db: Database
let tenant: TenantId
const log = createLog({ level: 'silent' })

beforeAll(async () => {
  test_ = await createTestDatabase()
  db = createDatabase(connect({ url: test_.url, max: 10, applicationName: 'test', log }), log)
  const [row] = await test_.query<{ id: TenantId }>("select id from tenant where slug = 'salon'")
  tenant = row?.id ?? newId<'tenant'>()
})
afterAll(async () => {
  await db.close()
  await test_.drop()
})
beforeEach(() => test_.query('truncate customer cascade'))

const addCustomer = (name: string) =>
  db.inTenant(tenant, tx => tx.insertInto('customer').values({ id: newId<'customer'>(), name }).execute())
const names = async () =>
  (await test_.query<{ name: string }>('select name from customer order by name')).map(row => row.name)

/** Does the work some turns of the program later. */
async function afterHops<T>(hops: number, work: () => Promise<T>): Promise<T> {
  for (let hop = 0; hop < hops; hop += 1) await null
  return await work()
}

describe('readTenant', () => {
  test('answers with the rows of its tenant', async () => {
    await addCustomer('Petra Lindner')
    const read = (id: TenantId) =>
      db.readTenant(id, tx => tx.selectFrom('customer').select('customer.name').execute())
    expect(await read(tenant)).toEqual([{ name: 'Petra Lindner' }])
    expect(await read(newId<'tenant'>())).toEqual([])
  })

  test('writes nothing', async () => {
    const write = db.readTenant(tenant, tx =>
      tx.insertInto('customer').values({ id: newId<'customer'>(), name: 'x' }).execute(),
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
    expect(await names()).toEqual([])
  })

  test('throws what its work throws', async () => {
    await expect(db.readTenant(tenant, () => Promise.reject(new Error('half-way')))).rejects.toThrow(
      'half-way',
    )
  })

  test('gives every connection back', async () => {
    const many = Array.from({ length: 40 }, () =>
      db.readTenant(tenant, tx => tx.selectFrom('customer').select('customer.id').execute()),
    )
    await Promise.all(many)
    await expect.poll(() => db.pool.idleCount).toBe(db.pool.totalCount)
  })

  test('is over for whoever asked: the next transaction is not inside it', async () => {
    await db.readTenant(tenant, async () => {})
    expect(currentTransaction()).toBeUndefined()
    await addCustomer('Petra Lindner')
    expect(await names()).toEqual(['Petra Lindner'])
  })
})

describe('inTenant', () => {
  test('inserts for its tenant without naming it', async () => {
    await addCustomer('Petra Lindner')
    expect(await test_.query('select tenant_id from customer')).toEqual([{ tenant_id: tenant }])
  })

  test('cannot write a row of another tenant', async () => {
    const other = newId<'tenant'>()
    const write = db.inTenant(tenant, tx =>
      tx.insertInto('customer').values({ id: newId<'customer'>(), tenant_id: other, name: 'x' }).execute(),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  test('leaves nothing behind when the work throws', async () => {
    const work = db.inTenant(tenant, async tx => {
      await tx.insertInto('customer').values({ id: newId<'customer'>(), name: 'x' }).execute()
      throw new Error('half-way')
    })
    await expect(work).rejects.toThrow('half-way')
    expect(await names()).toEqual([])
  })

  test('lets no statement of its own run once it has failed, however soon it comes', async () => {
    const one = createDatabase(connect({ url: test_.url, max: 1, applicationName: 'test', log }), log)
    const ran: unknown[] = []
    for (let hops = 0; hops < 40; hops += 1) {
      let late: Promise<unknown> = Promise.resolve()
      const work = one.inTenant(tenant, async tx => {
        await sql`select 1`.execute(tx)
        late = afterHops(hops, () => sql`select set_config('app.late', '1', false)`.execute(tx)).catch(
          () => {},
        )
        throw new Error('half-way')
      })
      await work.catch(() => {})
      // What was sent before the end belongs to the transaction, and was taken back with it.
      await late
      const { rows } = await one.inTenant(tenant, tx =>
        sql<{ late: string | null }>`select nullif(current_setting('app.late', true), '') as late`.execute(
          tx,
        ),
      )
      ran.push(rows[0]?.late)
    }
    await one.close()
    expect(ran.filter(late => late !== null)).toEqual([])
  })

  test('does not leave its tenant on the pooled connection', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => addCustomer(`c${index}`)))
    const { rows } = await db.pool.query('select count(*)::int as count from customer')
    expect(rows[0].count).toBe(0)
  })

  test('fails, and harms nobody else, when its connection breaks between two statements', async () => {
    const work = db.inTenant(tenant, async tx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await test_.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
      // By the end of this round trip the end of the other connection was heard, with nobody waiting for an answer.
      await test_.query('select 1')
      await tx.insertInto('customer').values({ id: newId<'customer'>(), name: 'x' }).execute()
    })
    await expect(work).rejects.toThrow()
    await addCustomer('Petra Lindner')
    expect(await names()).toEqual(['Petra Lindner'])
  })

  test('refuses to be nested', async () => {
    await expect(db.inTenant(tenant, () => db.inTenant(tenant, async () => 1))).rejects.toThrow(
      /inside another/,
    )
  })

  test('repeats work that lost a deadlock', async () => {
    const [a, b] = [newId<'customer'>(), newId<'customer'>()]
    await db.inTenant(tenant, tx =>
      tx
        .insertInto('customer')
        .values([
          { id: a, name: 'a' },
          { id: b, name: 'b' },
        ])
        .execute(),
    )
    const meet = Promise.withResolvers<void>()
    let arrived = 0
    const update = (first: string, second: string) =>
      db.inTenant(tenant, async tx => {
        const touch = (id: string) =>
          tx.updateTable('customer').set({ notes: 'x' }).where('customer.id', '=', id).execute()
        await touch(first)
        arrived += 1
        if (arrived === 2) meet.resolve()
        await meet.promise
        await touch(second)
      })
    await Promise.all([update(a, b), update(b, a)])
    expect(arrived).toBeGreaterThan(2)
  })

  test('repeats only what can be repeated', async () => {
    let runs = 0
    const work = db.inTenant(tenant, async tx => {
      runs += 1
      await tx.insertInto('customer').values({ id: newId<'customer'>(), name: '' }).execute()
    })
    await expect(work).rejects.toMatchObject({ code: '23514' })
    expect(runs).toBe(1)
  })

  test('refuses the network inside', async () => {
    const request = { provider: 'test', operation: 'get', url: 'http://127.0.0.1:1/', timeoutMs: 100 }
    await expect(db.inTenant(tenant, () => sendJson(request))).rejects.toThrow(/inside a transaction/)
    expect(currentTransaction()).toBeUndefined()
  })
})

describe('acrossTenants', () => {
  test('sees the rows of every tenant', async () => {
    const slugs = await db.acrossTenants('test', tx =>
      tx.selectFrom('tenant').select('tenant.slug').execute(),
    )
    expect(slugs.map(row => row.slug)).toEqual(expect.arrayContaining(['practice', 'salon']))
  })

  test('cannot change a row of any tenant', async () => {
    const write = db.acrossTenants('test', tx => tx.updateTable('tenant').set({ name: 'x' }).execute())
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  test('does not leave its role on the pooled connection', async () => {
    await db.acrossTenants('test', async () => {})
    const { rows } = await db.pool.query('select current_user')
    expect(rows[0].current_user).toBe('askpro_app')
  })
})

describe('The application’s role', () => {
  test.each([
    ['create a table', 'create table mischief (id int)'],
    ['drop a table', 'drop table customer'],
    ['empty a table', 'truncate customer'],
    ['switch row-level security off', 'alter table customer disable row level security'],
    ['change the inbox', "update inbox set error = 'x'"],
    ['read the quarantine', 'select * from quarantine'],
    ['read the queue', 'select * from graphile_worker.jobs'],
    ['rewrite history', "update appointment_change set actor = 'x'"],
  ])('cannot %s', async (_what, sql) => {
    await expect(db.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  })
})
