import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
/** A Tuesday some way ahead: the salon is open from Tuesday to Saturday. */
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const tuesday = today.add({ days: 16 - today.dayOfWeek })
const day = (offset: number) => tuesday.add({ days: offset })
const NOWHERE = '01900000-0000-7000-8000-000000000000'

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body, headers })
const types = (...answers: Json[]) => answers.map(({ status, body }) => [status, body.type])
const error = (code: string) => `/errors/catalogue/${code}`

async function staffId(name: string, key = product.keys.salon): Promise<string> {
  const { body } = await send(product.url, { method: 'GET', path: '/api/v1/staff', key })
  return body.items.find((person: Json) => person.name === name).id
}

async function serviceNamed(name: string): Promise<Json> {
  const { body } = await call('GET', '/services')
  const { id } = body.items.find((service: Json) => service.name === name)
  return (await call('GET', `/services/${id}`)).body
}

async function slotsOf(service: string, date: Temporal.PlainDate): Promise<Json[]> {
  const query = `service=${service}&from=${date}&to=${date.add({ days: 1 })}&limit=100`
  return (await call('GET', `/availability?${query}`)).body.items ?? []
}
const book = (token: string, name: string) => call('POST', '/appointments', { token, customer: { name } })

describe('A service', () => {
  test('that is added can be asked for and booked at once, by each of its names', async () => {
    const added = await call('POST', '/services', {
      name: 'Brautfrisur',
      synonyms: ['Hochsteckfrisur'],
      price_minor: 14_900,
      segments: [{ minutes: 60, gap_after_minutes: 15 }, { minutes: 30 }],
      buffer_after_minutes: 15,
      daily_most: 2,
      resources: [{ id: await staffId('Mara'), segment_minutes: [50, 30], price_minor: 16_900 }],
    })
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({
      version: 1,
      active: true,
      minutes: 105,
      grid_minutes: 15,
      daily_most: 2,
      resources: [{ name: 'Mara', weight: 1, roles: null, price_minor: 16_900 }],
      allowed: { archive: true, restore: { no: 'Ist nicht archiviert.' } },
    })
    const [slot] = await slotsOf('Hochsteckfrisur', day(0))
    const booked = await book(slot.token, 'Petra Lindner')
    expect([booked.status, booked.body.service.name, booked.body.service.price_minor]).toEqual([
      201,
      'Brautfrisur',
      16_900,
    ])
  })

  test('asked for twice with one key is added once', async () => {
    const wish = { name: 'Bartpflege', price_minor: 1500, segments: [{ minutes: 20 }] }
    const headers = { 'idempotency-key': 'beard' }
    const [one, other] = [
      await call('POST', '/services', wish, headers),
      await call('POST', '/services', wish, headers),
    ]
    expect([one.status, other.body.id, other.headers.get('idempotency-replayed')]).toEqual([
      201,
      one.body.id,
      'true',
    ])
  })

  test('with the name of another is refused, also when both come at once', async () => {
    const wish = { name: 'Maniküre', price_minor: 2500, segments: [{ minutes: 40 }] }
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', '/services', wish)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
    const { id } = await serviceNamed('Maniküre')
    const renamed = await call('PATCH', `/services/${id}`, { name: 'Föhnen' })
    expect(types(renamed)).toEqual([[409, error('service-name-taken')]])
  })

  test('that changes leaves what was sold as it was', async () => {
    const before = await serviceNamed('Haarschnitt Damen')
    const [slot] = await slotsOf('Damenschnitt', day(1))
    const { body: sold } = await book(slot.token, 'Ilse Brandt')
    const changed = await call('PATCH', `/services/${before.id}`, {
      version: before.version,
      name: 'Damenschnitt mit Pflege',
      price_minor: 5900,
      segments: [{ minutes: 60 }],
    })
    expect([changed.status, changed.body.version]).toEqual([200, before.version + 1])
    expect(changed.body.resources).toEqual(before.resources)
    const kept = (await call('GET', `/appointments/${sold.id}`)).body
    expect([kept.service.name, kept.service.price_minor, kept.ends_at]).toEqual([
      'Haarschnitt Damen',
      4800,
      sold.ends_at,
    ])
    const [longer] = await slotsOf('Damenschnitt', day(2))
    expect(Date.parse(longer.ends_at) - Date.parse(longer.starts_at)).toBe(60 * 60_000)
    const moved = await call('POST', `/appointments/${sold.id}/move`, { token: longer.token })
    expect(Date.parse(moved.body.ends_at) - Date.parse(moved.body.starts_at)).toBe(45 * 60_000)
  })

  test('that changed since an offer is not booked by it', async () => {
    const { id } = await serviceNamed('Föhnen')
    const [slot] = await slotsOf('Styling', day(1))
    await call('PATCH', `/services/${id}`, { price_minor: 2400 })
    const refused = await book(slot.token, 'Ilse Brandt')
    expect(types(refused)).toEqual([[409, '/errors/scheduling/slot-expired']])
  })

  test('changed to what it is keeps its version', async () => {
    const { id, version, price_minor, segments, resources } = await serviceNamed('Kinderhaarschnitt')
    const same = await call('PATCH', `/services/${id}`, {
      price_minor,
      segments: segments.map(({ needs: _, ...segment }: Json) => segment),
      resources: resources.map((one: Json) => ({ id: one.id, weight: one.weight })),
    })
    expect([same.status, same.body.version]).toEqual([200, version])
  })

  test('is changed by one of two who saw the same version', async () => {
    const { id, version } = await serviceNamed('Kinderhaarschnitt')
    const answers = await Promise.all(
      [2000, 2100].map(price_minor => call('PATCH', `/services/${id}`, { version, price_minor })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const winner = answers.find(({ status }) => status === 200)
    expect((await serviceNamed('Kinderhaarschnitt')).price_minor).toBe(winner?.body.price_minor)
  })

  test('starts at fixed times alone once it has them', async () => {
    const { id } = await serviceNamed('Bartpflege')
    const changed = await call('PATCH', `/services/${id}`, {
      grid_kind: 'fixed',
      fixed_starts: [{ weekday: 3, at: '11:00', most: 1 }],
      resources: [{ id: await staffId('Jonas') }],
    })
    expect(changed.body.fixed_starts).toEqual([{ weekday: 3, at: '11:00', most: 1 }])
    expect((await slotsOf('Bartpflege', day(1))).map(({ starts_at }) => starts_at.slice(11, 16))).toEqual([
      '11:00',
    ])
    expect(await slotsOf('Bartpflege', day(2))).toEqual([])
  })
})

describe('A wish that makes no service', () => {
  const good = { name: 'Neues', price_minor: 100, segments: [{ minutes: 20 }] }
  test.each<[string, Json, number, string]>([
    ['without length', { segments: [{ minutes: 0 }] }, 400, 'platform/invalid-request'],
    ['with a negative length', { segments: [{ minutes: -15 }] }, 400, 'platform/invalid-request'],
    ['without segments', { segments: [] }, 400, 'platform/invalid-request'],
    ['for less than nothing', { price_minor: -1 }, 400, 'platform/invalid-request'],
    ['with an unknown field', { colour: 'red' }, 400, 'platform/invalid-request'],
    [
      'longer than a day',
      { segments: [{ minutes: 1440, gap_after_minutes: 1 }, { minutes: 1 }] },
      422,
      'catalogue/service-too-long',
    ],
    ['with somebody unknown', { resources: [{ id: NOWHERE }] }, 404, 'catalogue/unknown-resource'],
    ['at fixed times without any', { grid_kind: 'fixed' }, 422, 'catalogue/bad-service'],
  ])('%s is refused, new or as a change', async (_name, wish, status, code) => {
    const { id, version } = await serviceNamed('Dauerwelle')
    const added = await call('POST', '/services', { ...good, ...wish })
    const changed = await call('PATCH', `/services/${id}`, wish)
    expect(types(added, changed)).toEqual([
      [status, `/errors/${code}`],
      [status, `/errors/${code}`],
    ])
    expect((await serviceNamed('Dauerwelle')).version).toBe(version)
  })

  test('with people of another business is refused', async () => {
    const { body } = await send(product.url, {
      method: 'GET',
      path: '/api/v1/staff',
      key: product.keys.practice,
    })
    const refused = await call('POST', '/services', { ...good, resources: [{ id: body.items[0].id }] })
    expect(types(refused)).toEqual([[404, error('unknown-resource')]])
  })

  test('of another business is none of ours', async () => {
    const { id } = await serviceNamed('Dauerwelle')
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { price_minor: 1 }],
      ['DELETE', '', undefined],
      ['POST', '/restore', undefined],
    ] as const) {
      const request = { method, path: `/api/v1/services/${id}${path}`, key: product.keys.practice, body }
      expect(types(await send(product.url, request))).toEqual([[404, error('no-service')]])
    }
  })
})

