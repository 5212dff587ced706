import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { countStatements } from '../support/count-statements.ts'
import { explainStatements } from '../support/explain-statements.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A salon that is searched all the time, so that its catalogue is always in memory (ADR 0036). */
let product: TestProduct
let salon: TenantId

const WEEK = 'from=2026-12-08&to=2026-12-13'
const OURS = 'tenant_id = $1'
const MARA = `(select id from resource where ${OURS} and name = 'Mara')`
const CUT = `(select id from service where ${OURS} and name = 'Haarschnitt Herren')`
const PLACE = `(select id from location where ${OURS} order by id limit 1)`
const TUESDAY = `'2026-12-08T00:00:00+01:00', '2026-12-09T00:00:00+01:00'`

/** A change of each table that free times are made of: each is seen in the answer to the same question. */
const CHANGES: ReadonlyArray<readonly [table: string, change: string]> = [
  ['service_segment', `update service_segment set minutes = 40 where ${OURS} and service_id = ${CUT}`],
  ['service', `update service set grid_minutes = 20, version = version + 1 where ${OURS} and id = ${CUT}`],
  ['tenant', `update tenant set settings = settings || '{"assignment": "least_loaded"}' where id = $1`],
  [
    'qualification',
    `delete from qualification where ${OURS} and resource_id = ${MARA} and service_id = ${CUT}`,
  ],
  [
    'qualification',
    `insert into qualification (tenant_id, service_id, resource_id) values ($1, ${CUT}, ${MARA})`,
  ],
  ['resource', `update resource set name = 'Mara L.' where ${OURS} and name = 'Mara'`],
  ['resource', `update resource set name = 'Mara' where ${OURS} and name = 'Mara L.'`],
  [
    'hours_rule',
    `update hours_rule set from_minute = from_minute + 30 where ${OURS} and resource_id = ${MARA}`,
  ],
  ['hours_rule', `delete from hours_rule where ${OURS} and resource_id is null and weekday = 5`],
  [
    'hours_exception',
    `insert into hours_exception (tenant_id, id, location_id, local_date, windows, created_by)
     values ($1, gen_random_uuid(), ${PLACE}, '2026-12-11', '[{"fromMinute": 600, "toMinute": 720}]', 'test')`,
  ],
  [
    'closure',
    `insert into closure (tenant_id, id, location_id, starts_at, ends_at)
     values ($1, gen_random_uuid(), ${PLACE}, ${TUESDAY})`,
  ],
  ['closure', `update closure set removed_at = now(), removed_by = 'test' where ${OURS}`],
  [
    'absence',
    `insert into absence (tenant_id, id, resource_id, kind, starts_at, ends_at, created_by)
     values ($1, gen_random_uuid(), ${MARA}, 'training', ${TUESDAY}, 'test')`,
  ],
  ['location', `update location set time_zone = 'Europe/Lisbon' where ${OURS}`],
  ['service', `update service set grid_kind = 'fixed' where ${OURS} and id = ${CUT}`],
  [
    'service_start',
    `insert into service_start (tenant_id, service_id, weekday, at_minute, most)
     values ($1, ${CUT}, 3, 720, 1)`,
  ],
]

beforeAll(async () => {
  product = await startProduct({
    clock: { now: () => Temporal.Instant.from('2026-12-01T09:00:00Z') },
    worker: 'none',
  })
  salon = await product.tenantId('salon')
})
afterAll(() => product.stop())

async function search(key = product.keys.salon, service = 'Herrenschnitt'): Promise<Json[]> {
  const { status, body } = await product.get(`/api/v1/availability?service=${service}&${WEEK}`, key)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items.map(({ token, ...slot }: Json) => slot)
}

/** The tables that the steps of a search which remembers nothing yet read of the catalogue. */
async function tablesOfTheBasis(): Promise<string[]> {
  const { platform, modules } = product.app
  const read = () =>
    platform.db.readTenant(salon, tx =>
      modules.catalogue.withCatalogue(tx, async ({ services, readBasis }) => {
        const range = { start: Date.UTC(2026, 11, 8), end: Date.UTC(2026, 11, 9) }
        for (const { id } of services.slice(0, 1)) await readBasis(tx, { serviceId: id, range })
      }),
    )
  await product.database.query(`update location set name = name where ${OURS}`, [salon])
  const steps = await explainStatements(platform.db, salon, read)
  return [...new Set(steps.flatMap(step => step['Relation Name'] ?? []))].toSorted()
}

test('a search asks the database whether the catalogue is as it was, and what is taken', async () => {
  await search()
  const sent = await countStatements(product.app.platform.db.pool, () => search())
  // The key is looked up in three; then the beginning, the revision, what is taken, the commit.
  expect(sent).toHaveLength(7)
})

test.each(CHANGES)('a change of "%s" is in the next answer', async (_, change) => {
  const before = await search()
  expect(await search()).toEqual(before)
  await product.database.query(change, [salon])
  const after = await search()
  expect(after).not.toEqual(before)
  // What a process finds that has nothing in memory.
  await product.database.query(`update location set name = name where ${OURS}`, [salon])
  expect(await search()).toEqual(after)
})

describe('What the catalogue in memory is made of', () => {
  test('is only what has a trigger that gives it another revision', async () => {
    const triggered = await product.database.query<{ name: string }>(`
      select pg_class.relname as name from pg_trigger join pg_class on pg_class.oid = pg_trigger.tgrelid
      where pg_trigger.tgname = 'revises_catalogue' and pg_trigger.tgenabled = 'O' order by 1`)
    const basis = (await tablesOfTheBasis()).filter(name => name !== 'catalogue_revision')
    expect(basis.length).toBeGreaterThan(9)
    expect(triggered.map(({ name }) => name)).toEqual(basis)
  })

  test('is tried with a change of each of its tables', async () => {
    const tried = new Set(CHANGES.map(([table]) => table))
    const basis = (await tablesOfTheBasis()).filter(name => name !== 'catalogue_revision')
    expect([...tried].toSorted()).toEqual(basis)
  })
})

test('the catalogue of one business is not that of another', async () => {
  const names = async (key: string, service: string) =>
    new Set((await search(key, service)).map(slot => slot.service.name))
  for (let nth = 0; nth < 2; nth += 1) {
    expect(await names(product.keys.salon, 'Herrenschnitt')).toEqual(new Set(['Haarschnitt Herren']))
    const { body } = await product.get(
      `/api/v1/availability?service=Herrenschnitt&${WEEK}`,
      product.keys.garage,
    )
    expect(body.type).toContain('unknown-service')
  }
})

test('what was not committed changes nothing, and nobody is held up by it', async () => {
  const before = await search()
  const undone = product.app.platform.db.inTenant(salon, async tx => {
    await tx.updateTable('service').set({ grid_minutes: 5 }).where('service.tenant_id', '=', salon).execute()
    expect(await search()).toEqual(before)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await search()).toEqual(before)
})

test('a transaction that may write has no catalogue from memory', async () => {
  const { platform, modules } = product.app
  const asked = platform.db.inTenant(salon, tx => modules.catalogue.withCatalogue(tx, async () => null))
  await expect(asked).rejects.toThrow('only read')
})

test('a change does not wait for another one of the same business that is still under way', async () => {
  await product.app.platform.db.inTenant(salon, async tx => {
    await tx.updateTable('service').set({ position: 7 }).where('service.tenant_id', '=', salon).execute()
    await product.database.query(
      `set statement_timeout = '20s'; update resource set position = 7 where name = 'Aylin'`,
    )
  })
})
