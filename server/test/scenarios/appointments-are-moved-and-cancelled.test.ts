import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
let now = MONDAY

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } })
})
afterAll(() => product.stop())
beforeEach(() => {
  now = MONDAY
})
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

type World = 'salon' | 'practice' | 'consultants'
const get = async (path: string, world: World = 'salon') =>
  (await product.get(path, product.keys[world])).body
const post = (path: string, body: unknown, world: World = 'salon', headers?: Record<string, string>) =>
  product.post(path, product.keys[world], body, headers)
const change = (id: string, action: string, body: unknown = {}, world: World = 'salon') =>
  post(`/api/v1/appointments/${id}/${action}`, body, world)

async function slots(
  date: string,
  query = 'service=Föhnen&staff=Mara',
  world: World = 'salon',
): Promise<Json[]> {
  const to = Temporal.PlainDate.from(date).add({ days: 1 })
  return (await get(`/api/v1/availability?${query}&from=${date}&to=${to}`, world)).items
}
async function book(slot: Json, world: World = 'salon'): Promise<Json> {
  const { status, body } = await post(
    '/api/v1/appointments',
    { token: slot.token, customer: { name: 'Petra Lindner', phone: '0171 3920011' } },
    world,
  )
  expect([status, body.state]).toEqual([201, 'confirmed'])
  return body
}
const bookOn = async (date: string, query?: string, world?: World) => {
  const [slot] = await slots(date, query, world)
  return await book(slot, world)
}
const at = (all: Json[], clock: string) => all.find(slot => slot.starts_at.includes(`T${clock}`))
const changesOf = (id: string) =>
  product.database.query<Json>(
    'select kind, policy, fee_minor, reason from appointment_change where appointment_id = $1 order by at, id',
    [id],
  )

describe('An appointment that is moved', () => {
  test('is not in the way of its new time when free times are looked for (failure 85)', async () => {
    const [, first] = await slots('2026-12-03')
    const booked = await book(first)
    const clock = first.starts_at.slice(11, 16)
    expect(at(await slots('2026-12-03'), clock)).toBeUndefined()
    const offered = await slots('2026-12-03', `service=Föhnen&staff=Mara&moving=${booked.id}`)
    expect(at(offered, clock)).toBeDefined()
    const overlapping = offered[offered.findIndex(slot => slot.starts_at === first.starts_at) + 1]
    const { status, body } = await change(booked.id, 'move', { token: overlapping.token })
    expect([status, body.starts_at]).toEqual([200, overlapping.starts_at])
  })

  test('keeps its price and number, and leaves its old time free', async () => {
    const [first, , later] = await slots('2026-12-01')
    const booked = await book(first)
    const { status, body } = await change(booked.id, 'move', { token: later.token, version: 1 })
    expect([status, body]).toMatchObject([
      200,
      {
        id: booked.id,
        reference: booked.reference,
        starts_at: later.starts_at,
        state: 'confirmed',
        version: 2,
      },
    ])
    expect(body.service).toEqual(booked.service)
    const offered = (await slots('2026-12-01')).map(slot => slot.starts_at)
    expect(offered).toContain(first.starts_at)
    expect(offered).not.toContain(later.starts_at)
    expect(await changesOf(booked.id)).toMatchObject([{ kind: 'booked' }, { kind: 'moved' }])
  })

  test('is not in its own way, not even by a quarter of an hour (failures 44, 85)', async () => {
    const colouring = 'service=Färben&staff=Mara'
    const all = await slots('2026-12-02', colouring)
    const booked = await book(at(all, '14:00'))
    const moved = await change(booked.id, 'move', { token: at(all, '14:15').token })
    expect([moved.status, moved.body.starts_at.slice(11, 16)]).toEqual([200, '14:15'])
  })

  test('may go to somebody else', async () => {
    const booked = await bookOn('2026-12-03')
    const [withAylin] = await slots('2026-12-03', 'service=Föhnen&staff=Aylin')
    const { body } = await change(booked.id, 'move', { token: withAylin.token })
    expect(body.staff.map((person: Json) => person.name)).toEqual(['Aylin'])
  })

  test('stays where it was when the other time is taken, and alternatives are offered', async () => {
    const [first, , second] = await slots('2026-12-04')
    const booked = await book(first)
    await book(second)
    const { status, body } = await change(booked.id, 'move', { token: second.token })
    expect([status, body.type]).toEqual([409, '/errors/scheduling/slot-taken'])
    expect(body.alternatives.length).toBeGreaterThan(0)
    expect(await get(`/api/v1/appointments/${booked.id}`)).toMatchObject({
      starts_at: first.starts_at,
      version: 1,
    })
  })

  test('asked for twice is moved once', async () => {
    const [first, second] = await slots('2026-12-05')
    const booked = await book(first)
    const wish = { token: second.token }
    expect((await change(booked.id, 'move', wish)).body.version).toBe(2)
    expect((await change(booked.id, 'move', wish)).body.version).toBe(2)
  })

  test('is not moved by whoever looked at an older version', async () => {
    const [first, second] = await slots('2026-12-08')
    const booked = await book(first)
    const { status, body } = await change(booked.id, 'move', { token: second.token, version: 7 })
    expect([status, body.type]).toEqual([409, '/errors/platform/stale-version'])
  })

  test('is not moved to a time of another service', async () => {
    const booked = await bookOn('2026-12-09')
    const [other] = await slots('2026-12-09', 'service=Färben')
    expect((await change(booked.id, 'move', { token: other.token })).body.type).toBe(
      '/errors/scheduling/other-service',
    )
  })

  test('gives its counted place to somebody else', async () => {
    const talk = 'service=Beratungsgespräch'
    const at9 = async () => at(await slots('2026-12-01', talk, 'consultants'), '09:00')
    const one = await book(await at9(), 'consultants')
    await book(await at9(), 'consultants')
    expect(await at9()).toBeUndefined()
    const noon = at(await slots('2026-12-01', talk, 'consultants'), '11:00')
    expect((await change(one.id, 'move', { token: noon.token }, 'consultants')).status).toBe(200)
    expect(await at9()).toBeDefined()
  })
})

