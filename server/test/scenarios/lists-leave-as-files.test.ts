import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let booked: Json
const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 })
const to = from.add({ days: 14 })

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  const { salon } = product.keys
  const { body } = await product.get(
    `/api/v1/availability?service=Herrenschnitt&from=${from}&to=${to}`,
    salon,
  )
  const wish = { token: body.items[0].token, customer: { name: '=Petra; Lindner', phone: '+493023125042' } }
  booked = (await product.post('/api/v1/appointments', salon, wish)).body
  await product.post('/api/v1/customers', salon, { name: 'Jonas Reuter' })
})
afterAll(() => product.stop())

async function file(path: string, key = product.keys.salon) {
  const response = await fetch(`${product.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('Appointments of some days leave with price, staff and who comes, safe for spreadsheets', async () => {
  const { response, bytes } = await file(`/appointments/export?from=${from}&to=${to}`)
  const [head, line, end] = bytes.toString().split('\r\n')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="appointments.csv"')
  expect(head).toContain(
    'reference;starts_at;ends_at;state;service;staff;attendee;customer;phone;email;price',
  )
  expect(line).toContain(
    `${booked.reference};${booked.starts_at};${booked.ends_at};confirmed;Haarschnitt Herren;Mara;`,
  )
  expect(line).toContain(`"'=Petra; Lindner";'+493023125042`)
  expect(line).toContain(';EUR;api;')
  expect(end).toBe('')
})

test('Customers leave as they were searched for, also as a workbook', async () => {
  const { bytes } = await file('/customers/export?q=reuter')
  expect(bytes.toString().split('\r\n').slice(1)).toEqual(['Jonas Reuter;;;de;;;', ''])
  const workbook = await file('/customers/export?format=xlsx')
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(workbook.response.headers.get('content-type')).toContain('spreadsheetml.sheet')
})

test('Nothing of another business is in a file', async () => {
  const { bytes } = await file(`/appointments/export?from=${from}&to=${to}`, product.keys.garage)
  expect(bytes.toString().split('\r\n')).toHaveLength(2)
})

test('Calls leave by their period, and more than a file may have are refused by name', async () => {
  await product.database.query(
    `insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, state, started_at)
     select location.tenant_id, gen_random_uuid(), (select id from voice_connection limit 1), 'retell', 'call-' || n,
       location.id, '+493023125001', 'ended', timestamptz '2026-01-01T12:00Z' + n * interval '1 minute'
     from location, generate_series(0, 10000) as n where location.tenant_id = $1`,
    [await product.tenantId('salon')],
  )
  const day = await file('/calls/export?from=2026-01-02&to=2026-01-03')
  const lines = day.bytes.toString().split('\r\n')
  expect(lines[0]).toContain('started_at;ended_at;state;outcome;from;to;customer;provider')
  expect(lines).toHaveLength(1440 + 2)
  expect(lines[1]).toContain("2026-01-02T23:59:00+01:00;;ended;abandoned;;'+493023125001;;retell;call-")
  const { response, bytes } = await file('/calls/export')
  expect([response.status, JSON.parse(bytes.toString()).type]).toEqual([
    422,
    '/errors/platform/export-too-long',
  ])
})
