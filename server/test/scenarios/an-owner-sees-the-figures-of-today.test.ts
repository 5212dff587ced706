import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** In this night clocks go forward: the day in Berlin lasts from 23:00 to 22:00 UTC. */
const NOW = '2027-03-28T10:00:00Z'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct({ clock: fixedClock(NOW) })
  await fill('salon')
  // Another business with figures of its own.
  await fill('practice')
  await fill('practice')
})
afterAll(() => product.stop())

/**
 * Four calls of which two began today. Today two appointments that count (one was missed) and one cancelled; tomorrow
 * one of 45 minutes; on the seventh day one, on the eighth one more. Three callbacks, two open, one of them overdue.
 */
async function fill(slug: string): Promise<void> {
  const tenantId = await product.tenantId(slug)
  const insert = (statement: string, values: readonly unknown[]) =>
    product.database.query(statement, [tenantId, ...values])
  const place = '(select id from location where tenant_id = $1::uuid order by id limit 1)'
  for (const at of [
    '2027-03-27T22:59:59Z',
    '2027-03-27T23:00:00Z',
    '2027-03-28T21:59:59Z',
    '2027-03-28T22:00:00Z',
  ])
    await insert(
      `insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, started_at)
       select $1::uuid, gen_random_uuid(), (select id from voice_connection limit 1), 'retell', gen_random_uuid()::text,
         ${place}, '+493023125001', $2::timestamptz`,
      [at],
    )
  await insert(
    `insert into customer (tenant_id, id, name) values ($1::uuid, gen_random_uuid(), 'Petra Lindner')`,
    [],
  )
  const appointments = [
    ['2027-03-28T08:00:00Z', 30, 'confirmed'],
    ['2027-03-28T07:00:00Z', 60, 'no_show'],
    ['2027-03-28T12:00:00Z', 30, 'cancelled'],
    ['2027-03-29T12:00:00Z', 45, 'requested'],
    ['2027-04-03T21:59:00Z', 30, 'confirmed'],
    ['2027-04-03T22:00:00Z', 30, 'confirmed'],
  ] as const
  for (const [at, minutes, state] of appointments)
    await insert(
      `insert into appointment (tenant_id, id, reference, location_id, service_id, service_version, customer_id, attendee_name,
         state, starts_at, ends_at, price_minor, currency, source, idempotency_key, created_at)
       select $1::uuid, gen_random_uuid(), gen_random_uuid()::text, ${place}, version.service_id, version.version, customer.id,
         'Petra Lindner', $4, $2::timestamptz, $2::timestamptz + $3 * interval '1 minute', 3000, 'EUR', 'api',
         gen_random_uuid()::text, now()
       from service_version as version, customer
       where version.tenant_id = $1::uuid and customer.tenant_id = $1::uuid limit 1`,
      [at, minutes, state],
    )
  for (const [due, state] of [
    ['2027-03-28T09:00:00Z', 'open'],
    ['2027-03-28T11:00:00Z', 'open'],
    ['2027-03-28T09:00:00Z', 'done'],
  ])
    await insert(
      `insert into callback_request (tenant_id, id, reason, due_at, state) values ($1::uuid, gen_random_uuid(), 'Frage', $2, $3)`,
      [due, state],
    )
}

async function figures() {
  const { status, body } = await product.get('/api/v1/reports/today', product.keys.salon)
  expect(status).toBe(200)
  return body
}

test('The figures of today are those of the day where the business is, and of nobody else', async () => {
  expect(await figures()).toMatchObject({
    date: '2027-03-28',
    as_of: '2027-03-28T10:00:00Z',
    calls_today: 2,
    appointments_today: 2,
    callbacks_open: 2,
    callbacks_overdue: 1,
  })
})

test('The load of seven days is what is booked in each, without what was cancelled', async () => {
  const none = { appointments: 0, booked_minutes: 0 }
  expect((await figures()).next_days).toEqual([
    { date: '2027-03-28', appointments: 2, booked_minutes: 90 },
    { date: '2027-03-29', appointments: 1, booked_minutes: 45 },
    { date: '2027-03-30', ...none },
    { date: '2027-03-31', ...none },
    { date: '2027-04-01', ...none },
    { date: '2027-04-02', ...none },
    { date: '2027-04-03', appointments: 1, booked_minutes: 30 },
  ])
})