describe('An appointment that is cancelled', () => {
  test('frees its time at once, is kept, and is cancelled only once', async () => {
    const [slot] = await slots('2026-12-10')
    const booked = await book(slot)
    const { body } = await change(booked.id, 'cancel', { reason: 'Ist krank' })
    expect(body).toMatchObject({
      state: 'cancelled',
      version: 2,
      allowed: { cancel: { no: expect.any(String) } },
    })
    expect((await change(booked.id, 'cancel')).body.version).toBe(2)
    expect((await slots('2026-12-10'))[0].starts_at).toBe(slot.starts_at)
    expect(await changesOf(booked.id)).toMatchObject([{}, { kind: 'cancelled', reason: 'Ist krank' }])
  })

  test('of another business is unknown', async () => {
    const booked = await bookOn('2026-12-10')
    expect((await change(booked.id, 'cancel', {}, 'practice')).status).toBe(404)
  })
})

describe('The rules of a business', () => {
  test('the salon decides itself less than a day before, and says so', async () => {
    const booked = await bookOn('2026-12-11')
    expect(booked.allowed).toMatchObject({ move: true, cancel: true })
    now = Temporal.Instant.from(booked.starts_at).subtract({ hours: 23 })
    const { allowed, terms } = await get(`/api/v1/appointments/${booked.id}`)
    expect(allowed.cancel.no).toContain('bis 24 Stunden vorher abgesagt')
    expect(terms.cancel).toMatchObject({ verdict: 'staff', why: 'notice', fee: null })
    const refused = await change(booked.id, 'cancel')
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/not-allowed'])
    const { body } = await change(booked.id, 'cancel', { override: 'Todesfall in der Familie' })
    expect(body.state).toBe('cancelled')
    expect((await changesOf(booked.id))[1]).toMatchObject({
      policy: { result: 'overridden' },
      fee_minor: null,
      reason: 'Todesfall in der Familie',
    })
  })

  test('the practice takes 25 euros less than two days before, and only from whoever agreed', async () => {
    const booked = await bookOn('2026-12-10', 'service=Kontrolle', 'practice')
    now = Temporal.Instant.from(booked.starts_at).subtract({ hours: 47 })
    const asked = await change(booked.id, 'cancel', {}, 'practice')
    expect([asked.status, asked.body.type]).toEqual([409, '/errors/scheduling/fee-due'])
    expect(asked.body.terms.fee).toEqual({ minor: 2500, currency: 'EUR' })
    expect((await change(booked.id, 'cancel', { fee_agreed: 2400 }, 'practice')).status).toBe(409)
    expect((await change(booked.id, 'cancel', { fee_agreed: 2500 }, 'practice')).body.state).toBe('cancelled')
    expect((await changesOf(booked.id))[1]).toMatchObject({ fee_minor: 2500, policy: { result: 'fee' } })
  })

  test('a rule for one service counts before that of the business, and can be taken back', async () => {
    const booked = await bookOn('2026-12-12')
    const policy = {
      scope: 'service',
      scope_id: booked.service.id,
      kind: 'cancel',
      rules: { monthly_most: 0 },
    }
    const put = (body: unknown) =>
      fetch(`${product.url}/api/v1/policies`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${product.keys.salon}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await put({ ...policy, scope_id: booked.customer.id })).status).toBe(422)
    const saved = (await (await put(policy)).json()) as Json
    const { terms } = await get(`/api/v1/appointments/${booked.id}`)
    expect(terms.cancel).toMatchObject({ verdict: 'staff', why: 'monthly_most' })
    const own = saved.items.find((item: Json) => item.scope === 'service')
    await fetch(`${product.url}/api/v1/policies/${own.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${product.keys.salon}` },
    })
    expect((await get(`/api/v1/appointments/${booked.id}`)).terms.cancel.verdict).toBe('free')
  })
})

