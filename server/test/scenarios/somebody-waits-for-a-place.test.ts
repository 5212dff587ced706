import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
let now = MONDAY
let product: TestProduct
/** Attempts of the job between an offer and its message that die before they have done anything. */
let killed = 0

beforeAll(async () => {
  product = await startProduct({
    clock: { now: () => now },
    prepare: app => {
      const job = app.platform.jobs.definitions().get('messaging.tell-waitlist-offer') as Json
      const run = job.run
      job.run = async (...args: unknown[]) => {
        killed -= 1
        if (killed >= 0) throw new Error('The worker was killed.')
        await run(...args)
      }
    },
  })
})
afterAll(() => product.stop())
beforeEach(() => {
  now = MONDAY
  killed = 0
})
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

const key = () => product.keys.salon
const post = (path: string, body: unknown = {}) => product.post(path, key(), body)
const get = async (path: string) => (await product.get(path, key())).body
const change = (id: string, action: string, body: unknown = {}) =>
  post(`/api/v1/appointments/${id}/${action}`, body)
const entry = (id: string) => get(`/api/v1/waitlist/${id}`)
const offersOf = async (id: string): Promise<Json[]> => (await entry(id)).offers
const openOffer = async (id: string): Promise<Json> =>
  (await offersOf(id)).find(offer => offer.state === 'open')
const mailsTo = (address: string) => product.mail.messages().filter(mail => mail.to.includes(address))

async function slotsOn(date: string, staff = 'Mara'): Promise<Json[]> {
  const to = Temporal.PlainDate.from(date).add({ days: 1 })
  return (await get(`/api/v1/availability?service=Föhnen&staff=${staff}&from=${date}&to=${to}`)).items
}
async function bookFirstOn(date: string): Promise<Json> {
  const [slot] = await slotsOn(date)
  const booked = await post('/api/v1/appointments', {
    token: slot.token,
    customer: { name: 'Petra Lindner' },
  })
  expect(booked.status).toBe(201)
  return booked.body
}
/** Waits for the very start of an appointment that somebody else has. */
async function waitFor(appointment: Json, name: string, more: Json = {}): Promise<string> {
  const from = Temporal.Instant.from(appointment.starts_at)
  const joined = await post('/api/v1/waitlist', {
    service: 'Föhnen',
    customer: { name, email: `${name.toLowerCase()}@beispiel.de` },
    windows: [{ from: from.toString(), to: from.add({ minutes: 5 }).toString() }],
    staff: ['Mara'],
    ...more,
  })
  expect(joined.body).toMatchObject({ state: 'waiting', offers: [], attendee_name: name })
  return joined.body.id
}
async function tend(): Promise<void> {
  await product.app.platform.jobs.schedules().get('scheduling.tend-waitlist')?.run(now)
  await product.settled()
}
async function cancel(id: string): Promise<void> {
  expect((await change(id, 'cancel')).status).toBe(200)
  await product.settled()
}

