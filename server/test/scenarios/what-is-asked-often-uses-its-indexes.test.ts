import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainStatements, type PlanNode } from '../support/explain-statements.ts'
import { fillPast, GROWING } from '../support/fill-past.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
/** Of a search for free times in the office. */
let search: PlanNode[]
/** Of a call in which all tools are used. */
let call: PlanNode[]
/** Of a report of ten days. */
let report: PlanNode[]

/** Of every index: the column behind that of the business. */
let secondColumns: ReadonlyMap<string, string>

const EACH = 1500

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  await fillPast(product.database, EACH)
  const tenantId = await product.tenantId('salon')
  const { db } = product.app.platform
  const indexes = await product.database.query<Json>(
    'select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid, 2, true) as second from pg_index where indnkeyatts > 1',
  )
  secondColumns = new Map(indexes.map(({ name, second }) => [name, second]))
  search = await explainStatements(db, tenantId, searchInTheOffice)
  report = await explainStatements(db, tenantId, reportOfTenDays)
  call = await explainStatements(db, tenantId, callWithAllTools)
}, 240_000)
afterAll(() => product.stop())

async function searchInTheOffice(): Promise<void> {
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 })
  const range = new URLSearchParams({ from: String(from), to: String(from.add({ days: 30 })) })
  const { body } = await product.get('/api/v1/services', product.keys.salon)
  const path = `/api/v1/availability?service=${body.items[0].id}&${range}`
  expect((await product.get(path, product.keys.salon)).body.items.length).toBeGreaterThan(0)
}

async function reportOfTenDays(): Promise<void> {
  const to = Temporal.Now.plainDateISO('Europe/Berlin')
  const path = `/api/v1/reports/period?from=${to.subtract({ days: 9 })}&to=${to}`
  const { body } = await product.get(path, product.keys.salon)
  expect(body.figures.calls).toBeGreaterThan(0)
}

async function callWithAllTools(): Promise<void> {
  const { tool } = phoneCall(product, { id: 'call_of_all_tools', from: '+491713920071' })
  const ask = async (name: string, args: Json, status: string): Promise<Json> => {
    const { body } = await tool(name, args)
    expect([name, body.status]).toEqual([name, status])
    return body
  }
  await ask('get_context', {}, 'ok')
  await ask('list_services', {}, 'ok')
  const { slots } = await ask('find_slots', { service: 'Herrenschnitt', when: 'nächste Woche' }, 'free')
  await ask('hold_slot', { token: slots[0].token }, 'held')
  await ask('book_appointment', { token: slots[0].token, name: 'Petra Lindner' }, 'booked')
  await ask('my_appointments', {}, 'ok')
  await ask('move_appointment', { token: slots[1].token }, 'moved')
  await ask('cancel_appointment', { confirmed: true }, 'cancelled')
  await ask('answer_question', { question: 'Haben Sie einen Wickelraum?' }, 'unknown')
  await ask('request_callback', { reason: 'Frage zur Farbe' }, 'noted')
  await ask('record_wish', { service: 'Färben', when: 'Sonntag' }, 'noted')
}

/** What is read as a whole, or by an index of which nothing but the business is given. */
const readWhole = (plans: PlanNode[]): string[] =>
  plans
    .filter(node => isGrowing(node) && (node['Node Type'] === 'Seq Scan' || isOfWholeBusiness(node)))
    .map(node => `${node['Relation Name']} (${node['Index Name'] ?? node['Node Type']})`)
const isOfWholeBusiness = ({ 'Index Name': index, 'Index Cond': condition }: PlanNode): boolean =>
  condition !== undefined && !condition.includes(secondColumns.get(index ?? '') ?? 'tenant_id')
const isGrowing = (node: PlanNode): boolean =>
  (GROWING as readonly string[]).includes(node['Relation Name'] ?? '')

test('Free times are found without reading through a table that grows', () => {
  const looked = new Set(search.filter(isGrowing).map(node => node['Relation Name']))
  for (const table of ['allocation', 'hold', 'external_busy']) expect(looked).toContain(table)
  expect(readWhole(search)).toEqual([])
})

test('What is taken in a month is read by person and time, not by business', () => {
  const indexes = search.flatMap(node => node['Index Name'] ?? [])
  expect(indexes).toContain('allocation_by_resource')
  expect(indexes).toContain('external_busy_by_time')
})

test('No tool of a call reads through a table that grows', () => {
  const looked = new Set(call.filter(isGrowing).map(node => node['Relation Name']))
  for (const table of ['appointment', 'call', 'customer', 'customer_phone', 'tool_receipt'])
    expect(looked).toContain(table)
  expect(readWhole(call)).toEqual([])
})

test('A report reads the days it is of, and not the past behind them', () => {
  const looked = new Set(report.filter(isGrowing).map(node => node['Relation Name']))
  for (const table of ['appointment', 'appointment_segment', 'call', 'call_event', 'call_fact', 'wish'])
    expect(looked).toContain(table)
  expect(readWhole(report)).toEqual([])
})