describe('What came of an appointment', () => {
  test('who checked in has come; who came is not a no-show', async () => {
    const booked = await bookOn('2026-12-15')
    const state = async (wanted: string) => await change(booked.id, 'outcome', { state: wanted })
    expect((await state('checked_in')).body).toMatchObject({ state: 'checked_in', version: 2 })
    expect((await state('checked_in')).body.version).toBe(2)
    const refused = await state('no_show')
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/wrong-state'])
    expect((await state('completed')).body).toMatchObject({ state: 'completed', version: 3 })
    expect((await change(booked.id, 'cancel')).body.type).toBe('/errors/scheduling/not-allowed')
  })

  test('a request keeps its place until somebody declines it', async () => {
    const [slot] = await slots('2026-12-16')
    const booked = await book(slot)
    await product.database.query("update appointment set state = 'requested' where id = $1", [booked.id])
    expect((await slots('2026-12-16'))[0].starts_at).not.toBe(slot.starts_at)
    expect((await change(booked.id, 'outcome', { state: 'completed' })).status).toBe(409)
    expect((await change(booked.id, 'decline')).body.state).toBe('cancelled')
    expect((await slots('2026-12-16'))[0].starts_at).toBe(slot.starts_at)
    expect((await change(booked.id, 'undo')).body.state).toBe('requested')
    expect((await change(booked.id, 'confirm')).body.state).toBe('confirmed')
    expect((await change(booked.id, 'confirm')).body.version).toBe(4)
  })
})

