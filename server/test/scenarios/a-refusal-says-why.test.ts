import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const FRIDAY_MORNING = '2026-11-20T08:30:00+01:00'
const clock = fixedClock(FRIDAY_MORNING)
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

const SERVICE = 'Schmerztermin'

async function offered(day: string, service = SERVICE): Promise<Json> {
  clock.set(FRIDAY_MORNING)
  const to = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const query = new URLSearchParams({ service, from: day, to })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.practice)
  return body.items[0]
}

const change = (text: string): Promise<unknown> => product.database.query(text)

async function closePractice(): Promise<void> {
  const { status } = await product.post('/api/v1/closures', product.keys.practice, {
    starts_at: '2026-11-26',
    ends_at: '2026-11-27',
  })
  expect(status).toBe(201)
}

/** What happens between offer and acceptance, and how it is refused. */
const REFUSALS: ReadonlyArray<{
  what: string
  day: string
  service?: string
  happens: () => Promise<unknown>
  undone: () => Promise<unknown>
  status: number
  type: string
  says: string
}> = [
  {
    what: 'the start passes',
    day: '2026-11-20',
    happens: async () => clock.advance(20 * 60_000),
    undone: async () => clock.set(FRIDAY_MORNING),
    status: 422,
    type: 'start-passed',
    says: 'schon vorbei',
  },
  {
    what: 'the owner shortens the horizon',
    day: '2026-12-10',
    service: 'Kontrolle',
    happens: () => change("update service set horizon_days = 5 where service.name = 'Kontrolle'"),
    undone: () => change("update service set horizon_days = 120 where service.name = 'Kontrolle'"),
    status: 422,
    type: 'beyond-horizon',
    says: 'So weit im Voraus',
  },
  {
    what: 'the day is closed',
    day: '2026-11-26',
    service: 'Kontrolle',
    happens: closePractice,
    undone: async () => undefined,
    status: 409,
    type: 'closed',
    says: 'geschlossen',
  },
  {
    what: 'the service is no longer offered',
    day: '2026-11-24',
    service: 'Prophylaxe',
    happens: () => change("update service set active = false where service.name = 'Prophylaxe'"),
    undone: () => change("update service set active = true where service.name = 'Prophylaxe'"),
    status: 409,
    type: 'service-gone',
    says: 'nicht mehr',
  },
  {
    what: 'the service is changed',
    day: '2026-11-24',
    service: 'Kontrolle',
    happens: () => change("update service set version = 2 where service.name = 'Kontrolle'"),
    undone: () => change("update service set version = 1 where service.name = 'Kontrolle'"),
    status: 409,
    type: 'slot-expired',
    says: 'abgelaufen',
  },
  {
    what: 'the person leaves',
    day: '2026-11-24',
    service: 'Prophylaxe',
    happens: () => change("update resource set active = false where resource.name = 'Frau Winkler'"),
    undone: () => change("update resource set active = true where resource.name = 'Frau Winkler'"),
    status: 409,
    type: 'slot-expired',
    says: 'abgelaufen',
  },
]

describe.each(REFUSALS)('When $what between offer and yes', refusal => {
  test('keeping and booking are refused by that name, with a sentence in both languages', async () => {
    const slot = await offered(refusal.day, refusal.service)
    await refusal.happens()
    const bodies = [
      await product.post('/api/v1/holds', product.keys.practice, { token: slot.token }),
      await product.post('/api/v1/appointments', product.keys.practice, {
        token: slot.token,
        customer: { name: 'Petra Lindner' },
      }),
    ]
    const call = phoneCall(product, { id: `call ${refusal.what}`, to: '+493023125002', clock })
    const said = await call.tool('book_appointment', { token: slot.token, name: 'Petra Lindner' })
    await refusal.undone()
    for (const { status, body } of bodies) {
      expect([status, body.type]).toEqual([refusal.status, `/errors/scheduling/${refusal.type}`])
      expect(body.say.de).toContain(refusal.says)
      expect(body.say.en.length).toBeGreaterThan(10)
    }
    expect(said.body.status).not.toBe('booked')
    expect(said.body.say).toContain(refusal.says)
  })
})

test('whoever lost to a closed day is offered other times', async () => {
  const slot = await offered('2026-11-25', 'Kontrolle')
  const { status } = await product.post('/api/v1/closures', product.keys.practice, {
    starts_at: '2026-11-25',
    ends_at: '2026-11-26',
  })
  expect(status).toBe(201)
  const { body } = await product.post('/api/v1/holds', product.keys.practice, { token: slot.token })
  expect(body.type).toBe('/errors/scheduling/closed')
  expect(body.alternatives.length).toBeGreaterThan(0)
})

test.each([
  ['another business’s token', 'token', 422, 'invalid-token'],
  ['text that is no token', 'nonsense', 422, 'invalid-token'],
  ['no token', 'empty', 400, null],
])('%s books nothing', async (_, kind, status, type) => {
  const slot = await offered('2026-11-24', 'Kontrolle')
  const token = kind === 'token' ? slot.token : kind === 'nonsense' ? 'morgen um zehn' : ''
  const answers = [
    await product.post('/api/v1/holds', product.keys.salon, { token }),
    await product.post('/api/v1/appointments', product.keys.salon, {
      token,
      customer: { name: 'Jan Ottmar' },
    }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(status)
    if (type) expect(answer.body.type).toBe(`/errors/scheduling/${type}`)
  }
})

test.each([
  ['ends before it begins', '2026-11-25', '2026-11-24'],
  ['lasts no time', '2026-11-25', '2026-11-25'],
])('a range that %s is refused with a sentence', async (_, from, to) => {
  const query = new URLSearchParams({ service: 'Kontrolle', from, to })
  const { status, body } = await product.get(`/api/v1/availability?${query}`, product.keys.practice)
  expect([status, body.type]).toEqual([422, '/errors/scheduling/bad-range'])
  expect(body.say.de).toContain('Ende')
})

test.each([0, -30])('a segment of %i minutes is refused by the database', async minutes => {
  await expect(change(`update service_segment set minutes = ${minutes}`)).rejects.toThrow(
    'service_segment_minutes_check',
  )
})

test('another business’s service and staff are unknown', async () => {
  const slot = await offered('2026-11-24', 'Kontrolle')
  const of = async (more: Record<string, string>) => {
    const query = new URLSearchParams({
      service: 'Haarschnitt Herren',
      from: '2026-11-24',
      to: '2026-11-25',
      ...more,
    })
    const { status, body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
    return [status, body.type]
  }
  expect(await of({ service: slot.service.id })).toEqual([404, '/errors/scheduling/unknown-service'])
  expect(await of({ staff: slot.staff[0].id })).toEqual([404, '/errors/scheduling/unknown-staff'])
})
