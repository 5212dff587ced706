import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Tuesday. On Sunday, 28 March, clocks went forward: that day in Berlin lasted from 23:00 to 22:00 UTC. */
const NOW = '2027-03-30T10:00:00Z'
const WEEK = 'from=2027-03-24&to=2027-03-30'

let product: TestProduct
let report: Json

beforeAll(async () => {
  product = await startProduct({ clock: fixedClock(NOW), worker: 'none' })
  await fill('salon')
  // Another business with figures of its own.
  await fill('practice')
  await fill('practice')
  report = (await get(`/reports/period?${WEEK}`)).body
}, 60_000)
afterAll(() => product.stop())

const get = (path: string, key = product.keys.salon) => product.get(`/api/v1${path}`, key)

async function fill(slug: string): Promise<void> {
  const tenantId = await product.tenantId(slug)
  const insert = (statement: string, ...values: unknown[]) =>
    product.database.query(statement, [tenantId, ...values])
  const place = '(select id from location where tenant_id = $1::uuid order by id limit 1)'
  const calls = [
    // At the edges of the short day, which the clocks of Berlin begin an hour after those of UTC.
    ['2027-03-27T22:59:59Z', 'retell', 'ended', ['booked', 'answered'], 'free'],
    ['2027-03-27T23:00:00Z', 'retell', 'ended', ['wish'], 'none_then'],
    ['2027-03-28T21:59:59Z', 'retell', 'ended', [], 'closed'],
    ['2027-03-28T22:00:00Z', 'retell', 'failed', [], null],
    ['2027-03-29T08:00:00Z', 'retell', 'not_connected', [], null],
    ['2027-03-29T08:00:00Z', 'retell', 'ended', ['booked'], 'none_then'],
    ['2027-03-30T09:59:00Z', 'retell', 'ongoing', [], null],
    ['2027-03-30T09:00:00Z', 'browser', 'ended', ['booked'], 'none_then'],
    ['2027-03-20T09:00:00Z', 'retell', 'ended', ['booked'], null],
  ] as const
  for (const [at, provider, state, facts, found] of calls)
    await insert(
      `with new_call as (
         insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, state, started_at)
         select $1::uuid, gen_random_uuid(), (select id from voice_connection limit 1), $3, gen_random_uuid()::text, ${place},
           '+493023125001', $4, $2::timestamptz returning id),
       facts as (
         insert into call_fact (tenant_id, id, call_id, kind, at)
         select $1::uuid, gen_random_uuid(), new_call.id, kind, $2::timestamptz from new_call, unnest($5::text[]) as kind),
       wished as (
         insert into wish (tenant_id, id, call_id, service_id, created_at)
         select $1::uuid, gen_random_uuid(), new_call.id,
           (select id from service where tenant_id = $1::uuid order by name limit 1), $2::timestamptz
         from new_call where 'wish' = any($5::text[]))
       insert into call_event (tenant_id, id, call_id, at, kind, name, result, request_id)
       select $1::uuid, gen_random_uuid(), new_call.id, $2::timestamptz, 'tool', 'find_slots',
         jsonb_build_object('status', $6::text), 'test'
       from new_call where $6::text is not null`,
      at,
      provider,
      state,
      [...facts],
      found,
    )
  await insert(
    `insert into customer (tenant_id, id, name) values ($1::uuid, gen_random_uuid(), 'Petra Lindner')`,
  )
  const appointments = [
    ['2027-03-27T22:59:00Z', 30, 'completed', 4000],
    ['2027-03-28T08:00:00Z', 60, 'no_show', 5000],
    ['2027-03-29T08:00:00Z', 30, 'checked_in', 3000],
    ['2027-03-29T09:00:00Z', 90, 'cancelled', 9000],
    ['2027-03-29T10:00:00Z', 45, 'confirmed', 2000],
    ['2027-03-30T12:00:00Z', 60, 'requested', 1000],
    ['2027-03-17T12:00:00Z', 60, 'completed', 7000],
  ] as const
  for (const [at, minutes, state, price] of appointments)
    await insert(
      `with made as (
         insert into appointment (tenant_id, id, reference, location_id, service_id, service_version, customer_id, attendee_name,
           state, starts_at, ends_at, price_minor, currency, source, idempotency_key, created_at)
         select $1::uuid, gen_random_uuid(), gen_random_uuid()::text, ${place}, version.service_id, version.version, customer.id,
           'Petra Lindner', $4, $2::timestamptz, $2::timestamptz + $3 * interval '1 minute', $5, 'EUR', 'api',
           gen_random_uuid()::text, now()
         from service_version as version, customer where version.tenant_id = $1::uuid and customer.tenant_id = $1::uuid limit 1
         returning id, starts_at, ends_at)
       insert into appointment_segment (tenant_id, appointment_id, position, resource_id, starts_at, ends_at)
       select $1::uuid, made.id, 0, (select id from resource where tenant_id = $1::uuid and kind = 'staff'
         order by position, name limit 1), made.starts_at, made.ends_at from made`,
      at,
      minutes,
      state,
      price,
    )
}

