import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let service: Json
let person: Json
/** Each test has an hour and weeks of its own. */
const HOURS = ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'] as const
let tests = -1
let weeks = 1
let hour: string = HOURS[0]

beforeAll(async () => {
  product = await startProduct()
  const { body } = await salon('GET', '/services')
  service = body.items[0]
  const { body: staff } = await salon('GET', '/staff')
  person = staff.items.find((one: Json) => one.services.some((known: Json) => known.id === service.id))
})
afterAll(() => product.stop())
beforeEach(() => {
  tests += 1
  hour = HOURS[tests % HOURS.length] ?? HOURS[0]
  weeks = 1 + 4 * Math.floor(tests / HOURS.length)
})

const salon = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body, headers })

const today = Temporal.Now.plainDateISO('Europe/Berlin')
/** A Wednesday of the weeks of this test. */
const wednesday = () => {
  const day = today.add({ days: 7 * weeks })
  return day.add({ days: 3 - day.dayOfWeek })
}
const rule = (rrule: string, clock = hour, more: Json = {}) => ({
  service: service.id,
  staff: person.id,
  rrule,
  dtstart: `${wednesday()}T${clock}`,
  ...more,
})
const rowsOf = async (table: string): Promise<number> =>
  Number((await product.database.query<Json>(`select count(*)::int as n from ${table}`))[0]?.n)
const customer = { name: 'Lena Vogt', phone: '+493023125091', email: 'lena.vogt@example.org' }
const slotOf = async (wanted: Json): Promise<Json> =>
  (await salon('POST', '/series/preview', { ...wanted, rrule: 'FREQ=DAILY;COUNT=1' })).body.occurrences[0]
    .slot

describe('A series that is looked at', () => {
  test('names every date with a slot and commits nothing', async () => {
    const before = await rowsOf('appointment')
    const { status, body } = await salon('POST', '/series/preview', rule('FREQ=WEEKLY;COUNT=3'))
    expect([status, body.conflicts]).toEqual([200, 0])
    expect(body.occurrences.map((one: Json) => one.starts_at.slice(0, 16))).toEqual(
      [0, 7, 14].map(days => `${wednesday().add({ days })}T${hour}`),
    )
    for (const one of body.occurrences) {
      expect(one.slot.starts_at).toBe(one.starts_at)
      expect(one.slot.staff.map((staff: Json) => staff.id)).toEqual([person.id])
    }
    expect([await rowsOf('appointment'), await rowsOf('series')]).toEqual([before, 0])
  })

  test('names a date that is taken and one that is closed, each with times near it', async () => {
    const { token } = await slotOf(rule(''))
    await salon('POST', '/appointments', { token, customer: { name: 'Schneller' } })
    const closed = wednesday()
      .add({ days: 7 })
      .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: hour })
    await salon('POST', '/closures', {
      starts_at: closed.toInstant().toString(),
      ends_at: closed.add({ minutes: 30 }).toInstant().toString(),
      reason: 'Umbau',
    })
    const { body } = await salon('POST', '/series/preview', rule('FREQ=WEEKLY;COUNT=3'))
    expect(body.occurrences.map((one: Json) => one.conflict?.kind ?? null)).toEqual(['taken', 'closed', null])
    expect(body.conflicts).toBe(2)
    for (const one of body.occurrences.slice(0, 2)) {
      expect(one.alternatives).toHaveLength(3)
      expect(one.conflict.sentence.de).not.toBe('')
      expect(one.alternatives.every((slot: Json) => slot.starts_at !== one.starts_at)).toBe(true)
    }
  })

  test('names dates that are past, too far ahead and at no time that is offered', async () => {
    const past = rule('FREQ=DAILY;COUNT=1', hour, { dtstart: `${today.subtract({ days: 7 })}T11:00` })
    const far = rule('FREQ=DAILY;COUNT=1', hour, { dtstart: `${today.add({ years: 2 })}T11:00` })
    const odd = rule('FREQ=DAILY;COUNT=1', '11:07')
    const kinds = []
    for (const wish of [past, far, odd])
      kinds.push((await salon('POST', '/series/preview', wish)).body.occurrences[0].conflict.kind)
    expect(kinds).toEqual(['past', 'beyond_horizon', 'not_offered'])
  })

  test('is refused with its limit when it has no end, 10,000 dates or a rule nobody can read', async () => {
    const answers = []
    for (const rrule of ['FREQ=WEEKLY', 'FREQ=DAILY;COUNT=10000', 'FREQ=SOMETIMES', 'FREQ=HOURLY;COUNT=3']) {
      const { status, body } = await salon('POST', '/series/preview', rule(rrule))
      answers.push([status, body.type, body.most])
    }
    expect(answers).toEqual([
      [422, '/errors/scheduling/series-too-long', 104],
      [422, '/errors/scheduling/series-too-long', 104],
      [422, '/errors/scheduling/bad-recurrence', undefined],
      [422, '/errors/scheduling/bad-recurrence', undefined],
    ])
  })
})

