import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** A whole week, some way ahead. */
const inTwoWeeks = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 14 })
const from = inTwoWeeks.add({ days: 8 - inTwoWeeks.dayOfWeek })
const range = `from=${from}&to=${from.add({ days: 7 })}`

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const salon = (path: string) => product.get(path, product.keys.salon)
const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  product.post(path, product.keys.salon, body, headers)
async function slots(query = 'service=Herrenschnitt'): Promise<Json[]> {
  const { status, body } = await salon(`/api/v1/availability?${query}&${range}`)
  expect(status).toBe(200)
  return body.items
}

describe('Free times', () => {
  test('are inside the opening hours, in the salon’s time, with the people who do it', async () => {
    for (const slot of await slots()) {
      const start = Temporal.ZonedDateTime.from(`${slot.starts_at}[Europe/Berlin]`)
      expect([2, 3, 4, 5, 6]).toContain(start.dayOfWeek)
      expect(start.hour).toBeGreaterThanOrEqual(9)
      expect(['Mara', 'Jonas']).toContain(slot.staff[0].name)
    }
  })

  test('of one person are only hers', async () => {
    const names = (await slots('service=Föhnen&staff=Aylin')).map(slot => slot.staff[0].name)
    expect(new Set(names)).toEqual(new Set(['Aylin']))
  })

  test('of a colouring lie so that both working parts fit', async () => {
    const colouring = await slots('service=Färben&staff=Mara')
    const onSaturday = (slot: Json) =>
      Temporal.PlainDateTime.from(slot.starts_at.slice(0, 19)).dayOfWeek === 6
    const noonish = colouring.filter(slot => /T12:00/.test(slot.starts_at) && !onSaturday(slot))
    // 12:00–12:45 work, gap over the break at 13:00, 13:15 would be work inside the break.
    expect(noonish).toEqual([])
    expect(colouring.some(slot => /T12:15/.test(slot.starts_at))).toBe(true)
  })

  test.each([
    ['an unknown service', 'service=Zahnreinigung', 404, 'scheduling/unknown-service'],
    ['a service that could be three', 'service=Haarschnitt', 422, 'scheduling/ambiguous-service'],
    ['an unknown person', 'service=Föhnen&staff=Rapunzel', 404, 'scheduling/unknown-staff'],
    ['no service at all', '', 400, 'platform/invalid-request'],
    ['a zone that is none', 'service=Föhnen&zone=Mars/Olympus', 400, 'platform/invalid-request'],
  ])('%s is a typed problem', async (_name, query, status, type) => {
    const answer = await salon(`/api/v1/availability?${query}&${range}`)
    expect([answer.status, answer.body.type]).toEqual([status, `/errors/${type}`])
  })

  test.each([
    ['backwards', 'from=2026-12-08&to=2026-12-01', 422],
    ['of a year', 'from=2026-12-01&to=2027-12-01', 422],
    ['of nonsense', 'from=2026-13-45&to=x', 400],
  ])('a range %s is refused', async (_name, wrong, status) => {
    expect((await salon(`/api/v1/availability?service=Föhnen&${wrong}`)).status).toBe(status)
  })
})

