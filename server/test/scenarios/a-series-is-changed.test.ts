import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
let now = MONDAY
/** Each test has an hour of its own. */
const HOURS = ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'] as const
let tests = -1
let hour: string = HOURS[0]
let first = '2026-12-02'

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } })
})
afterAll(() => product.stop())
beforeEach(() => {
  now = MONDAY
  tests += 1
  hour = HOURS[tests % HOURS.length] ?? HOURS[0]
  first = tests < HOURS.length ? '2026-12-02' : '2027-01-06'
  product.mail.clear()
})
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

const post = (path: string, body: unknown) => product.post(`/api/v1${path}`, product.keys.salon, body)
const get = async (path: string) => (await product.get(`/api/v1${path}`, product.keys.salon)).body

async function bookSeries(more: Json = {}): Promise<Json> {
  const { status, body } = await post('/series', {
    service: 'Föhnen',
    staff: 'Mara',
    rrule: 'FREQ=WEEKLY;COUNT=3',
    dtstart: `${first}T${hour}`,
    customer: { name: 'Petra Lindner', phone: '0171 3920011', email: 'petra@example.org' },
    ...more,
  })
  expect(status).toBe(201)
  await product.settled()
  product.mail.clear()
  return body
}
/** Local days and times of day of what is still to take place. */
const timesOf = (series: Json): string[] =>
  series.appointments
    .filter((one: Json) => one.state === 'confirmed')
    .map((one: Json) => one.starts_at.slice(0, 16))
const day = (weeks: number, days = 0): string =>
  Temporal.PlainDate.from(first)
    .add({ days: 7 * weeks + days })
    .toString()
const mailsSent = async () => {
  await product.settled()
  return product.mail.messages()
}
/** Somebody else has that time with Mara. */
async function take(date: string, clock: string): Promise<void> {
  const taken = { service: 'Föhnen', staff: 'Mara', rrule: 'FREQ=DAILY;COUNT=1', dtstart: `${date}T${clock}` }
  const { status } = await post('/series', { ...taken, customer: { name: 'Schneller' } })
  expect(status).toBe(201)
  await product.settled()
  product.mail.clear()
}