describe('What becomes free', () => {
  test('is offered to whoever came first, with a hold, a deadline and an e-mail', async () => {
    const taken = await bookFirstOn('2026-12-01')
    const [first, second] = [await waitFor(taken, 'Nora'), await waitFor(taken, 'Tom')]
    await product.settled()
    expect(await openOffer(first)).toBeUndefined()
    await cancel(taken.id)
    expect(await openOffer(first)).toMatchObject({
      starts_at: taken.starts_at,
      staff: 'Mara',
      deadline_at: '2026-11-23T11:00:00+01:00',
    })
    expect(await offersOf(second)).toEqual([])
    expect((await slotsOn('2026-12-01')).map(slot => slot.starts_at)).not.toContain(taken.starts_at)
    const [mail] = mailsTo('nora@beispiel.de')
    expect(mail?.subject).toContain('Ein Platz ist frei bei')
    expect(mail?.text).toContain('11:00')
    expect(mailsTo('tom@beispiel.de')).toEqual([])
  })

  test('is offered to the higher tier before whoever came first', async () => {
    const taken = await bookFirstOn('2026-12-02')
    const first = await waitFor(taken, 'Ida')
    const tier = (await post('/api/v1/vip-tiers', { name: 'Gold', waitlist_priority: 50 })).body
    const gold = await waitFor(taken, 'Golda')
    const { customer } = await entry(gold)
    const patched = await fetch(`${product.url}/api/v1/customers/${customer.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${key()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ vip_tier_id: tier.id }),
    })
    expect(patched.status).toBe(200)
    await cancel(taken.id)
    expect(await openOffer(gold)).toBeDefined()
    expect(await offersOf(first)).toEqual([])
  })

  test('by a move, a block taken back or a hold that ran out is offered as well', async () => {
    const moved = await bookFirstOn('2026-12-03')
    const waiting = await waitFor(moved, 'Anna')
    const later = (await slotsOn('2026-12-03')).at(-1)
    expect((await change(moved.id, 'move', { token: later.token })).status).toBe(200)
    await product.settled()
    expect(await openOffer(waiting)).toMatchObject({ starts_at: moved.starts_at })

    const [slot] = await slotsOn('2026-12-04')
    const closed = await post('/api/v1/closures', { starts_at: '2026-12-04', ends_at: '2026-12-05' })
    const blocked = await waitFor(slot, 'Bea')
    await product.settled()
    expect(await offersOf(blocked)).toEqual([])
    await fetch(`${product.url}/api/v1/closures/${closed.body.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${key()}` },
    })
    await product.settled()
    expect(await openOffer(blocked)).toMatchObject({ starts_at: slot.starts_at })

    const [held] = await slotsOn('2026-12-05')
    expect((await post('/api/v1/holds', { token: held.token })).status).toBe(201)
    const behind = await waitFor(held, 'Cora')
    await product.settled()
    expect(await offersOf(behind)).toEqual([])
    now = MONDAY.add({ minutes: 6 })
    await tend()
    expect(await openOffer(behind)).toMatchObject({ starts_at: held.starts_at })
  })

  test('twice at once goes to two people, each once', async () => {
    const taken = [await bookFirstOn('2026-12-08'), await bookFirstOn('2026-12-08')]
    const windows = [{ from: '2026-12-08', to: taken[1].ends_at }]
    const waiting = []
    for (const name of ['Eva', 'Lea', 'Mia']) waiting.push(await waitFor(taken[0], name, { windows }))
    await product.settled()
    expect((await Promise.all(waiting.map(offersOf))).flat()).toEqual([])
    await Promise.all(taken.map(appointment => change(appointment.id, 'cancel')))
    await product.settled()
    const offers = await Promise.all(waiting.map(offersOf))
    expect(offers.map(own => own.length)).toEqual([1, 1, 0])
    expect(new Set(offers.flat().map(offer => offer.starts_at))).toEqual(
      new Set(taken.map(appointment => appointment.starts_at)),
    )
  })
})

describe('An offer', () => {
  async function offered(date: string, name: string): Promise<{ taken: Json; id: string; offer: Json }> {
    const taken = await bookFirstOn(date)
    const id = await waitFor(taken, name)
    await cancel(taken.id)
    return { taken, id, offer: await openOffer(id) }
  }

  test('that is accepted twice is one appointment, at the place that was held', async () => {
    const { taken, id, offer } = await offered('2026-12-09', 'Greta')
    const accept = () => post(`/api/v1/waitlist-offers/${offer.id}/accept`)
    const [one, other] = await Promise.all([accept(), accept()])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body).toMatchObject({ id: other.body.id, starts_at: taken.starts_at, state: 'confirmed' })
    expect(await entry(id)).toMatchObject({
      state: 'booked',
      offers: [{ state: 'accepted', appointment_id: one.body.id }],
      allowed: { withdraw: { no: 'Wartet nicht mehr.' } },
    })
    expect((await post(`/api/v1/waitlist/${id}/withdraw`)).body.type).toBe('/errors/scheduling/not-waiting')
  })

  test('that is declined goes to the next and is not made again', async () => {
    const { taken, id, offer } = await offered('2026-12-10', 'Hanna')
    const next = await waitFor(taken, 'Ines')
    const declined = await post(`/api/v1/waitlist-offers/${offer.id}/decline`)
    expect(declined.body).toMatchObject({ state: 'waiting', offers: [{ state: 'declined' }] })
    await product.settled()
    expect(await openOffer(next)).toMatchObject({ starts_at: taken.starts_at })
    await post(`/api/v1/waitlist/${next}/withdraw`)
    await product.settled()
    expect(await offersOf(id)).toHaveLength(1)
    expect((await slotsOn('2026-12-10')).map(slot => slot.starts_at)).toContain(taken.starts_at)
  })

  test('that is answered after its deadline is refused with a sentence, and goes to the next', async () => {
    const { taken, offer } = await offered('2026-12-11', 'Julia')
    const next = await waitFor(taken, 'Klara')
    now = Temporal.Instant.from(offer.deadline_at)
    const late = await post(`/api/v1/waitlist-offers/${offer.id}/accept`)
    expect([late.status, late.body.type]).toEqual([409, '/errors/scheduling/offer-over'])
    expect(late.body.say.de).toContain('gilt leider nicht mehr')
    await tend()
    expect(await openOffer(next)).toMatchObject({ starts_at: taken.starts_at })
    const again = await post(`/api/v1/waitlist-offers/${offer.id}/decline`)
    expect(again.body.type).toBe('/errors/scheduling/offer-over')
  })

  test('that nobody answers three times ends the waiting', async () => {
    const day = await slotsOn('2026-12-15')
    const joined = await post('/api/v1/waitlist', {
      service: 'Föhnen',
      customer: { name: 'Stumm', email: 'stumm@beispiel.de' },
      windows: [{ from: '2026-12-15', to: '2026-12-16' }],
      staff: ['Mara'],
    })
    await product.settled()
    const starts = []
    for (let offers = 0; offers < 3; offers += 1) {
      const open = await openOffer(joined.body.id)
      starts.push(open.starts_at)
      now = Temporal.Instant.from(open.deadline_at)
      await tend()
    }
    expect(starts).toEqual(day.slice(0, 3).map(slot => slot.starts_at))
    expect(await entry(joined.body.id)).toMatchObject({ state: 'lapsed' })
  })

  test('is told once, though the worker between offer and message was killed', async () => {
    killed = 1
    const taken = await bookFirstOn('2026-12-16')
    const id = await waitFor(taken, 'Vera')
    await cancel(taken.id)
    expect(await openOffer(id)).toBeDefined()
    expect(mailsTo('vera@beispiel.de')).toEqual([])
    await expect.poll(() => mailsTo('vera@beispiel.de').length, { timeout: 20_000 }).toBe(1)
  })

  test('of whoever books otherwise in the time they wished for is taken back, and goes to the next', async () => {
    const wholeDay = (date: string) => ({
      windows: [{ from: date, to: Temporal.PlainDate.from(date).add({ days: 1 }).toString() }],
    })
    const later = (await slotsOn('2026-12-22')).at(-1)
    const id = await waitFor(later, 'Zora', wholeDay('2026-12-22'))
    const { customer } = await entry(id)
    const other = { customer: { id: customer.id }, ...wholeDay('2026-12-29') }
    const elsewhere = await post('/api/v1/waitlist', { service: 'Föhnen', ...other })
    await product.settled()
    const offer = await openOffer(id)
    const next = await waitFor(offer, 'Quentin')
    const booked = await post('/api/v1/appointments', { token: later.token, customer: { id: customer.id } })
    expect(booked.status).toBe(201)
    await product.settled()
    expect(await entry(id)).toMatchObject({ state: 'booked', offers: [{ state: 'withdrawn' }] })
    expect((await entry(elsewhere.body.id)).state).toBe('waiting')
    expect(await openOffer(next)).toMatchObject({ starts_at: offer.starts_at, staff: 'Mara' })
  })

  test('of another business is not there', async () => {
    const { id, offer } = await offered('2026-12-17', 'Wanda')
    const other = product.keys.practice
    expect((await product.get(`/api/v1/waitlist/${id}`, other)).status).toBe(404)
    for (const path of [`waitlist-offers/${offer.id}/accept`, `waitlist-offers/${offer.id}/decline`])
      expect((await product.post(`/api/v1/${path}`, other, {})).body.type).toBe(
        '/errors/scheduling/unknown-waitlist-offer',
      )
    expect((await product.post(`/api/v1/waitlist/${id}/withdraw`, other, {})).status).toBe(404)
    expect(await openOffer(id)).toBeDefined()
  })
})

describe('Nobody waits', () => {
  const join = (more: Json) =>
    post('/api/v1/waitlist', {
      service: 'Föhnen',
      customer: { name: 'Xaver' },
      windows: [{ from: '2026-12-01', to: '2026-12-02' }],
      ...more,
    })

  test.each([
    ['for what is over', { windows: [{ from: '2026-11-01', to: '2026-11-02' }] }, 'start-passed'],
    ['beyond the horizon', { windows: [{ from: '2028-01-01', to: '2028-01-02' }] }, 'beyond-horizon'],
    ['for a service that is not there', { service: 'Raumfahrt' }, 'unknown-service'],
    ['for somebody who is not there', { staff: ['Zeus'] }, 'unknown-staff'],
    [
      'for a range that ends before it begins',
      { windows: [{ from: '2026-12-02', to: '2026-12-01' }] },
      'bad-range',
    ],
  ])('%s', async (_why, more, code) => {
    expect((await join(more)).body.type).toBe(`/errors/scheduling/${code}`)
  })

  test('any longer than their windows', async () => {
    const taken = await bookFirstOn('2026-12-18')
    const id = await waitFor(taken, 'Yara')
    now = Temporal.Instant.from(taken.starts_at).add({ hours: 1 })
    await tend()
    expect((await entry(id)).state).toBe('lapsed')
  })
})