describe('The report of a week in which clocks change', () => {
  test('puts calls and appointments on the days where the business is (slot board: hours of UTC)', () => {
    const of = (date: string) => report.days.find((day: Json) => day.date === date)
    expect(report.days.map((day: Json) => day.date)).toHaveLength(7)
    expect([of('2027-03-27').calls, of('2027-03-28').calls, of('2027-03-29').calls]).toEqual([1, 2, 3])
    expect([of('2027-03-27').appointments, of('2027-03-28').appointments]).toEqual([1, 1])
    expect(report.hours.filter((hour: Json) => hour.calls > 0)).toEqual([
      { hour: 0, calls: 2 },
      { hour: 10, calls: 2 },
      { hour: 11, calls: 1 },
      { hour: 23, calls: 2 },
    ])
  })

  test('counts in the booked share what was connected and is over, without test calls', () => {
    expect(report.figures).toMatchObject({
      calls: 7,
      test_calls: 1,
      booked: { part: 2, whole: 5, share: 0.4 },
    })
    expect(report.outcomes).toContainEqual({ outcome: 'booked', calls: 2 })
    expect(report.outcomes).toContainEqual({ outcome: null, calls: 1 })
  })

  test('counts in the share of no-shows whoever was noted to have come or not (slot board: a share of the wrong whole)', () => {
    expect(report.figures.no_show).toEqual({ part: 1, whole: 3, share: 1 / 3 })
    expect([report.figures.appointments, report.figures.cancelled, report.figures.unsettled]).toEqual([
      5, 1, 1,
    ])
  })

  test('takes revenue from the prices at which it was sold, where somebody came', () => {
    expect(report.figures.revenue).toEqual([{ currency: 'EUR', amount_minor: 7000 }])
    expect(report.figures.expected).toEqual([{ currency: 'EUR', amount_minor: 3000 }])
  })

  test('says what was wanted and not had, each kind for itself', () => {
    expect(report.figures.unmet).toEqual({ turned_away: 2, wishes: 1, waiting: 0 })
    expect(report.unmet_by_service).toMatchObject([{ wishes: 1, waiting: 0 }])
  })

  test('compares with as many days before', () => {
    expect(report.before).toEqual({ from: '2027-03-17', to: '2027-03-23' })
    expect(report.figures_before).toMatchObject({
      calls: 1,
      booked: { part: 1, whole: 1 },
      revenue: [{ currency: 'EUR', amount_minor: 7000 }],
    })
  })

  test('measures load by the minutes somebody works, without what is blocked', async () => {
    const [first] = report.staff
    expect(first.load.part).toBe(225)
    expect(first.load.whole).toBeGreaterThan(0)
    await product.post('/api/v1/closures', product.keys.salon, {
      resource_id: first.id,
      starts_at: '2027-03-30T00:00:00+02:00',
      ends_at: '2027-03-31T00:00:00+02:00',
    })
    const { body } = await get(`/reports/period?${WEEK}`)
    const day = (of: Json) => of.days.find((one: Json) => one.date === '2027-03-30').load.whole
    expect(body.staff[0].load.whole - first.load.whole).toBe(day(body) - day(report))
    expect(day(body)).toBeLessThan(day(report))
  })

  test('names no one of another business, and has a sentence for each figure', () => {
    expect(report.locations).toMatchObject([{ calls: 7, appointments: 5, load: report.figures.load }])
    for (const { de, en } of Object.values<Json>(report.definitions)) expect([de, en]).not.toContain('')
  })
})

