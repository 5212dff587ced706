import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday. */
const clock = fixedClock('2026-11-20T10:00:00+01:00')
let product: TestProduct
let staff: Map<string, string>

const calendar = async (from: string, to: string): Promise<{ status: number; body: Json }> =>
  await product.get(`/api/v1/calendar?from=${from}&to=${to}`, product.keys.salon)

const explanation = async (query: Record<string, string>): Promise<{ status: number; body: Json }> =>
  await product.get(`/api/v1/availability/explanation?${new URLSearchParams(query)}`, product.keys.salon)

async function book(service: string, at: string): Promise<Json> {
  const query = new URLSearchParams({ service, staff: 'Mara', from: at, to: '2026-11-27', limit: '1' })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
  const wish = { token: body.items[0].token, customer: { name: 'Petra Lindner' } }
  return (await product.post('/api/v1/appointments', product.keys.salon, wish)).body
}

beforeAll(async () => {
  product = await startProduct({ clock })
  const { body } = await product.get('/api/v1/staff', product.keys.salon)
  staff = new Map(body.items.map((person: Json) => [person.name, person.id]))
})
afterAll(() => product.stop())

describe('A day of the salon', () => {
  test('shows everybody with the windows in which they work', async () => {
    const { body } = await calendar('2026-11-25', '2026-11-26')
    expect(body.opening).toEqual([
      { starts_at: '2026-11-25T09:00:00+01:00', ends_at: '2026-11-25T18:00:00+01:00' },
    ])
    const working = Object.fromEntries(
      body.resources.map(({ name, working: windows }: Json) => [
        name,
        windows.map(({ starts_at, ends_at }: Json) => `${starts_at.slice(11, 16)}-${ends_at.slice(11, 16)}`),
      ]),
    )
    expect(working).toEqual({
      Mara: ['09:00-13:00', '13:30-18:00'],
      Jonas: ['10:00-18:00'],
      Aylin: ['09:00-15:00'],
    })
  })

  test('has a closed holiday with its name in both languages', async () => {
    const { body } = await calendar('2026-12-25', '2026-12-26')
    expect(body.opening).toEqual([])
    expect(body.holidays).toEqual([
      { date: '2026-12-25', name: { de: '1. Weihnachtstag', en: 'Christmas Day' } },
    ])
  })

  test('has an appointment with its parts and the gap between them, until it is cancelled', async () => {
    const booked = await book('Färben', '2026-11-25T09:00:00+01:00')
    const { body } = await calendar('2026-11-25', '2026-11-26')
    const [drawn] = body.appointments
    expect(drawn).toMatchObject({
      id: booked.id,
      service: { name: 'Färben' },
      attendee_name: 'Petra Lindner',
    })
    expect(drawn.segments).toEqual([
      {
        resource_id: staff.get('Mara'),
        position: 0,
        starts_at: '2026-11-25T09:00:00+01:00',
        ends_at: '2026-11-25T09:45:00+01:00',
      },
      {
        resource_id: staff.get('Mara'),
        position: 1,
        starts_at: '2026-11-25T10:15:00+01:00',
        ends_at: '2026-11-25T11:00:00+01:00',
      },
    ])
    await product.post(`/api/v1/appointments/${booked.id}/cancel`, product.keys.salon, {
      override: 'Kundin hat angerufen',
    })
    expect((await calendar('2026-11-25', '2026-11-26')).body.appointments).toEqual([])
  })

  test('has what is blocked, of the location and of one person, with its reason', async () => {
    const range = { starts_at: '2026-11-27T13:00:00+01:00', ends_at: '2026-11-27T18:00:00+01:00' }
    const closure = { ...range, reason: 'Betriebsversammlung' }
    const absence = { ...range, staff_id: staff.get('Jonas'), kind: 'training' }
    expect((await product.post('/api/v1/closures', product.keys.salon, closure)).status).toBe(201)
    expect((await product.post('/api/v1/absences', product.keys.salon, absence)).status).toBe(201)
    const { body } = await calendar('2026-11-27', '2026-11-28')
    expect(body.blocks).toEqual([
      expect.objectContaining({
        kind: 'closure',
        resource_id: null,
        reason: 'Betriebsversammlung',
        ...range,
      }),
      expect.objectContaining({ kind: 'absence', resource_id: staff.get('Jonas'), reason: 'training' }),
    ])
  })

  test('is refused when it is more than six weeks', async () => {
    expect((await calendar('2026-11-01', '2027-01-01')).status).toBe(422)
  })
})

describe('Why a time is not offered', () => {
  test('is told in both languages, for a wall time of the location', async () => {
    const { body } = await explanation({ service: 'Haarschnitt Herren', at: '2026-11-23T10:00' })
    expect(body).toMatchObject({ at: '2026-11-23T10:00:00+01:00', free: false, rules: ['closed', 'nobody'] })
    expect(body.sentence).toEqual({
      de: 'Montag, 23.11.2026, 10:00: geschlossen; Aylin macht Haarschnitt Herren nicht.',
      en: 'Monday, 23/11/2026, 10:00: closed; Aylin does not do Haarschnitt Herren.',
    })
  })

  test('is told of one person', async () => {
    const question = { service: 'Haarschnitt Herren', at: '2026-11-26T10:00', staff: 'Jonas' }
    const { body } = await explanation(question)
    expect(body.sentence.de).toBe('Donnerstag, 26.11.2026, 10:00: Jonas ist dann nicht da.')
  })

  test('a time that is offered says that it is free', async () => {
    const { body } = await explanation({ service: 'Haarschnitt Herren', at: '2026-11-26T10:00:00+01:00' })
    expect([body.free, body.rules]).toEqual([true, []])
  })

  test('a time that is none is refused', async () => {
    expect((await explanation({ service: 'Föhnen', at: '2026-11-31T10:00' })).status).toBe(400)
  })
})

test('Whoever looks at the calendar hears when somebody blocks time', async () => {
  const stop = new AbortController()
  const response = await fetch(`${product.url}/api/v1/live`, {
    headers: { authorization: `Bearer ${product.keys.salon}` },
    signal: stop.signal,
  })
  const absence = {
    staff_id: staff.get('Aylin'),
    kind: 'vacation',
    starts_at: '2026-12-03',
    ends_at: '2026-12-04',
  }
  const { body } = await product.post('/api/v1/absences', product.keys.salon, absence)
  expect(await readUntil(response, body.id)).toContain('event: calendar')
  stop.abort()
})

async function readUntil(response: Response, wanted: string): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes(wanted) && text.endsWith('\n\n')) return text
  }
  return text
}
