import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** A Tuesday and a Wednesday, some way ahead. */
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const monday = today.add({ days: 15 - today.dayOfWeek })
const tuesday = monday.add({ days: 1 })
const wednesday = monday.add({ days: 2 })

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body, headers })
const get = (path: string) => call('GET', path)

async function slotsOn(date: Temporal.PlainDate, query = 'service=Herrenschnitt'): Promise<Json[]> {
  const { body } = await get(`/availability?${query}&from=${date}&to=${date.add({ days: 1 })}`)
  return body.items
}
const book = (token: string, name: string) => call('POST', '/appointments', { token, customer: { name } })
async function person(name: string): Promise<Json> {
  const { body } = await get('/staff?state=all')
  return body.items.find((candidate: Json) => candidate.name === name)
}

describe('Blocked time', () => {
  beforeEach(() => product.database.query(`update closure set removed_at = now(), removed_by = 'test'`))

  test('of the whole salon leaves nothing free, and names the appointments inside', async () => {
    const [slot] = await slotsOn(tuesday)
    const booked = await book(slot.token, 'Petra Lindner')
    const closed = await call('POST', '/closures', {
      starts_at: `${tuesday}`,
      ends_at: `${wednesday}`,
      reason: 'Betriebsausflug',
    })
    expect([closed.status, closed.body.resource, closed.body.reason]).toEqual([201, null, 'Betriebsausflug'])
    expect(closed.body.collisions).toMatchObject([
      { id: booked.body.id, attendee_name: 'Petra Lindner', state: 'confirmed' },
    ])
    expect(await slotsOn(tuesday)).toEqual([])
    expect((await get(`/appointments/${booked.body.id}`)).body.state).toBe('confirmed')
  })

  test('that is taken back frees its place, stays readable, and can be restored', async () => {
    const { body } = await call('POST', '/closures', {
      starts_at: `${wednesday}`,
      ends_at: `${wednesday.add({ days: 1 })}`,
    })
    expect(await slotsOn(wednesday)).toEqual([])
    const removed = await call('DELETE', `/closures/${body.id}`)
    expect([removed.status, removed.body.collisions]).toEqual([200, []])
    expect(removed.body.removed_at).not.toBeNull()
    expect((await slotsOn(wednesday)).length).toBeGreaterThan(0)
    expect((await get('/closures')).body.items).toEqual([])
    expect((await get('/closures?removed=shown')).body.items.map((item: Json) => item.id)).toContain(body.id)
    expect((await call('DELETE', `/closures/${body.id}`)).body.removed_at).toBe(removed.body.removed_at)
    expect((await call('POST', `/closures/${body.id}/restore`)).body.removed_at).toBeNull()
    expect(await slotsOn(wednesday)).toEqual([])
  })

  test('of one person leaves the others free', async () => {
    const mara = await person('Mara')
    const { body } = await call('POST', '/closures', {
      resource_id: mara.id,
      starts_at: `${wednesday}`,
      ends_at: `${wednesday.add({ days: 1 })}`,
    })
    expect(body.resource).toMatchObject({ name: 'Mara', kind: 'staff' })
    const names = new Set((await slotsOn(wednesday)).map(slot => slot.staff[0].name))
    expect(names).toEqual(new Set(['Jonas']))
  })

  test.each([
    [
      'that ends before it begins',
      { starts_at: '2027-01-02', ends_at: '2027-01-01' },
      422,
      'catalogue/bad-range',
    ],
    ['of three years', { starts_at: '2027-01-01', ends_at: '2030-01-01' }, 422, 'catalogue/bad-range'],
    [
      'of nobody',
      { resource_id: '01a1fafa-efc5-7825-88ea-f16e106b3d4d', starts_at: '2027-01-01', ends_at: '2027-01-02' },
      404,
      'catalogue/unknown-resource',
    ],
    ['at no time', { starts_at: 'morgen', ends_at: '2027-01-02' }, 400, 'platform/invalid-request'],
  ])('%s is refused', async (_name, body, status, type) => {
    const answer = await call('POST', '/closures', body)
    expect([answer.status, answer.body.type]).toEqual([status, `/errors/${type}`])
  })

  test('of a person is none of another business', async () => {
    const { body } = await call('POST', '/closures', { starts_at: '2027-01-01', ends_at: '2027-01-02' })
    const other = (method: string, path: string) =>
      send(product.url, { method, path: `/api/v1/closures/${body.id}${path}`, key: product.keys.practice })
    expect((await other('GET', '')).status).toBe(404)
    expect((await other('DELETE', '')).status).toBe(404)
    expect((await other('POST', '/restore')).status).toBe(404)
  })

  test('entered while twenty people book knows every appointment that lies inside', async () => {
    const day = monday.add({ days: 8 })
    const slots = await slotsOn(day)
    const wanted = slots.filter((_slot, index) => index % 2 === 0).slice(0, 20)
    const answers = await Promise.all([
      ...wanted.slice(0, 10).map((slot, index) => book(slot.token, `Kundin ${index}`)),
      call('POST', '/closures', { starts_at: `${day}`, ends_at: `${day.add({ days: 1 })}` }),
      ...wanted.slice(10).map((slot, index) => book(slot.token, `Kunde ${index}`)),
    ])
    const closure = answers.find(({ body }) => body.collisions !== undefined)
    const booked = answers.filter(({ status, body }) => status === 201 && body.reference !== undefined)
    expect(closure?.status).toBe(201)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(booked.map(({ body }) => body.id).toSorted()).toEqual(
      closure?.body.collisions.map((item: Json) => item.id).toSorted(),
    )
  })
})

