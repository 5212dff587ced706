import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** Days some way ahead on which the salon is open. */
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const tuesday = today.add({ days: 16 - today.dayOfWeek })
const day = (offset: number) => tuesday.add({ days: offset })

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

async function slotsOf(name: string, date: Temporal.PlainDate): Promise<Json[]> {
  const query = `service=Herrenschnitt&staff=${name}&from=${date}&to=${date.add({ days: 1 })}&limit=100`
  return (await call('GET', `/availability?${query}`)).body.items
}
const book = (token: string, name: string) => call('POST', '/appointments', { token, customer: { name } })
async function idOf(name: string): Promise<string> {
  const { body } = await call('GET', '/staff?state=all')
  return body.items.find((candidate: Json) => candidate.name === name).id
}
const away = async (name: string, from: string, to: string, kind = 'vacation') =>
  await call('POST', '/absences', { staff_id: await idOf(name), kind, starts_at: from, ends_at: to })

async function whyNot(name: string, at: string): Promise<string> {
  const { catalogue, scheduling } = product.app.modules
  const staffId = await idOf(name)
  return await product.app.platform.db.inTenant(await product.tenantId('salon'), async tx => {
    const [service] = catalogue.matchServices(await catalogue.listServices(tx), 'Herrenschnitt')
    const person = (await catalogue.listStaff(tx)).find(candidate => candidate.id === staffId)
    if (!service || !person) throw new Error('The salon has changed.')
    const question = { service, staffId: person.id, at: Temporal.Instant.from(at), lang: 'de' as const }
    return (await scheduling.explainSlot(tx, question)).sentence
  })
}

