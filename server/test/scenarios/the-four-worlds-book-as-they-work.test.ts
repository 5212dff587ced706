import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; no public holiday is near. */
const FRIDAY_MORNING = '2026-11-20T10:00:00+01:00'
const clock = fixedClock(FRIDAY_MORNING)
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())
beforeEach(() => clock.set(FRIDAY_MORNING))

type World = keyof TestProduct['keys']

/** Free starts of a service whose whole length lies in a range of local wall times. */
async function free(world: World, service: string, [from, to]: [string, string]): Promise<Json[]> {
  const query = new URLSearchParams({ service, from: `${from}+01:00`, to: `${to}+01:00` })
  const { status, body } = await product.get(`/api/v1/availability?${query}`, product.keys[world])
  expect(status).toBe(200)
  return body.items
}

const timesOf = (slots: Json[]): string[] => slots.map((slot: Json) => slot.starts_at.slice(11, 16))
const namesOf = (slot: Json): string[] => slot.staff.map((person: Json) => person.name)
const day = (date: string): [string, string] => [`${date}T00:00`, `${date}T23:59`]

function book(world: World, token: string, more: Record<string, unknown> = {}) {
  const body = { token, customer: { name: 'Petra Lindner' }, ...more }
  return product.post('/api/v1/appointments', product.keys[world], body)
}

/** One booking after the other, each of the first slot then free, until none is left. */
async function bookUntilFull(world: World, service: string, range: [string, string]): Promise<string[][]> {
  const booked: string[][] = []
  for (;;) {
    const [slot] = await free(world, service, range)
    if (!slot) return booked
    const { status, body } = await book(world, slot.token)
    expect(status).toBe(201)
    booked.push(namesOf(body))
  }
}

/** All tokens at once, each several times; how many got what they wanted. */
async function winners(world: World, tokens: string[], times: number): Promise<number> {
  const racers = Array.from({ length: times }, () => tokens).flat()
  const answers = await Promise.all(racers.map(token => book(world, token)))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([201, 409]))
  return answers.filter(answer => answer.status === 201).length
}

async function resourcesOf(reference: string): Promise<string[]> {
  const rows = await product.database.query<{ name: string }>(
    `select resource.name from appointment_segment
     join appointment on appointment.id = appointment_segment.appointment_id
     join resource on resource.id = appointment_segment.resource_id
     where appointment.reference = $1 order by resource.name`,
    [reference],
  )
  return rows.map(row => row.name)
}

describe('The garage', () => {
  test('takes a lift and a mechanic for a change of tyres, and keeps the licence plate', async () => {
    const [slot] = await free('garage', 'Reifenwechsel', day('2026-11-23'))
    expect(slot.starts_at).toBe('2026-11-23T07:30:00+01:00')
    const { body } = await book('garage', slot.token, { note: 'H-XY 123' })
    expect(await resourcesOf(body.reference)).toEqual(['Bühne 1', 'Kemal'])
    expect(body.note).toBe('H-XY 123')
  })

  test('asks for the licence plate', async () => {
    const { body } = await product.get('/api/v1/services', product.keys.garage)
    expect(new Set(body.items.map((service: Json) => service.ask_note))).toEqual(new Set(['Kennzeichen']))
  })

  test('changes tyres of two cars at once and not of three', async () => {
    const range: [string, string] = ['2026-11-24T07:30', '2026-11-24T08:00']
    expect(await bookUntilFull('garage', 'Reifenwechsel', range)).toEqual([['Kemal'], ['Lutz']])
  })

  test('needs a mechanic for a diagnosis, and no lift', async () => {
    await bookUntilFull('garage', 'Diagnose', ['2026-11-25T07:30', '2026-11-25T08:30'])
    expect(timesOf(await free('garage', 'Reifenwechsel', day('2026-11-25')))[0]).toBe('08:30')
    const [slot] = await free('garage', 'Diagnose', day('2026-11-25'))
    const { body } = await book('garage', slot.token)
    expect(await resourcesOf(body.reference)).toEqual(['Kemal'])
  })

  test('does not begin an inspection that would last until after five', async () => {
    const times = timesOf(await free('garage', 'Inspektion', day('2026-11-26')))
    expect([times[0], times[1], times.at(-1)]).toEqual(['07:30', '08:00', '14:30'])
  })

  test('takes three cars in at the counter at once and not four, however many come', async () => {
    const range: [string, string] = ['2026-11-27T09:00', '2026-11-27T09:10']
    const [slot] = await free('garage', 'Fahrzeugannahme', range)
    expect(namesOf(slot)).toEqual([])
    expect(await winners('garage', [slot.token], 20)).toBe(3)
    expect(await free('garage', 'Fahrzeugannahme', range)).toEqual([])
    const lanes = await product.database.query<{ lane: number }>(
      `select allocation.lane from allocation join resource on resource.id = allocation.resource_id
       where resource.name = 'Annahme' order by allocation.lane`,
    )
    expect(lanes.map(row => row.lane)).toEqual([1, 2, 3])
  })

  test('takes cars in while both mechanics are busy', async () => {
    await bookUntilFull('garage', 'Diagnose', ['2026-11-30T07:30', '2026-11-30T08:30'])
    expect(timesOf(await free('garage', 'Fahrzeugannahme', day('2026-11-30')))[0]).toBe('07:30')
  })
})