describe('Holding and booking', () => {
  test('a hold keeps the slot, and only its token books it (slot board: a booking lost with its session)', async () => {
    const [slot] = await slots()
    const held = await post('/api/v1/holds', { token: slot.token })
    expect(held.status).toBe(201)
    const second = await post('/api/v1/holds', { token: slot.token })
    expect([second.status, second.body.type]).toEqual([409, '/errors/scheduling/slot-taken'])
    expect(second.body.alternatives.length).toBeGreaterThan(0)
    const booked = await post('/api/v1/appointments', {
      token: held.body.token,
      customer: { name: 'Petra Lindner', phone: '0171 3920011', email: 'petra@example.org' },
      note: 'Bitte leise Musik',
    })
    expect(booked.status).toBe(201)
    expect(booked.body).toMatchObject({
      state: 'confirmed',
      starts_at: slot.starts_at,
      attendee_name: 'Petra Lindner',
      customer: { phone: '+491713920011' },
      source: 'api',
      version: 1,
      service: { name: 'Haarschnitt Herren', price_minor: 3200 },
    })
    expect(booked.body.allowed).toMatchObject({ cancel: true, move: true, undo: { no: expect.any(String) } })
  })

  test.each([
    ['de', 'Es gibt nichts, was jetzt noch zurückgenommen werden kann.'],
    ['en-GB, de;q=0.5', 'There is nothing that can still be taken back.'],
  ])('what is not allowed says why in the language that is asked for: %s', async (language, sentence) => {
    const response = await fetch(`${product.url}/api/v1/appointments`, {
      headers: { authorization: `Bearer ${product.keys.salon}`, 'accept-language': language },
    })
    const [booked] = ((await response.json()) as Json).items
    expect(booked.allowed.undo).toEqual({ no: sentence })
  })

  test('the same Idempotency-Key books once and answers the same', async () => {
    const [slot] = await slots()
    const wish = { token: slot.token, customer: { name: 'Jan Ottmar' } }
    const key = { 'idempotency-key': 'order-4711' }
    const first = await post('/api/v1/appointments', wish, key)
    const second = await post('/api/v1/appointments', wish, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    const other = await post('/api/v1/appointments', { ...wish, note: 'anders' }, key)
    expect([other.status, other.body.type]).toEqual([422, '/errors/platform/idempotency-key-reused'])
  })

  test('the same key ten times at once books once', async () => {
    const [slot] = await slots()
    const wish = { token: slot.token, customer: { name: 'Sabine Wolter' } }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('/api/v1/appointments', wish, { 'idempotency-key': 'at-once' })),
    )
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1)
  })

  test('a refusal is not kept: the same key may try again', async () => {
    const all = await slots()
    const [slot] = all
    const next = all.find(
      item => Date.parse(item.starts_at) === Date.parse(slot.starts_at) + 24 * 60 * 60_000,
    )
    await post('/api/v1/appointments', { token: slot.token, customer: { name: 'Jan Ottmar' } })
    const key = { 'idempotency-key': 'second-try' }
    expect(
      (await post('/api/v1/appointments', { token: slot.token, customer: { name: 'Thomas Behrend' } }, key))
        .status,
    ).toBe(409)
    expect(
      (await post('/api/v1/appointments', { token: next.token, customer: { name: 'Thomas Behrend' } }, key))
        .status,
    ).toBe(201)
  })

  test('overlapping appointments of one person are refused, touching ones are not (failure 37)', async () => {
    const ofMara = await slots('service=Damenschnitt&staff=Mara')
    const [first] = ofMara
    const startOf = (slot: Json) => Date.parse(slot.starts_at)
    const overlapping = ofMara.find(slot => startOf(slot) === startOf(first) + 30 * 60_000)
    const touching = ofMara.find(slot => startOf(slot) === startOf(first) + 45 * 60_000)
    const book = (slot: Json) =>
      post('/api/v1/appointments', { token: slot.token, customer: { name: 'Petra Lindner' } })
    expect((await book(first)).status).toBe(201)
    expect((await book(overlapping)).status).toBe(409)
    expect((await book(touching)).status).toBe(201)
  })

  test.each([
    ['a name of spaces', { customer: { name: '   ' } }],
    ['no customer', {}],
    ['a number for a name', { customer: { name: 7 } }],
    ['an address that is none', { customer: { name: 'Petra', email: 'nirgendwo' } }],
    ['10,000 characters', { customer: { name: 'x'.repeat(10_000) } }],
  ])('%s is a typed problem that names the field', async (_name, wrong) => {
    const [slot] = await slots()
    const answer = await post('/api/v1/appointments', { token: slot.token, ...wrong })
    expect([answer.status, answer.body.type]).toEqual([400, '/errors/platform/invalid-request'])
    expect(answer.body.detail).toMatch(/customer/)
  })

  test('a phone number that is none is refused', async () => {
    const [slot] = await slots()
    const answer = await post('/api/v1/appointments', {
      token: slot.token,
      customer: { name: 'Petra', phone: 'abc' },
    })
    expect(answer.body.type).toBe('/errors/customers/bad-phone')
  })
})

describe('Lists', () => {
  test('come in pages that miss nothing and repeat nothing', async () => {
    const all = (await salon('/api/v1/appointments?limit=200')).body.items.map((item: Json) => item.id)
    const paged: string[] = []
    let cursor = ''
    do {
      const { body } = await salon(`/api/v1/appointments?limit=2${cursor}`)
      paged.push(...body.items.map((item: Json) => item.id))
      cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : ''
    } while (cursor !== '')
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThan(3)
  })

  test('a key that may only read cannot book', async () => {
    const tenantId = await product.tenantId('salon')
    const { key } = await product.app.modules.identity.createApiKey({
      tenantId,
      scopes: ['read'],
      name: 'reader',
    })
    expect((await product.get('/api/v1/services', key)).status).toBe(200)
    expect((await product.post('/api/v1/holds', key, { token: 'x' })).status).toBe(403)
  })
})