describe('Somebody who is away', () => {
  test('is not offered on these days, while others are', async () => {
    const entered = await away('Mara', `${day(0)}`, `${day(2)}`)
    expect([entered.status, entered.body.staff.name, entered.body.kind]).toEqual([201, 'Mara', 'vacation'])
    expect(await slotsOf('Mara', day(0))).toEqual([])
    expect(await slotsOf('Mara', day(1))).toEqual([])
    expect((await slotsOf('Mara', day(2))).length).toBeGreaterThan(0)
    expect((await slotsOf('Jonas', day(0))).length).toBeGreaterThan(0)
  })

  test('is named with the day of return to whoever asks why', async () => {
    const { year, month } = day(2)
    const returns = `${String(day(2).day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
    const ten = day(0).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '10:00' })
    expect(await whyNot('Mara', ten.toInstant().toString())).toMatch(
      new RegExp(`10:00: Mara ist bis Donnerstag, ${returns}, 00:00 abwesend\\.$`),
    )
  })

  test('for an afternoon is offered in the morning', async () => {
    const one = day(7).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '13:00' }).toInstant()
    expect((await away('Mara', one.toString(), `${day(8)}`, 'training')).status).toBe(201)
    const starts = (await slotsOf('Mara', day(7))).map(slot => slot.starts_at.slice(11, 16))
    expect(starts.length).toBeGreaterThan(0)
    expect(starts.filter(start => start > '12:30')).toEqual([])
  })

  test('leaves appointments behind, which stay and are named', async () => {
    const [slot] = await slotsOf('Mara', day(8))
    const booked = await book(slot.token, 'Petra Lindner')
    const entered = await away('Mara', `${day(8)}`, `${day(9)}`, 'illness')
    expect(entered.body.collisions).toMatchObject([{ id: booked.body.id, attendee_name: 'Petra Lindner' }])
    expect((await call('GET', `/appointments/${booked.body.id}`)).body.state).toBe('confirmed')
  })

  test('cannot be booked with an offer from before', async () => {
    const [slot] = await slotsOf('Mara', day(9))
    await away('Mara', `${day(9)}`, `${day(10)}`)
    expect((await book(slot.token, 'Ilse Brandt')).status).toBe(409)
  })

  test('is offered again once that is taken back, and twice is once', async () => {
    const { body } = await away('Mara', `${day(14)}`, `${day(15)}`)
    expect(await slotsOf('Mara', day(14))).toEqual([])
    const removed = await call('DELETE', `/absences/${body.id}`)
    expect([removed.status, removed.body.collisions]).toEqual([200, []])
    expect((await slotsOf('Mara', day(14))).length).toBeGreaterThan(0)
    expect((await call('DELETE', `/absences/${body.id}`)).body.removed_at).toBe(removed.body.removed_at)
    const { body: list } = await call('GET', `/absences?from=${day(14)}&to=${day(15)}`)
    expect(list.items).toEqual([])
  })

  test('is listed by start, and by person', async () => {
    const { body } = await call('GET', `/absences?staff_id=${await idOf('Mara')}`)
    const starts = body.items.map((item: Json) => item.starts_at)
    expect(starts.length).toBeGreaterThan(2)
    expect(starts).toEqual(starts.toSorted())
    expect((await call('GET', `/absences?staff_id=${await idOf('Jonas')}`)).body.items).toEqual([])
  })
})

test.each([
  ['that ends before it begins', { starts_at: '2027-01-02', ends_at: '2027-01-01' }, 422, 'bad-range'],
  ['of three years', { starts_at: '2027-01-01', ends_at: '2030-01-01' }, 422, 'bad-range'],
])('An absence %s is refused', async (_name, range, status, code) => {
  const answer = await call('POST', '/absences', {
    staff_id: await idOf('Mara'),
    kind: 'vacation',
    ...range,
  })
  expect([answer.status, answer.body.type]).toEqual([status, `/errors/catalogue/${code}`])
})

test('An absence of somebody of another business is of nobody', async () => {
  const wish = {
    staff_id: await idOf('Mara'),
    kind: 'illness',
    starts_at: '2027-01-01',
    ends_at: '2027-01-02',
  }
  const request = { method: 'POST', path: '/api/v1/absences', key: product.keys.practice, body: wish }
  expect((await send(product.url, request)).body.type).toBe('/errors/catalogue/unknown-staff')
  const { body } = await call('POST', '/absences', wish)
  const path = `/api/v1/absences/${body.id}`
  const removal = await send(product.url, { method: 'DELETE', path, key: product.keys.practice })
  expect([removal.status, removal.body.type]).toEqual([404, '/errors/catalogue/unknown-absence'])
})

test('An absence entered while people book knows every appointment that lies inside', async () => {
  const date = day(21)
  const slots = await slotsOf('Mara', date)
  const apart = slots.filter((slot, index) => index === 0 || slot.starts_at.slice(14, 16) === '00')
  const wanted = apart.filter(
    (slot, index) => apart.findIndex(other => other.starts_at === slot.starts_at) === index,
  )
  expect(wanted.length).toBeGreaterThan(5)
  const half = Math.ceil(wanted.length / 2)
  const answers = await Promise.all([
    ...wanted.slice(0, half).map((slot, index) => book(slot.token, `Kundin ${index}`)),
    away('Mara', `${date}`, `${date.add({ days: 1 })}`, 'illness'),
    ...wanted.slice(half).map((slot, index) => book(slot.token, `Kunde ${index}`)),
  ])
  const absence = answers.find(({ body }) => body.collisions !== undefined)
  const booked = answers.filter(({ status, body }) => status === 201 && body.reference !== undefined)
  expect(absence?.status).toBe(201)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(booked.map(({ body }) => body.id).toSorted()).toEqual(
    absence?.body.collisions.map((item: Json) => item.id).toSorted(),
  )
})

test('An absence waits for a booking in flight, which has the calendar row', async () => {
  const salon = await product.tenantId('salon')
  const mara = await idOf('Mara')
  const { change } = await product.app.platform.db.inTenant(salon, async tx => {
    await tx
      .selectFrom('resource')
      .select('resource.id')
      .where('resource.tenant_id', '=', salon)
      .where('resource.id', '=', mara)
      .forShare()
      .execute()
    const waiting = away('Mara', `${day(28)}`, `${day(29)}`)
    await expect.poll(waitingForARow).toBeGreaterThan(0)
    return { change: waiting }
  })
  expect((await change).status).toBe(201)
})

async function waitingForARow(): Promise<number> {
  const [row] = await product.database.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.waiting ?? 0
}