describe('Weekly hours', () => {
  const hours = async (name: string): Promise<Json> =>
    (await get('/hours')).body.items.find((item: Json) => item.owner.name === name)
  const daily = (from: string, to: string) => [2, 3, 4, 5, 6].map(weekday => ({ weekday, from, to }))

  test('list the salon first, then its people', async () => {
    const { body } = await get('/hours')
    expect(body.items[0].owner.kind).toBe('location')
    expect(body.items.slice(1).map((item: Json) => item.owner.name)).toEqual(
      (await get('/staff')).body.items.map((item: Json) => item.name),
    )
  })

  test('of a person are replaced as a whole, and free times follow', async () => {
    const before = await hours('Jonas')
    const changed = await call('PUT', '/hours', {
      staff_id: before.owner.id,
      version: before.version,
      week: daily('15:00', '16:00'),
    })
    expect([changed.status, changed.body.version, changed.body.inherited]).toEqual([
      200,
      before.version + 1,
      false,
    ])
    const day = monday.add({ days: 9 })
    const starts = (await slotsOn(day, `service=Herrenschnitt&staff=Jonas`)).map(slot =>
      slot.starts_at.slice(11, 16),
    )
    expect(starts.every(start => start >= '15:00' && start < '16:00')).toBe(true)
    expect(starts.length).toBeGreaterThan(0)
  })

  test('with a stale version are refused and stay as they are', async () => {
    const before = await hours('Jonas')
    const wish = { staff_id: before.owner.id, version: before.version - 1, week: [] }
    const refused = await call('PUT', '/hours', wish)
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/platform/stale-version'])
    expect(await hours('Jonas')).toEqual(before)
  })

  test('of two people who change them at once are one of the two weeks, never a mixture', async () => {
    const { owner, version } = await hours('Jonas')
    const answers = await Promise.all(
      [daily('09:00', '12:00'), daily('14:00', '18:00')].map(week =>
        call('PUT', '/hours', { staff_id: owner.id, version, week }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const winner = answers.find(({ status }) => status === 200)
    expect((await hours('Jonas')).week).toEqual(winner?.body.week)
  })

  test('that leave an appointment outside name it', async () => {
    const day = monday.add({ days: 10 })
    const [slot] = await slotsOn(day, 'service=Herrenschnitt&staff=Mara')
    const booked = await book(slot.token, 'Ilse Brandt')
    const { owner, version } = await hours('Mara')
    const changed = await call('PUT', '/hours', {
      staff_id: owner.id,
      version,
      week: daily('17:00', '18:00'),
    })
    expect(changed.body.collisions.map((item: Json) => item.id)).toContain(booked.body.id)
    const back = await call('PUT', '/hours', { staff_id: owner.id, version: changed.body.version, week: [] })
    expect([back.body.inherited, back.body.collisions]).toEqual([true, []])
  })

  test.each([
    [
      'that overlap',
      [
        { weekday: 2, from: '09:00', to: '12:00' },
        { weekday: 2, from: '11:00', to: '18:00' },
      ],
      422,
    ],
    ['of no length', [{ weekday: 2, from: '18:00', to: '18:00' }], 422],
    ['of an eighth day', [{ weekday: 8, from: '09:00', to: '18:00' }], 400],
    ['at 25 o’clock', [{ weekday: 2, from: '09:00', to: '25:00' }], 400],
  ])('%s are refused', async (_name, week, status) => {
    const { version } = (await get('/hours')).body.items[0]
    expect((await call('PUT', '/hours', { version, week })).status).toBe(status)
  })

  test('wait for a booking in flight, which has its calendar row', async () => {
    const { owner, version } = await hours('Mara')
    const salon = await product.tenantId('salon')
    const inFlight = product.app.platform.db.inTenant(salon, async tx => {
      await tx
        .selectFrom('resource')
        .select('resource.id')
        .where('resource.tenant_id', '=', salon)
        .where('resource.id', '=', owner.id)
        .forShare()
        .execute()
      const change = call('PUT', '/hours', { staff_id: owner.id, version, week: daily('10:00', '11:00') })
      await expect.poll(waitingForARow).toBeGreaterThan(0)
      return { change }
    })
    const { change } = await inFlight
    expect((await change).status).toBe(200)
  })

  async function waitingForARow(): Promise<number> {
    const [row] = await product.database.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return row?.waiting ?? 0
  }
})
