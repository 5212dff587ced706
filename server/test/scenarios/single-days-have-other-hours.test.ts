import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** A Tuesday some way ahead: the salon is open from Tuesday to Saturday. */
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const tuesday = today.add({ days: 16 - today.dayOfWeek })
const day = (offset: number) => tuesday.add({ days: offset })
const sunday = day(5)

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown, key = product.keys.salon) =>
  send(product.url, { method, path: `/api/v1${path}`, key, body })

async function slotsOn(date: Temporal.PlainDate, staff = ''): Promise<Json[]> {
  const query = `service=Herrenschnitt${staff}&from=${date}&to=${date.add({ days: 1 })}&limit=100`
  return (await call('GET', `/availability?${query}`)).body.items
}
const clocks = (slots: Json[]): string[] => slots.map(slot => slot.starts_at.slice(11, 16))
const book = (token: string, name: string) => call('POST', '/appointments', { token, customer: { name } })
const except = (date: Temporal.PlainDate, windows: Json[], resourceId: string | null = null) =>
  call('POST', '/hours-exceptions', { date: `${date}`, windows, resource_id: resourceId })
const MIDDAY = [{ from: '11:00', to: '13:00' }]

async function idOf(name: string): Promise<string> {
  const { body } = await call('GET', '/staff?state=all')
  return body.items.find((candidate: Json) => candidate.name === name).id
}

async function whyNot(date: Temporal.PlainDate, clock: string): Promise<string> {
  const { catalogue, scheduling } = product.app.modules
  const at = date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: clock }).toInstant()
  return await product.app.platform.db.inTenant(await product.tenantId('salon'), async tx => {
    const [service] = catalogue.matchServices(await catalogue.listServices(tx), 'Herrenschnitt')
    if (!service) throw new Error('The salon has changed.')
    return (await scheduling.explainSlot(tx, { service, at, lang: 'de' })).sentence
  })
}

describe('An exception to the hours of one date', () => {
  test('of the salon replaces the week on that day and on no other', async () => {
    const entered = await except(day(0), MIDDAY)
    expect([entered.status, entered.body.windows, entered.body.collisions]).toEqual([201, MIDDAY, []])
    const starts = clocks(await slotsOn(day(0)))
    expect(starts.length).toBeGreaterThan(0)
    expect(starts.filter(start => start < '11:00' || start >= '13:00')).toEqual([])
    expect(clocks(await slotsOn(day(1))).some(start => start >= '13:00')).toBe(true)
  })

  test('is said to whoever asks why', async () => {
    expect(await whyNot(day(0), '15:00')).toContain(
      '15:00: geschlossen (Ausnahme an diesem Tag: 11:00 bis 13:00)',
    )
  })

  test('without windows closes the day', async () => {
    await except(day(1), [])
    expect(await slotsOn(day(1))).toEqual([])
    expect(await whyNot(day(1), '11:00')).toContain('(Ausnahme an diesem Tag: ganz geschlossen)')
  })

  test('opens a Sunday once the salon and somebody in it have one', async () => {
    await except(sunday, MIDDAY)
    expect(await slotsOn(sunday)).toEqual([])
    await except(sunday, [{ from: '10:00', to: '12:00' }], await idOf('Mara'))
    const starts = clocks(await slotsOn(sunday))
    expect(starts).toContain('11:00')
    expect(starts.filter(start => start < '11:00' || start >= '12:00')).toEqual([])
  })

  test('of one person leaves the others as they are', async () => {
    await except(day(10), MIDDAY, await idOf('Mara'))
    expect(clocks(await slotsOn(day(10), '&staff=Mara')).filter(start => start >= '13:00')).toEqual([])
    expect(clocks(await slotsOn(day(10), '&staff=Mara'))).toContain('11:00')
    expect(clocks(await slotsOn(day(10), '&staff=Jonas')).some(start => start >= '13:00')).toBe(true)
  })

  test('names the appointments it leaves behind, which cannot be booked again', async () => {
    const slots = await slotsOn(day(3), '&staff=Mara')
    const late = slots.filter(slot => slot.starts_at.slice(11, 16) >= '13:00')
    const booked = await book(late[0].token, 'Petra Lindner')
    const entered = await except(day(3), MIDDAY)
    expect(entered.body.collisions).toMatchObject([{ id: booked.body.id, attendee_name: 'Petra Lindner' }])
    expect((await book(late.at(-1).token, 'Ilse Brandt')).status).toBe(409)
  })

  test('that is taken back gives the week back, and frees the date', async () => {
    const { body } = await except(day(7), [])
    expect((await except(day(7), MIDDAY)).body.type).toBe('/errors/catalogue/exception-exists')
    const removed = await call('DELETE', `/hours-exceptions/${body.id}`)
    expect([removed.status, removed.body.allowed.remove]).toEqual([200, { no: 'Ist schon zurückgenommen.' }])
    expect((await slotsOn(day(7))).length).toBeGreaterThan(0)
    expect((await except(day(7), MIDDAY)).status).toBe(201)
  })

  test('are listed by date', async () => {
    const { body } = await call('GET', `/hours-exceptions?from=${day(0)}&to=${day(1)}`)
    expect(body.items.map((item: Json) => item.date)).toEqual([`${day(0)}`, `${day(1)}`])
  })

  test('of another business is none of ours', async () => {
    const { body } = await except(day(14), MIDDAY)
    const path = `/hours-exceptions/${body.id}`
    const refused = await call('DELETE', path, undefined, product.keys.practice)
    expect([refused.status, refused.body.type]).toEqual([404, '/errors/catalogue/unknown-exception'])
  })
})

test.each([
  ['of no length', [{ from: '13:00', to: '13:00' }], 'bad-range'],
  ['that overlaps itself', [...MIDDAY, { from: '12:00', to: '14:00' }], 'hours-overlap'],
])('An exception %s is refused', async (_name, windows, code) => {
  expect((await except(day(15), windows)).body.type).toBe(`/errors/catalogue/${code}`)
})

test('An exception entered while people book knows every appointment that it leaves behind', async () => {
  const date = day(21)
  const hourly = (await slotsOn(date, '&staff=Mara')).filter(
    slot => slot.starts_at.slice(14, 16) === '00' && slot.starts_at.slice(11, 16) >= '13:00',
  )
  expect(hourly.length).toBeGreaterThan(2)
  const answers = await Promise.all([
    ...hourly.slice(0, 2).map((slot, index) => book(slot.token, `Kundin ${index}`)),
    except(date, MIDDAY),
    ...hourly.slice(2).map((slot, index) => book(slot.token, `Kunde ${index}`)),
  ])
  const exception = answers.find(({ body }) => body.collisions !== undefined)
  const booked = answers.filter(({ status, body }) => status === 201 && body.reference !== undefined)
  expect(exception?.status).toBe(201)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(booked.map(({ body }) => body.id).toSorted()).toEqual(
    exception?.body.collisions.map((item: Json) => item.id).toSorted(),
  )
})