describe('An archived service', () => {
  test('is not offered, named or booked, keeps its appointments, and can be restored', async () => {
    const { id } = await serviceNamed('Dauerwelle')
    const slots = await slotsOf('Dauerwelle', day(3))
    const booked = await book(slots[0].token, 'Petra Lindner')
    const archived = await call('DELETE', `/services/${id}`)
    expect([archived.status, archived.body.active, archived.body.allowed.archive]).toEqual([
      200,
      false,
      { no: 'Ist schon archiviert.' },
    ])
    expect(archived.body.appointments).toMatchObject([{ id: booked.body.id }])
    const refused = await book(slots.at(-1).token, 'Ilse Brandt')
    expect(types(refused)).toEqual([[409, '/errors/scheduling/service-gone']])
    const line = phoneCall(product, { id: 'call_archived' })
    expect((await line.tool('list_services', { query: 'Dauerwelle' })).body.status).toBe('none')
    expect((await call('GET', `/appointments/${booked.body.id}`)).body.service.name).toBe('Dauerwelle')
    const { body: listed } = await call('GET', '/services?state=archived')
    expect(listed.items.map(({ name }: Json) => name)).toEqual(['Dauerwelle'])
    expect((await call('POST', `/services/${id}/restore`)).body.active).toBe(true)
    expect((await slotsOf('Dauerwelle', day(3))).length).toBeGreaterThan(0)
  })

  test('knows every appointment that was booked while it was archived', async () => {
    const { id } = await serviceNamed('Haarschnitt Herren')
    const slots = await slotsOf('Herrenschnitt', day(4))
    const [archived, ...answers] = await Promise.all([
      call('DELETE', `/services/${id}`),
      ...slots.slice(0, 12).map((slot, index) => book(slot.token, `Gast ${'ABCDEFGHIJKL'[index]}eier`)),
    ])
    const booked = answers.filter(({ status }) => status === 201).map(({ body }) => body.id)
    const left = archived?.body.appointments.map((item: Json) => item.id)
    expect(booked.filter(one => !left.includes(one))).toEqual([])
    await call('POST', `/services/${id}/restore`)
  })
})