describe('The consultants', () => {
  test('begin at six fixed times on working days and at no other', async () => {
    const slots = await free('consultants', 'Beratungsgespräch', ['2026-11-27T00:00', '2026-12-01T00:00'])
    expect([...new Set(slots.map((slot: Json) => slot.starts_at.slice(0, 16)))]).toEqual(
      ['2026-11-27', '2026-11-30'].flatMap(date =>
        ['09:00', '11:00', '14:00', '16:00', '18:00', '20:00'].map(time => `${date}T${time}`),
      ),
    )
  })

  test.each([
    ['09:00', 2],
    ['11:00', 3],
    ['20:00', 2],
  ])('hold as many talks at %s as are allowed', async (time, most) => {
    const end = `${Number(time.slice(0, 2)) + 2}:00`
    const talks = await bookUntilFull('consultants', 'Beratungsgespräch', [
      `2026-11-24T${time}`,
      `2026-11-24T${end}`,
    ])
    expect(talks).toHaveLength(most)
    expect(new Set(talks.flat()).size).toBe(most)
  })

  test('hold two talks at nine when sixty callers want all three consultants at once (slot board: a lock given back before the count)', async () => {
    const tokens: string[] = []
    for (const staff of ['Ines', 'Ole', 'Runa']) {
      const query = new URLSearchParams({
        service: 'Beratungsgespräch',
        staff,
        from: '2026-11-25T09:00+01:00',
        to: '2026-11-25T11:00+01:00',
      })
      const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.consultants)
      tokens.push(body.items[0].token)
    }
    expect(await winners('consultants', tokens, 20)).toBe(2)
    const counts = await product.database.query(
      `select capacity_count.number from capacity_count
       where capacity_count.starts_at = '2026-11-25T09:00+01:00' order by capacity_count.number`,
    )
    expect(counts).toEqual([{ number: 1 }, { number: 2 }])
    const taken = await product.database.query(
      "select allocation.id from allocation where allocation.starts_at = '2026-11-25T09:00+01:00'",
    )
    expect(taken).toHaveLength(2)
  })

  test('have a place again when a hold of a full start runs out', async () => {
    const range: [string, string] = ['2026-11-26T20:00', '2026-11-26T22:00']
    for (const attempt of ['first', 'second']) {
      const [slot] = await free('consultants', 'Beratungsgespräch', range)
      const { status } = await product.post('/api/v1/holds', product.keys.consultants, { token: slot.token })
      expect([attempt, status]).toEqual([attempt, 201])
    }
    expect(await free('consultants', 'Beratungsgespräch', range)).toEqual([])
    clock.advance(5 * 60_000 + 1)
    const talks = await bookUntilFull('consultants', 'Beratungsgespräch', range)
    expect(talks).toHaveLength(2)
  })

  test('need a day of notice', async () => {
    clock.set('2026-11-30T11:01:00+01:00')
    const slots = await free('consultants', 'Beratungsgespräch', day('2026-12-01'))
    expect(timesOf(slots)).toEqual(['14:00', '16:00', '18:00', '20:00'])
  })

  test('are drawn: asked twice the same, and over a month each of them', async () => {
    const range: [string, string] = ['2026-12-01T00:00', '2026-12-24T00:00']
    const once = await free('consultants', 'Beratungsgespräch', range)
    const again = await free('consultants', 'Beratungsgespräch', range)
    expect(again.map(namesOf)).toEqual(once.map(namesOf))
    expect(new Set(once.flatMap(namesOf))).toEqual(new Set(['Ines', 'Ole', 'Runa']))
  })
})