describe('Taking a change back', () => {
  test('a cancelled appointment comes back while its time is free', async () => {
    const booked = await bookOn('2026-12-17', 'service=Färben')
    await change(booked.id, 'cancel')
    const { body } = await change(booked.id, 'undo')
    expect(body).toMatchObject({
      state: 'confirmed',
      starts_at: booked.starts_at,
      staff: booked.staff,
      version: 3,
    })
    expect((await change(booked.id, 'undo')).body.type).toBe('/errors/scheduling/nothing-to-undo')
  })

  test('it does not when somebody else has the time by then, or after ten minutes', async () => {
    const [slot, , other] = await slots('2026-12-18')
    const [one, late] = [await book(slot), await book(other)]
    await change(one.id, 'cancel')
    await bookOn('2026-12-18')
    const refused = await change(one.id, 'undo')
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/place-taken'])
    await change(late.id, 'cancel')
    now = now.add({ minutes: 11 })
    expect((await change(late.id, 'undo')).body.type).toBe('/errors/scheduling/nothing-to-undo')
  })

  test.each([
    [
      'Mara does not work then any more',
      `insert into hours_exception (tenant_id, id, location_id, resource_id, local_date, windows, created_by)
       select tenant_id, gen_random_uuid(), location_id, id, '2027-01-12', '[]', 'user:owner' from mara`,
      'delete from hours_exception',
    ],
    [
      'she is busy elsewhere by then',
      `insert into external_busy (tenant_id, resource_id, source, external_key, starts_at, ends_at, seen_at)
       select tenant_id, id, 'calendar:one', 'dentist', '2027-01-12T00:00Z', '2027-01-13T00:00Z', now() from mara`,
      'delete from external_busy',
    ],
  ])('it does not while %s', async (_what, hindrance, nothing) => {
    const booked = await bookOn('2027-01-12')
    await change(booked.id, 'cancel')
    const mara = "with mara as (select * from resource where name = 'Mara' and tenant_id = $1)"
    await product.database.query(`${mara} ${hindrance}`, [await product.tenantId('salon')])
    expect((await change(booked.id, 'undo')).body.type).toBe('/errors/scheduling/place-taken')
    await product.database.query(nothing)
    expect((await change(booked.id, 'undo')).body.state).toBe('confirmed')
    await change(booked.id, 'cancel')
  })

  test('a move goes back to where it was, overlapping or not, and does not count as one', async () => {
    const all = await slots('2026-12-19', 'service=Färben&staff=Mara')
    const booked = await book(at(all, '09:30'))
    await change(booked.id, 'move', { token: at(all, '09:45').token })
    const { body } = await change(booked.id, 'undo')
    expect(body).toMatchObject({ starts_at: booked.starts_at, ends_at: booked.ends_at })
    const rows = await product.database.query('select moves from appointment where id = $1', [booked.id])
    expect(rows).toEqual([{ moves: 0 }])
  })
})

describe('At the same time', () => {
  test('of ten who move to one time, one gets it and nine stay where they were', async () => {
    const all = await slots('2027-01-05')
    const wanted = all.at(-1)
    const booked = []
    for (const slot of all.filter((_slot, index) => index % 2 === 0).slice(0, 10))
      booked.push(await book(slot))
    const answers = await Promise.all(booked.map(one => change(one.id, 'move', { token: wanted.token })))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, ...Array(9).fill(409)])
    const listed = (await get('/api/v1/appointments?from=2027-01-05&to=2027-01-06')).items
    expect(listed.filter((one: Json) => one.version === 1)).toHaveLength(9)
  })

  test('two who want to change places both keep what they have, and neither waits for ever', async () => {
    const [one, , other] = await slots('2027-01-07')
    const [first, second] = [await book(one), await book(other)]
    const answers = await Promise.all([
      change(first.id, 'move', { token: other.token }),
      change(second.id, 'move', { token: one.token }),
    ])
    expect(answers.map(answer => answer.status)).toEqual([409, 409])
  })

  test('moving and cancelling one appointment leaves it cancelled, whoever was first', async () => {
    const [one, , other] = await slots('2027-01-08')
    const booked = await book(one)
    const [moved, cancelled] = await Promise.all([
      change(booked.id, 'move', { token: other.token }),
      change(booked.id, 'cancel'),
    ])
    expect([cancelled.status, [200, 409].includes(moved.status)]).toEqual([200, true])
    expect((await get(`/api/v1/appointments/${booked.id}`)).state).toBe('cancelled')
  })

  test('a time that is given up while ten want it goes to one of them at most', async () => {
    const [slot] = await slots('2027-01-12')
    const booked = await book(slot)
    const wish = { token: slot.token, customer: { name: 'Jan Ottmar' } }
    const [cancelled, ...others] = await Promise.all([
      change(booked.id, 'cancel'),
      ...Array.from({ length: 10 }, () => post('/api/v1/appointments', wish)),
    ])
    expect(cancelled?.status).toBe(200)
    expect(others.filter(answer => answer.status === 201).length).toBeLessThanOrEqual(1)
    expect(new Set(others.map(answer => answer.status)).isSubsetOf(new Set([201, 409]))).toBe(true)
  })
})