describe('Moving a series', () => {
  test('is looked at first, then moves all that is to come, with one e-mail and a record for each', async () => {
    const series = await bookSeries()
    const wish = { scope: 'all', weekday: 4, time: '17:00' }
    const looked = await post(`/series/${series.id}/move`, { ...wish, dry_run: true })
    expect([looked.status, looked.body.committed]).toEqual([200, false])
    expect(looked.body.items.map((one: Json) => [one.starts_at.slice(0, 16), one.conflict])).toEqual(
      [0, 1, 2].map(week => [`${day(week, 1)}T17:00`, null]),
    )
    expect(timesOf(await get(`/series/${series.id}`))).toEqual(timesOf(series))
    const { body } = await post(`/series/${series.id}/move`, wish)
    expect(body.committed).toBe(true)
    expect(timesOf(body.series)).toEqual([0, 1, 2].map(week => `${day(week, 1)}T17:00`))
    expect(body.series).toMatchObject({
      version: 2,
      dtstart: `${day(0, 1)}T17:00:00`,
      rrule: 'FREQ=WEEKLY;COUNT=3',
    })
    expect(body.series.appointments.every((one: Json) => !one.series.exception)).toBe(true)
    const mails = await mailsSent()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toContain('wurde geändert')
    const records = await product.database.query<Json>(
      `select count(*)::int as n from appointment_change
       join series_change on series_change.id = appointment_change.series_change_id
       where series_change.series_id = $1 and appointment_change.kind = 'moved'`,
      [series.id],
    )
    expect(records[0].n).toBe(3)
  })

  test('from one of them on leaves those before it', async () => {
    const series = await bookSeries()
    const wish = { scope: 'following', appointment_id: series.appointments[1].id, time: '17:30' }
    const { body } = await post(`/series/${series.id}/move`, wish)
    expect(timesOf(body.series)).toEqual([`${day(0)}T${hour}`, `${day(1)}T17:30`, `${day(2)}T17:30`])
    expect(body.series.appointments.map((one: Json) => [one.series.position, one.series.of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(body.series.rrule).toBe('FREQ=WEEKLY;COUNT=2')
  })

  test('leaves what was moved alone where it is, and says so', async () => {
    const series = await bookSeries()
    const [, second] = series.appointments
    const alone = await post(`/series/${series.id}/move`, {
      scope: 'this',
      appointment_id: second.id,
      weekday: 5,
    })
    expect(timesOf(alone.body.series)[1]).toBe(`${day(1, 2)}T${hour}`)
    expect((await get(`/appointments/${second.id}`)).series).toMatchObject({ position: 2, exception: true })
    expect((await mailsSent()).map(mail => mail.subject)).toHaveLength(1)
    const { body } = await post(`/series/${series.id}/move`, { scope: 'all', weekday: 4 })
    expect(body.items.map((one: Json) => one.stays)).toEqual([null, 'exception', null])
    expect(timesOf(body.series)).toEqual([
      `${day(0, 1)}T${hour}`,
      `${day(1, 2)}T${hour}`,
      `${day(2, 1)}T${hour}`,
    ])
  })

  test('is refused whole where one date is taken, or goes without it, or takes another time for it', async () => {
    const series = await bookSeries()
    await take(day(1, 1), hour)
    const wish = { scope: 'all', weekday: 4 }
    const refused = await post(`/series/${series.id}/move`, wish)
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/series-conflicts'])
    expect(refused.body.items.map((one: Json) => one.conflict?.kind ?? null)).toEqual([null, 'taken', null])
    expect(timesOf(await get(`/series/${series.id}`))).toEqual(timesOf(series))
    const hindered = refused.body.items[1]
    const [other] = hindered.alternatives
    const chosen = [{ appointment_id: hindered.appointment_id, token: other.token }]
    const { body } = await post(`/series/${series.id}/move`, { ...wish, chosen })
    expect(timesOf(body.series)[1]).toBe(other.starts_at.slice(0, 16))
    expect(body.series.appointments[1].series.exception).toBe(true)
    await post(`/series/${series.id}/undo`, {})
    const without = await post(`/series/${series.id}/move`, { ...wish, conflicts: 'skip' })
    expect(without.body.items.map((one: Json) => one.stays)).toEqual([null, 'conflict', null])
    expect(timesOf(without.body.series)[1]).toBe(`${day(1)}T${hour}`)
  })

  test('has one day of the week to change: more than one is a typed refusal', async () => {
    const series = await bookSeries({ rrule: 'FREQ=WEEKLY;BYDAY=WE,TH;COUNT=4' })
    const { status, body } = await post(`/series/${series.id}/move`, { scope: 'all', weekday: 5 })
    expect([status, body.type]).toEqual([422, '/errors/scheduling/bad-recurrence'])
  })
})

describe('Cancelling a series', () => {
  test('from one of them on frees their places, with one e-mail', async () => {
    const series = await bookSeries()
    const wish = { scope: 'following', appointment_id: series.appointments[1].id, reason: 'Umzug' }
    const { body } = await post(`/series/${series.id}/cancel`, wish)
    expect(body.series.appointments.map((one: Json) => one.state)).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
    ])
    const mails = await mailsSent()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('1 Termin:')
    await take(day(1), hour)
  })

  test('as a whole is told as cancelled, and cannot be done twice', async () => {
    const series = await bookSeries()
    const { body } = await post(`/series/${series.id}/cancel`, { scope: 'all' })
    expect(body.series.upcoming).toBe(0)
    const [mail] = await mailsSent()
    expect(mail?.subject).toContain('ist abgesagt')
    const again = await post(`/series/${series.id}/cancel`, { scope: 'all' })
    expect([again.status, again.body.type]).toEqual([409, '/errors/scheduling/series-over'])
  })

  test('is taken back within minutes, unless somebody has one of the places', async () => {
    const series = await bookSeries()
    await post(`/series/${series.id}/cancel`, { scope: 'all' })
    const { body } = await post(`/series/${series.id}/undo`, {})
    expect(timesOf(body)).toEqual(timesOf(series))
    await post(`/series/${series.id}/cancel`, { scope: 'all' })
    await take(day(1), hour)
    const refused = await post(`/series/${series.id}/undo`, {})
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/place-taken'])
    expect((await get(`/series/${series.id}`)).upcoming).toBe(0)
    now = MONDAY.add({ minutes: 11 })
    const late = await post(`/series/${series.id}/undo`, {})
    expect(late.body.type).toBe('/errors/scheduling/nothing-to-undo')
  })
})

test('A move of a series is taken back with its rule', async () => {
  const series = await bookSeries()
  await post(`/series/${series.id}/move`, { scope: 'all', time: '17:00' })
  const { body } = await post(`/series/${series.id}/undo`, {})
  expect(timesOf(body)).toEqual(timesOf(series))
  expect(body).toMatchObject({ rrule: series.rrule, dtstart: series.dtstart, version: 3 })
  expect(body.appointments.every((one: Json) => !one.series.exception)).toBe(true)
  const again = await post(`/series/${series.id}/undo`, {})
  expect(again.body.type).toBe('/errors/scheduling/nothing-to-undo')
})

test('Two who move the same series at once both get an answer, and it is moved as one of them says', async () => {
  const series = await bookSeries()
  const answers = await Promise.all(
    ['16:30', '17:30'].map(time => post(`/series/${series.id}/move`, { scope: 'all', time })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const times = new Set(timesOf(await get(`/series/${series.id}`)).map(one => one.slice(11)))
  expect(times.size).toBe(1)
})