describe('A report of a part of the business', () => {
  const of = async (part: string) => await get(`/reports/period?${WEEK}&${part}`)

  test('of the only place is the report of all', async () => {
    const [{ id, name }] = report.locations
    const { body } = await of(`location=${id}`)
    expect(body.only).toEqual({ staff: null, location: { id, name } })
    expect(body.figures).toEqual((await get(`/reports/period?${WEEK}`)).body.figures)
  })

  test('of a place at which nothing happened has no call, no appointment and nobody', async () => {
    const tenantId = await product.tenantId('salon')
    const [made] = await product.database.query<{ id: string }>(
      `insert into location (tenant_id, id, name, time_zone)
       values ($1::uuid, gen_random_uuid(), 'Filiale', 'Europe/Berlin') returning id`,
      [tenantId],
    )
    const { body } = await of(`location=${made?.id}`)
    expect(body.figures).toMatchObject({
      calls: 0,
      appointments: 0,
      load: { whole: 0, share: null },
      unmet: { turned_away: 0, wishes: 0, waiting: 0 },
    })
    expect([body.staff, body.unmet_by_service]).toEqual([[], []])
  })

  test('of one person has the appointments of that person, and of calls it says nothing', async () => {
    const [first, second] = report.staff
    const { body } = await of(`staff=${first.id}`)
    expect(body.figures).toMatchObject({
      ...{ appointments: first.appointments, cancelled: first.cancelled, revenue: first.revenue },
      ...{ no_show: first.no_show, calls: null, booked: null, unmet: null },
    })
    expect(body.days.map((day: Json) => day.calls)).toEqual(Array(7).fill(null))
    expect([body.staff, body.hours, body.outcomes]).toEqual([
      [expect.objectContaining({ id: first.id })],
      [],
      [],
    ])
    expect((await of(`staff=${second.id}`)).body.figures).toMatchObject({ appointments: 0, revenue: [] })
  })

  test('of a person or place of another business is refused by name', async () => {
    const { body } = await get(`/reports/period?${WEEK}`, product.keys.practice)
    for (const part of [`staff=${body.staff[0].id}`, `location=${body.locations[0].id}`]) {
      const refused = await of(part)
      expect([refused.status, refused.body.type]).toEqual([404, '/errors/reporting/unknown-part'])
    }
  })
})

test('A report leaves as a table of days, and as a workbook', async () => {
  const file = async (query: string) =>
    await fetch(`${product.url}/api/v1/reports/period/export?${WEEK}&${query}`, {
      headers: { authorization: `Bearer ${product.keys.salon}` },
    })
  const csv = await file('format=csv')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toContain('Tag;Anrufe;davon beendet;mit Termin;Buchungsquote;Termine')
  expect(lines.find(line => line.startsWith('2027-03-29'))).toContain('2027-03-29;3;2;1;0,5;2;1;0;0;30;20;')
  expect(lines).toHaveLength(9)
  const workbook = await file('format=xlsx&language=en')
  expect(workbook.headers.get('content-disposition')).toBe(
    'attachment; filename="report-2027-03-24-2027-03-30.xlsx"',
  )
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test.each([
  'from=2027-03-30&to=2027-03-29',
  'from=2026-01-01&to=2027-03-29',
  'from=9999-12-31&to=9999-12-31',
  'from=0001-01-01&to=0001-01-01',
])('A period of %s is refused by name', async period => {
  const { status, body } = await get(`/reports/period?${period}`)
  expect([status, body.type]).toEqual([400, '/errors/reporting/bad-period'])
})
