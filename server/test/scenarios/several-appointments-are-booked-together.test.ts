import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
let services: Json[]

beforeAll(async () => {
  product = await startProduct()
  services = (await salon('GET', '/services')).body.items
})
afterAll(() => product.stop())

const salon = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body, headers })

const today = Temporal.Now.plainDateISO('Europe/Berlin')
const week = (days: number) => `from=${today.add({ days })}&to=${today.add({ days: days + 7 })}`
const visits = async (ids: string[], more = ''): Promise<Json[]> =>
  (await salon('GET', `/availability/visits?${ids.map(id => `service=${id}`).join('&')}&${week(7)}${more}`))
    .body.items
const count = async (): Promise<number> =>
  Number((await product.database.query<Json>('select count(*)::int as n from appointment'))[0]?.n)

describe('Several services in one visit', () => {
  test('follow each other, and are booked as one group with a place for each', async () => {
    const [visit] = await visits([services[0].id, services[1].id])
    expect(visit.slots).toHaveLength(2)
    expect(visit.slots[1].starts_at >= visit.slots[0].ends_at).toBe(true)
    expect(visit.slots.map((slot: Json) => slot.service.id).toSorted()).toEqual(
      [services[0].id, services[1].id].toSorted(),
    )
    const { status, body } = await salon('POST', '/appointment-groups', {
      customer: { name: 'Lena Vogt', phone: '+493023125091' },
      items: visit.slots.map((slot: Json) => ({ token: slot.token })),
    })
    expect(status).toBe(201)
    expect(body.appointments.map((one: Json) => [one.starts_at, one.state, one.attendee_name])).toEqual(
      visit.slots.map((slot: Json) => [slot.starts_at, 'confirmed', 'Lena Vogt']),
    )
    expect(new Set(body.appointments.map((one: Json) => one.customer.id)).size).toBe(1)
    expect((await salon('GET', `/appointment-groups/${body.id}`)).body).toEqual(body)
  })

  test('are all with the one person asked for', async () => {
    const { body: staff } = await salon('GET', '/staff')
    const person = staff.items.find((one: Json) =>
      [services[0].id, services[1].id].every(id => one.services.some((service: Json) => service.id === id)),
    )
    const found = await visits([services[0].id, services[1].id], `&staff=${person.id}`)
    expect(found.length).toBeGreaterThan(0)
    for (const visit of found)
      for (const slot of visit.slots) expect(slot.staff.map((one: Json) => one.id)).toEqual([person.id])
  })

  test('are booked all or none: where one is taken, nothing is written and the one is named', async () => {
    const [visit] = await visits([services[0].id, services[1].id])
    await salon('POST', '/appointments', { token: visit.slots[1].token, customer: { name: 'Schneller' } })
    const before = await count()
    const refused = await salon('POST', '/appointment-groups', {
      customer: { name: 'Zu Spät', phone: '+493023125092' },
      items: visit.slots.map((slot: Json) => ({ token: slot.token })),
    })
    expect([refused.status, refused.body.type, refused.body.item]).toEqual([
      409,
      '/errors/scheduling/slot-taken',
      1,
    ])
    expect(refused.body.alternatives.length).toBeGreaterThan(0)
    expect(await count()).toBe(before)
    const people = await salon('GET', `/customers?phone=${encodeURIComponent('+493023125092')}`)
    expect(people.body.items).toEqual([])
    const single = await salon('POST', '/appointments', {
      token: visit.slots[0].token,
      customer: { name: 'Danach' },
    })
    expect(single.status).toBe(201)
  })
})

describe('A group of people', () => {
  test('comes one after the other, each under their own name', async () => {
    const [visit] = await visits([services[0].id, services[0].id, services[0].id])
    const names = ['Mia', 'Ben', 'Ida']
    const { body } = await salon('POST', '/appointment-groups', {
      customer: { name: 'Familie Vogt' },
      items: visit.slots.map((slot: Json, at: number) => ({ token: slot.token, attendee_name: names[at] })),
    })
    expect(body.appointments.map((one: Json) => one.attendee_name)).toEqual(names)
  })

  test('has one customer, also without a number', async () => {
    const [visit] = await visits([services[0].id, services[0].id])
    const { body } = await salon('POST', '/appointment-groups', {
      customer: { name: 'Familie Brandt' },
      items: visit.slots.map((slot: Json) => ({ token: slot.token })),
    })
    expect(new Set(body.appointments.map((one: Json) => one.customer.id)).size).toBe(1)
  })

  test('cannot have one place twice', async () => {
    const [visit] = await visits([services[0].id, services[0].id])
    const token = visit.slots[0].token
    const before = await count()
    const refused = await salon('POST', '/appointment-groups', {
      customer: { name: 'Doppelt' },
      items: [{ token }, { token }],
    })
    expect(refused.status).toBe(409)
    expect(await count()).toBe(before)
  })

  test('sent twice under one key is booked once', async () => {
    const [visit] = await visits([services[0].id, services[1].id])
    const wish = { customer: { name: 'Einmal' }, items: visit.slots.map(({ token }: Json) => ({ token })) }
    const headers = { 'idempotency-key': 'group-once' }
    const [one, other] = await Promise.all([
      salon('POST', '/appointment-groups', wish, headers),
      salon('POST', '/appointment-groups', wish, headers),
    ])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body).toEqual(one.body)
  })

  test('of another business is unknown, and more than twelve at once are refused', async () => {
    const path = '/api/v1/appointment-groups/01a1fafa-efc5-7825-88ea-f16e106b3d4d'
    const unknown = await send(product.url, { method: 'GET', path, key: product.keys.practice })
    expect([unknown.status, unknown.body.type]).toEqual([404, '/errors/scheduling/unknown-group'])
    const items = Array.from({ length: 13 }, () => ({ token: 'x' }))
    expect((await salon('POST', '/appointment-groups', { customer: { name: 'Viele' }, items })).status).toBe(
      400,
    )
  })

  test('racing for the same places in opposite order: one has all, the other nothing', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [visit] = await visits([services[0].id, services[1].id])
      const items = visit.slots.map(({ token }: Json) => ({ token }))
      const before = await count()
      const answers = await Promise.all([
        salon('POST', '/appointment-groups', { customer: { name: 'Vorwärts' }, items }),
        salon('POST', '/appointment-groups', { customer: { name: 'Rückwärts' }, items: items.toReversed() }),
      ])
      expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409])
      expect(await count()).toBe(before + 2)
    }
  })
})

