import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainStatements, type PlanNode } from '../support/explain-statements.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let plans: PlanNode[]

/** Tables that grow with every booking. */
const GROWING = ['allocation', 'hold', 'external_busy']
const EACH = 10_000

beforeAll(async () => {
  product = await startProduct()
  await fillPast()
  const tenantId = await product.tenantId('salon')
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 })
  const range = new URLSearchParams({ from: String(from), to: String(from.add({ days: 30 })) })
  const { body } = await product.get('/api/v1/services', product.keys.salon)
  plans = await explainStatements(product.app.platform.db, tenantId, async () => {
    const path = `/api/v1/availability?service=${body.items[0].id}&${range}`
    expect((await product.get(path, product.keys.salon)).body.items.length).toBeGreaterThan(0)
  })
})
afterAll(() => product.stop())

/** A past for every business, all with one person each, half hour after half hour. */
async function fillPast(): Promise<void> {
  const firsts =
    '(select distinct on (tenant_id) tenant_id, id from resource order by tenant_id, position, name) as first'
  const start = `date_trunc('day', now()) - n * interval '30 minutes'`
  await product.database.query(`
    set session_replication_role = replica;
    insert into allocation (tenant_id, id, resource_id, lane, starts_at, ends_at, appointment_id)
      select first.tenant_id, gen_random_uuid(), first.id, 1, ${start}, ${start} + interval '30 minutes', gen_random_uuid()
      from ${firsts}, generate_series(1, ${EACH}) as n;
    insert into hold (tenant_id, id, slot_key, holder, expires_at)
      select first.tenant_id, gen_random_uuid(), 'past', 'api:' || n, ${start} from ${firsts}, generate_series(1, ${EACH}) as n;
    insert into external_busy (tenant_id, resource_id, source, external_key, starts_at, ends_at, seen_at)
      select first.tenant_id, first.id, 'calendar:past', n::text, ${start}, ${start} + interval '30 minutes', now()
      from ${firsts}, generate_series(1, ${EACH}) as n;
    set session_replication_role = origin;
    analyze`)
}

test('Free times are found without reading through a table that grows', () => {
  const looked = plans.filter(node => GROWING.includes(node['Relation Name'] ?? ''))
  expect(new Set(looked.map(node => node['Relation Name']))).toEqual(new Set(GROWING))
  expect(looked.filter(node => node['Node Type'] === 'Seq Scan')).toEqual([])
})

test('What is taken in a month is read by person and time, not by business', () => {
  const indexes = plans.flatMap(node => node['Index Name'] ?? [])
  expect(indexes).toContain('allocation_by_resource')
  expect(indexes).toContain('external_busy_by_time')
})