describe('The practice', () => {
  test('gives an appointment for pain at once, and before noon of the next working day at the latest', async () => {
    clock.set('2026-11-19T09:03:00+01:00')
    const slots = await free('practice', 'Schmerztermin', ['2026-11-19T00:00', '2026-11-30T00:00'])
    expect(slots[0].starts_at).toBe('2026-11-19T09:10:00+01:00')
    expect(slots.at(-1).starts_at).toBe('2026-11-20T11:40:00+01:00')
  })

  test('counts a weekend and the Day of Repentance out', async () => {
    const slots = await free('practice', 'Schmerztermin', ['2026-11-20T00:00', '2026-12-20T00:00'])
    expect(slots.at(-1).starts_at).toBe('2026-11-23T11:40:00+01:00')
    clock.set('2025-11-18T17:00:00+01:00')
    const overHoliday = await free('practice', 'Schmerztermin', ['2025-11-18T00:00', '2025-12-20T00:00'])
    expect(overHoliday.at(-1).starts_at).toBe('2025-11-20T11:40:00+01:00')
  })

  test('gives no other service by that rule', async () => {
    const slots = await free('practice', 'Kontrolle', ['2026-11-24T00:00', '2026-11-28T00:00'])
    expect(slots.length).toBeGreaterThan(50)
  })

  test('cleans teeth in its own room, with Frau Winkler', async () => {
    const [slot] = await free('practice', 'Prophylaxe', day('2026-11-24'))
    const { body } = await book('practice', slot.token)
    expect(await resourcesOf(body.reference)).toEqual(['Frau Winkler', 'Prophylaxeraum'])
  })
})

describe('The salon', () => {
  test('cuts hair while a colour takes effect, by the same person', async () => {
    const range: [string, string] = ['2026-11-24T09:00', '2026-11-24T11:00']
    const [colour] = await free('salon', 'Färben', range)
    expect(namesOf(colour)).toEqual(['Mara'])
    expect((await book('salon', colour.token)).status).toBe(201)
    const query = new URLSearchParams({
      service: 'Föhnen',
      staff: 'Mara',
      from: '2026-11-24',
      to: '2026-11-25',
    })
    const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
    expect(timesOf(body.items)[0]).toBe('09:45')
    expect(timesOf(body.items)[1]).toBe('11:00')
  })

  test('lets a colour take effect over a break, and nobody work in it', async () => {
    const query = new URLSearchParams({
      service: 'Färben',
      staff: 'Mara',
      from: '2026-11-27',
      to: '2026-11-28',
    })
    const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
    const noon = timesOf(body.items).filter(time => time > '10:59' && time < '13:45')
    expect(noon).toEqual(['11:00', '12:15', '13:30'])
  })
})

describe('A business that wastes no minute', () => {
  const jonas = async (date: string, next: string): Promise<Json[]> => {
    const query = new URLSearchParams({ service: 'Kinderhaarschnitt', staff: 'Jonas', from: date, to: next })
    const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
    return body.items
  }
  const useGrid = (kind: string) =>
    product.database.query("update service set grid_kind = $1 where service.name = 'Kinderhaarschnitt'", [
      kind,
    ])

  afterAll(() => useGrid('window'))

  test('offers the next start where the last appointment ends', async () => {
    await useGrid('free')
    const [first] = await jonas('2026-12-02', '2026-12-03')
    expect((await book('salon', first.token)).status).toBe(201)
    expect(timesOf(await jonas('2026-12-02', '2026-12-03')).slice(0, 2)).toEqual(['10:20', '10:35'])
  })

  test('says the same when it is asked from the middle of the gap', async () => {
    await useGrid('free')
    const later = await jonas('2026-12-02T10:30:00+01:00', '2026-12-03')
    expect(timesOf(later)[0]).toBe('10:35')
  })

  test('rounds up to the clock if it likes, and an offer outlives the next tick of the clock', async () => {
    await useGrid('clock')
    clock.set('2026-12-02T09:22:00+01:00')
    const offered = await jonas('2026-12-02', '2026-12-03')
    expect(timesOf(offered).slice(0, 2)).toEqual(['10:30', '10:45'])
    clock.set('2026-12-02T09:50:00+01:00')
    expect((await book('salon', offered[1].token)).status).toBe(201)
  })
})
