import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { seedWorld } from '../../src/worlds/seed-worlds.ts'
import { hours, type World } from '../../src/worlds/world.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const chair = { role: 'Platz', kind: 'room' } as const
const cubicle = { role: 'Kabine', kind: 'room', gaps: 'free' } as const

/** Mara colours, Jonas cuts and takes his time, Aylin does both; two chairs, one cubicle. */
const studio: World = {
  tenant: {
    slug: 'studio',
    name: 'Studio Abendrot',
    sector: 'salon',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    region: 'DE-BE',
  },
  phoneNumber: '+493023125640',
  catalogue: {
    opening: hours(['mon', 'tue', 'wed', 'thu', 'fri'], '09:00-12:00'),
    resources: [
      { kind: 'staff', name: 'Mara' },
      { kind: 'staff', name: 'Jonas' },
      { kind: 'staff', name: 'Aylin', hours: hours(['wed'], '09:00-12:00') },
      { kind: 'room', name: 'Platz 1' },
      { kind: 'room', name: 'Platz 2' },
      { kind: 'room', name: 'Kabine' },
    ],
    services: [
      {
        name: 'Farbe und Schnitt',
        segments: [
          { minutes: 30, gapAfterMinutes: 30, needs: [{ role: 'Farbe', kind: 'staff' }, chair] },
          { minutes: 30, gapAfterMinutes: 0, needs: [{ role: 'Schnitt', kind: 'staff' }, chair] },
        ],
        priceMinor: 9000,
        gridMinutes: 30,
        takes: ['Mara', 'Jonas', 'Aylin', 'Platz 1', 'Platz 2'],
        roles: { Mara: ['Farbe'], Jonas: ['Schnitt'] },
      },
      {
        name: 'Schnitt',
        segments: [{ minutes: 30, gapAfterMinutes: 0 }],
        priceMinor: 4000,
        gridMinutes: 30,
        takes: ['Mara', 'Jonas', 'Platz 1', 'Platz 2'],
        overrides: { Jonas: { minutes: [45], priceMinor: 5500 } },
      },
      {
        name: 'Maske',
        segments: [
          { minutes: 15, gapAfterMinutes: 30, needs: [{ role: 'staff', kind: 'staff' }, cubicle] },
          { minutes: 15, gapAfterMinutes: 0, needs: [{ role: 'staff', kind: 'staff' }, cubicle] },
        ],
        priceMinor: 3000,
        gridMinutes: 15,
        takes: ['Mara', 'Kabine'],
      },
    ],
  },
}

let product: TestProduct
let key: string
beforeAll(async () => {
  product = await startProduct({ clock: fixedClock('2026-11-20T10:00:00+01:00') })
  const tenantId = await seedWorld(product.app, studio)
  key = (await product.app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'test' })).key
})
afterAll(() => product.stop())

async function free(service: string, day: string, staff?: string): Promise<Json[]> {
  const to = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const query = new URLSearchParams({ service, from: day, to, ...(staff ? { staff } : {}) })
  const { status, body } = await product.get(`/api/v1/availability?${query}`, key)
  expect(status).toBe(200)
  return body.items
}

async function book(slot: Json): Promise<Json> {
  const { status, body } = await product.post('/api/v1/appointments', key, {
    token: slot.token,
    customer: { name: 'Petra Lindner' },
  })
  expect(status).toBe(201)
  return body
}

/** "Mara 09:00-09:30 #0", by start. */
async function takenBy(appointment: Json): Promise<string[]> {
  const rows = await product.database.query<{ text: string }>(
    `select concat(resource.name, ' ', to_char(segment.starts_at at time zone 'Europe/Berlin', 'HH24:MI'), '-',
       to_char(segment.ends_at at time zone 'Europe/Berlin', 'HH24:MI'), ' #', segment.position) as text
     from appointment_segment as segment join resource on resource.id = segment.resource_id
     where segment.appointment_id = $1 order by segment.starts_at, resource.position`,
    [appointment.id],
  )
  return rows.map(row => row.text)
}

const times = (slots: Json[]): string[] => slots.map((slot: Json) => slot.starts_at.slice(11, 16))
const names = (of: Json): string[] => of.staff.map((person: Json) => person.name)

describe('Colour by one, cut by another', () => {
  test('takes each of them for their part, and the chair through the gap (failure 39)', async () => {
    const [slot] = await free('Farbe und Schnitt', '2026-11-23')
    expect(names(slot)).toEqual(['Mara', 'Jonas'])
    expect(await takenBy(await book(slot))).toEqual([
      'Mara 09:00-09:30 #0',
      'Platz 1 09:00-10:30 #0',
      'Jonas 10:00-10:30 #1',
    ])
  })

  test('leaves both of them free for others meanwhile', async () => {
    expect(times(await free('Schnitt', '2026-11-23', 'Jonas'))[0]).toBe('09:00')
    expect(times(await free('Schnitt', '2026-11-23', 'Mara'))[0]).toBe('09:30')
  })

  test('is done from beginning to end by whoever can do both', async () => {
    await free('Farbe und Schnitt', '2026-11-25', 'Aylin')
    const [slot] = await free('Farbe und Schnitt', '2026-11-25', 'Aylin')
    expect(names(slot)).toEqual(['Aylin'])
    expect(await takenBy(await book(slot))).toEqual([
      'Aylin 09:00-09:30 #0',
      'Platz 1 09:00-10:30 #0',
      'Aylin 10:00-10:30 #1',
    ])
  })

  test('is asked for with Jonas, who only cuts: somebody else colours', async () => {
    expect(names((await free('Farbe und Schnitt', '2026-11-24', 'Jonas'))[0])).toEqual(['Mara', 'Jonas'])
  })

  test('is not offered when nobody could cut', async () => {
    const day = '2026-11-26'
    for (const cut of (await free('Schnitt', day, 'Jonas')).filter(
      (_: Json, index: number) => index % 2 === 0,
    ))
      await book(cut)
    expect(await free('Farbe und Schnitt', day)).toEqual([])
  })

  test('is won once by thirty who want the same people at once', async () => {
    const [slot] = await free('Farbe und Schnitt', '2026-11-30')
    const body = { token: slot.token, customer: { name: 'Jan Ottmar' } }
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => product.post('/api/v1/appointments', key, body)),
    )
    expect(answers.map(answer => answer.status).toSorted()).toEqual([201, ...Array(29).fill(409)])
  })
})

describe('Whoever takes longer and costs more', () => {
  test('has their own length and price in the appointment (failure 48)', async () => {
    const [slot] = await free('Schnitt', '2026-12-01', 'Jonas')
    expect(slot.ends_at).toBe('2026-12-01T09:45:00+01:00')
    const booked = await book(slot)
    expect([booked.ends_at, booked.service.minutes, booked.service.price_minor]).toEqual([
      '2026-12-01T09:45:00+01:00',
      45,
      5500,
    ])
  })

  test('does not begin what would end after closing, though others do', async () => {
    const slots = await free('Schnitt', '2026-12-02')
    expect(times(slots).at(-1)).toBe('11:30')
    expect(times(await free('Schnitt', '2026-12-02', 'Jonas')).at(-1)).toBe('11:00')
  })
})

test('a cubicle whose gaps are free is used by the next in the gap', async () => {
  const day = '2026-12-03'
  const [first] = await free('Maske', day)
  await book(first)
  const [second] = await free('Maske', day)
  expect(times([first, second])).toEqual(['09:00', '09:15'])
})

test('every appointment has exactly what its service implies', async () => {
  expect(await brokenInvariants((text, values) => product.database.query(text, values))).toEqual([])
})
