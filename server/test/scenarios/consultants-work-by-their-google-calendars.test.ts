import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GoogleSimulator, startGoogle } from '../../../sandbox/google/start-google.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; what is offered is on the Monday after. */
const now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const DAY = { from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' }
const CONSULTANTS = ['Ines', 'Ole', 'Runa']

let product: TestProduct
let google: GoogleSimulator
const calendarOf = (name: string): string => `${name.toLowerCase()}@beratung-nordlicht.example`
const key = () => product.keys.consultants

/** One service account that every consultant has shared the calendar with. */
beforeAll(async () => {
  google = await startGoogle({ now: () => now.epochMilliseconds })
  const robot = google.addServiceAccount('askpro@nordlicht.example')
  for (const name of CONSULTANTS)
    google.addCalendar({
      id: calendarOf(name),
      roles: { [calendarOf(name)]: 'owner', [robot.email]: 'writer' },
    })
  product = await startProduct({ clock: { now: () => now }, config: { google: { baseUrl: google.url } } })
  product.app.outside.publicUrl = product.url
  const secrets = Object.entries({ kind: 'service_account', ...robot }).map(([name, value]) => ({
    name,
    value,
  }))
  const wish = { provider: 'google', name: 'Kalender der Berater', secrets, when_unknown: 'not_bookable' }
  const { body: connection } = await product.post('/api/v1/calendar-connections', key(), wish)
  const { body: staff } = await product.get('/api/v1/staff', key())
  for (const { id: resource_id, name } of staff.items) {
    const link = { connection_id: connection.id, resource_id, target: calendarOf(name), direction: 'both' }
    expect((await product.post('/api/v1/calendar-links', key(), link)).status).toBe(201)
  }
  await product.settled()
  for (const name of ['calendars.read-due-calendars', 'calendars.tend-channels']) {
    await product.app.platform.jobs.schedules().get(name)?.run(now)
    await product.settled()
  }
})
afterAll(async () => {
  await product.stop()
  await google.close()
})

async function offered(): Promise<Json[]> {
  const query = new URLSearchParams({ service: 'Beratungsgespräch', ...DAY })
  return (await product.get(`/api/v1/availability?${query}`, key())).body.items
}
const starts = async (): Promise<string[]> => [
  ...new Set((await offered()).map((item: Json) => item.starts_at.slice(11, 16))),
]

async function book(time: string): Promise<number> {
  const slot = (await offered()).find((item: Json) => item.starts_at.slice(11, 16) === time)
  if (slot === undefined) return 0
  const wish = { token: slot.token, customer: { name: 'Jana Albers' } }
  const { status } = await product.post('/api/v1/appointments', key(), wish)
  await product.settled()
  return status
}

async function isBusy(name: string, from: string, to: string): Promise<void> {
  google.insertEvent(calendarOf(name), {
    start: { dateTime: `2026-11-23T${from}:00+01:00` },
    end: { dateTime: `2026-11-23T${to}:00+01:00` },
  })
  await google.notified()
  await product.settled()
}

test('fixed starts are offered while somebody’s calendar is free', async () => {
  expect(await starts()).toEqual(['09:00', '11:00', '14:00', '16:00', '18:00', '20:00'])
  await isBusy('Ines', '10:30', '12:00')
  await isBusy('Ole', '12:30', '13:30')
  expect(await starts()).toContain('11:00')
  await isBusy('Runa', '08:00', '11:15')
  expect(await starts()).toEqual(['09:00', '14:00', '16:00', '18:00', '20:00'])
})

test('as many are booked at one start as calendars are free, and never more (slot board: consultants known by the organiser)', async () => {
  await isBusy('Ole', '14:00', '15:00')
  expect([await book('14:00'), await book('14:00'), await book('14:00')]).toEqual([201, 201, 0])
  const written = ['Ines', 'Runa'].map(
    name => google.events(calendarOf(name)).filter(({ extendedProperties }) => extendedProperties).length,
  )
  expect(written).toEqual([1, 1])
})

test('two are booked at nine though three are there, by the rule of the business', async () => {
  for (const calendar of CONSULTANTS.map(calendarOf))
    for (const { id, extendedProperties } of google.events(calendar))
      if (!extendedProperties) google.deleteEvent(calendar, id)
  await google.notified()
  await product.settled()
  expect([await book('09:00'), await book('09:00'), await book('09:00')]).toEqual([201, 201, 0])
})

test('a day off in every calendar is a day without times', async () => {
  for (const name of CONSULTANTS)
    google.insertEvent(calendarOf(name), { start: { date: '2026-11-23' }, end: { date: '2026-11-24' } })
  await google.notified()
  await product.settled()
  expect(await starts()).toEqual([])
})