describe('A series that is booked', () => {
  test('has its appointments, says which of how many each is, and is confirmed by one e-mail', async () => {
    const { status, body } = await salon('POST', '/series', { ...rule('FREQ=WEEKLY;COUNT=3'), customer })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      rrule: 'FREQ=WEEKLY;COUNT=3',
      count: 3,
      upcoming: 3,
      skipped: [],
      version: 1,
    })
    expect(body.appointments.map((one: Json) => [one.state, one.series])).toEqual(
      [1, 2, 3].map(position => ['confirmed', { id: body.id, position, of: 3, exception: false }]),
    )
    expect((await salon('GET', `/series/${body.id}`)).body.appointments).toEqual(body.appointments)
    const { items } = (await salon('GET', `/series?customer=${body.customer_id}`)).body
    expect(items.map((one: Json) => one.id)).toContain(body.id)
    await product.settled()
    const mails = product.mail.messages().filter(mail => mail.to.includes(customer.email))
    expect(mails).toHaveLength(1)
    for (const one of body.appointments) expect(mails[0]?.text).toContain(one.reference)
    expect(mails[0]?.text).toContain('3 Termine:')
  })

  test('is refused whole where one date is taken, and names all dates again', async () => {
    const { token } = await slotOf(rule(''))
    await salon('POST', '/appointments', { token, customer: { name: 'Schneller' } })
    const before = [await rowsOf('appointment'), await rowsOf('series'), await rowsOf('customer')]
    const wish = { ...rule('FREQ=WEEKLY;COUNT=3'), customer: { name: 'Zu Spät', phone: '+493023125092' } }
    const { status, body } = await salon('POST', '/series', wish)
    expect([status, body.type]).toEqual([409, '/errors/scheduling/series-conflicts'])
    expect(body.occurrences.map((one: Json) => one.conflict?.kind ?? null)).toEqual(['taken', null, null])
    expect([await rowsOf('appointment'), await rowsOf('series'), await rowsOf('customer')]).toEqual(before)
  })

  test('does not take a chosen time for a date that its rule has not, or a token that is none', async () => {
    const wish = { ...rule('FREQ=WEEKLY;COUNT=2'), customer }
    const { token } = await slotOf(rule(''))
    const nowhere = await salon('POST', '/series', {
      ...wish,
      chosen: [{ starts_at: `${wednesday().add({ days: 1 })}T${hour}:00+01:00`, token }],
    })
    expect(nowhere.body.type).toBe('/errors/scheduling/unknown-occurrence')
    const { occurrences } = (await salon('POST', '/series/preview', rule('FREQ=WEEKLY;COUNT=2'))).body
    const forged = await salon('POST', '/series', {
      ...wish,
      chosen: [{ starts_at: occurrences[0].starts_at, token: 'nothing' }],
    })
    expect(forged.body.type).toBe('/errors/scheduling/invalid-token')
  })

  test('sent twice at once under one key is one series', async () => {
    const wish = { ...rule('FREQ=WEEKLY;COUNT=2'), customer: { name: 'Einmal' } }
    const headers = { 'idempotency-key': 'series-once' }
    const [one, other] = await Promise.all([
      salon('POST', '/series', wish, headers),
      salon('POST', '/series', wish, headers),
    ])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body).toEqual(one.body)
  })

  test('racing another one for the same chair: one has all its dates, the other none', async () => {
    for (let round = 0; round < 4; round += 1) {
      weeks += 1
      const before = await rowsOf('appointment')
      const wish = rule('FREQ=DAILY;COUNT=3', '16:00')
      const two = { ...wish, rrule: 'FREQ=WEEKLY;BYDAY=WE,TH,FR;COUNT=3' }
      const answers = await Promise.all([
        salon('POST', '/series', { ...wish, customer: { name: 'Täglich' } }),
        salon('POST', '/series', { ...two, customer: { name: 'Wöchentlich' } }),
      ])
      expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409])
      expect(answers.find(answer => answer.status === 409)?.body.type).toBe(
        '/errors/scheduling/series-conflicts',
      )
      expect(await rowsOf('appointment')).toBe(before + 3)
    }
  })

  test('goes without the dates that conflict, or with another time chosen for one', async () => {
    const { token } = await slotOf(rule(''))
    await salon('POST', '/appointments', { token, customer: { name: 'Schneller' } })
    const wish = rule('FREQ=WEEKLY;COUNT=3')
    const [first] = (await salon('POST', '/series/preview', wish)).body.occurrences
    const [other] = first.alternatives
    const chosen = [{ starts_at: first.starts_at, token: other.token }]
    const { body: whole } = await salon('POST', '/series', { ...wish, customer, chosen })
    expect(whole.appointments).toHaveLength(3)
    const moved = whole.appointments.find((one: Json) => one.starts_at === other.starts_at)
    expect(moved.series).toMatchObject({ position: 1, exception: true })
    const later = rule('FREQ=WEEKLY;COUNT=3', hour, { conflicts: 'skip' })
    const { body: rest } = await salon('POST', '/series', {
      ...later,
      rrule: 'FREQ=WEEKLY;COUNT=4',
      customer,
    })
    expect(rest.appointments).toHaveLength(1)
    expect(rest.skipped.map((one: Json) => one.conflict.kind)).toEqual(['taken', 'taken', 'taken'])
    expect(rest.exceptions).toHaveLength(3)
  })

  test('of another business is unknown', async () => {
    const path = '/api/v1/series/01a1fafa-efc5-7825-88ea-f16e106b3d4d'
    const unknown = await send(product.url, { method: 'GET', path, key: product.keys.practice })
    expect([unknown.status, unknown.body.type]).toEqual([404, '/errors/scheduling/unknown-series'])
  })
})