describe('A group and an appointment of the same caller at the same moment', () => {
  test('never wait for each other in a circle', async () => {
    const deadlocks = async () =>
      (
        await product.database.query<Json>(
          'select pg_stat_get_db_deadlocks(oid)::int as n from pg_database where datname = current_database()',
        )
      )[0]?.n
    const before = await deadlocks()
    for (let round = 0; round < 12; round += 1) {
      const [visit] = await visits([services[0].id, services[1].id])
      const customer = { name: 'Lena Vogt', phone: '+493023125093' }
      const [first, second] = visit.slots
      const answers = await Promise.all([
        salon('POST', '/appointment-groups', {
          customer,
          items: visit.slots.map(({ token }: Json) => ({ token })),
        }),
        salon('POST', '/appointments', { customer, token: second.token }),
        salon('POST', '/appointments', { customer, token: first.token }),
      ])
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    }
    expect(await deadlocks()).toBe(before)
  })
})

describe('Whoever belongs to a tier', () => {
  test('is offered times further ahead and at shorter notice than others', async () => {
    const tier = { name: 'Stamm', extra_horizon_days: 30, waives_notice: true }
    const { body: made } = await salon('POST', '/vip-tiers', tier)
    const { body: regular } = await salon('POST', '/customers', { name: 'Stammkundin', vip_tier_id: made.id })
    const { body: guest } = await salon('POST', '/customers', { name: 'Gast' })
    const beyond = today.add({ days: services[0].horizon_days + 2 })
    const ask = async (customer: string) =>
      (
        await salon(
          'GET',
          `/availability?service=${services[0].id}&from=${beyond}&to=${beyond.add({ days: 14 })}&customer=${customer}`,
        )
      ).body.items
    expect(await ask(guest.id)).toEqual([])
    const [slot] = await ask(regular.id)
    const booked = await salon('POST', '/appointments', { token: slot.token, customer: { id: regular.id } })
    expect(booked.status).toBe(201)
    const unknown = await salon(
      'GET',
      `/availability?service=${services[0].id}&${week(7)}&customer=01a1fafa-efc5-7825-88ea-f16e106b3d4d`,
    )
    expect([unknown.status, unknown.body.type]).toEqual([404, '/errors/customers/unknown'])
  })
})

describe('A caller with several wishes', () => {
  const names = () => [services[0].name, services[1].name]
  const on = async () => {
    const [visit] = await visits([services[0].id, services[1].id])
    const day = Temporal.PlainDate.from(visit.starts_at.slice(0, 10))
    return `am ${day.toLocaleString('de-DE', { day: 'numeric', month: 'long' })}`
  }

  test('is offered visits, and books all of one', async () => {
    const call = phoneCall(product, { id: 'call_visit', from: '+491713920061' })
    const found = await call.tool('book_group', { services: names(), when: await on() })
    expect(found.body.status).toBe('free')
    const [visit] = found.body.visits
    const wish = { tokens: visit.tokens, name: 'Lena Vogt' }
    const booked = await call.tool('book_group', wish)
    expect(booked.body).toMatchObject({ status: 'booked' })
    expect(booked.body.appointments.map((one: Json) => one.service).toSorted()).toEqual(names().toSorted())
    expect(booked.body.say).toMatch(/^Ihre Termine sind gebucht: .* und .*\.$/)
    const before = await count()
    expect((await call.tool('book_group', wish)).body).toEqual(booked.body)
    expect(await count()).toBe(before)
  })

  test('gets nothing when one part is gone, and can still book something else in the call', async () => {
    const call = phoneCall(product, { id: 'call_visit_lost', from: '+491713920062' })
    const { body } = await call.tool('book_group', { services: names().join(' und '), when: await on() })
    const { tokens } = body.visits[0]
    await salon('POST', '/appointments', { token: tokens[1], customer: { name: 'Schneller' } })
    const before = await count()
    const lost = await call.tool('book_group', { tokens, name: 'Zu Spät' })
    expect(lost.body).toMatchObject({ status: 'taken', item: 1 })
    expect(await count()).toBe(before)
    const alone = await call.tool('book_appointment', { token: tokens[0], name: 'Lena Vogt' })
    expect(alone.body.status).toBe('booked')
  })
})
