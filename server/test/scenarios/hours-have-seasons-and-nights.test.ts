import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
/** A Monday. Clocks go forward in the night to Sunday, 28 March. */
const clock = fixedClock('2027-03-01T09:00:00+01:00')

beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

async function hoursOf(name: string): Promise<Json> {
  const { body } = await call('GET', '/hours')
  return body.items.find((item: Json) => item.owner.name === name || item.owner.kind === name)
}

/** Of the salon (`location`) or of a person. */
async function put(name: string, wanted: { week?: Json[]; periods?: Json[] }): Promise<Json> {
  const { owner, version, week } = await hoursOf(name)
  const staffId = owner.kind === 'staff' ? owner.id : null
  return await call('PUT', '/hours', { staff_id: staffId, version, week, ...wanted })
}

async function slotsFrom(from: string, to: string, staff = 'Mara'): Promise<Json[]> {
  const query = `service=Herrenschnitt&staff=${staff}&from=${from}&to=${to}&limit=200`
  return (await call('GET', `/availability?${query}`)).body.items
}
const startsOf = async (from: string, to: string, staff = 'Mara'): Promise<string[]> =>
  (await slotsFrom(from, to, staff)).map(slot => slot.starts_at.slice(5, 16))
const window = (weekday: number, from: string, to: string) => ({ weekday, from, to })
const book = (token: string, name: string) => call('POST', '/appointments', { token, customer: { name } })
const spring = { valid_from: '2027-03-08', valid_to: '2027-03-21', week: [window(3, '12:00', '14:00')] }

describe('Hours of a period', () => {
  test('count on its dates instead of the usual week, and not before or after', async () => {
    const changed = await put('Mara', { periods: [spring] })
    expect([changed.status, changed.body.periods]).toEqual([200, [spring]])
    expect(await startsOf('2027-03-08', '2027-03-15')).toEqual(
      ['12:00', '12:15', '12:30', '12:45', '13:00', '13:15', '13:30'].map(at => `03-10T${at}`),
    )
    expect(await startsOf('2027-03-03', '2027-03-04')).toContain('03-03T09:00')
    expect(await startsOf('2027-03-24', '2027-03-25')).toContain('03-24T09:00')
  })

  test('give way to those of a later period, for as long as that lasts', async () => {
    const fair = { valid_from: '2027-03-16', valid_to: '2027-03-16', week: [window(2, '16:00', '16:30')] }
    await put('Mara', { periods: [spring, fair] })
    expect(await startsOf('2027-03-15', '2027-03-22')).toEqual([
      '03-16T16:00',
      ...['12:00', '12:15', '12:30', '12:45', '13:00', '13:15', '13:30'].map(at => `03-17T${at}`),
    ])
  })

  test('stay when only the usual week is changed, and go when they are taken out', async () => {
    const before = await hoursOf('Mara')
    expect((await put('Mara', { week: before.week })).body.periods).toEqual(before.periods)
    expect((await put('Mara', { periods: [] })).body.periods).toEqual([])
    expect(await startsOf('2027-03-16', '2027-03-17')).toContain('03-16T09:00')
  })

  test('that nobody could tell apart are refused by the table itself', async () => {
    await put('Mara', { periods: [spring] })
    const another = product.database.query(
      `insert into hours_rule (tenant_id, id, location_id, resource_id, weekday, from_minute, to_minute, valid_from)
       select tenant_id, gen_random_uuid(), location_id, resource_id, 2, 600, 660, valid_from
       from hours_rule where valid_from = '2027-03-08'`,
    )
    await expect(another).rejects.toThrow('hours_rule_period_begins_once')
    await put('Mara', { periods: [] })
  })

  test('of the salon close it on weekdays they do not name, for everybody', async () => {
    await put('location', { periods: [{ ...spring, valid_to: null }] })
    expect(await startsOf('2027-03-08', '2027-03-15', 'Jonas')).toContain('03-10T12:00')
    expect(await startsOf('2027-03-11', '2027-03-17', 'Jonas')).toEqual([])
    expect(await startsOf('2027-04-07', '2027-04-08', 'Jonas')).not.toContain('04-07T15:00')
  })

  test('are told to a caller once they count', async () => {
    const line = phoneCall(product, { id: 'call_season', clock })
    const { body } = await line.tool('get_context', {})
    expect(body.say).toContain('Dienstag bis Freitag von neun Uhr bis achtzehn Uhr')
    await put('location', { periods: [{ ...spring, valid_from: '2027-02-01', valid_to: null }] })
    expect((await line.tool('get_context', {})).body.say).toContain('Mittwoch von zwölf Uhr bis vierzehn Uhr')
    await put('location', { periods: [] })
  })

  test.each([
    ['that begin on the same date', [spring, { ...spring, valid_to: null }], 422, 'catalogue/period-twice'],
    ['that end before they begin', [{ ...spring, valid_to: '2027-03-07' }], 422, 'catalogue/bad-range'],
    ['without windows', [{ ...spring, week: [] }], 400, 'platform/invalid-request'],
    ['from no date', [{ ...spring, valid_from: '2027-02-30' }], 400, 'platform/invalid-request'],
  ])('%s are refused', async (_name, periods, status, code) => {
    const refused = await put('Mara', { periods })
    expect([refused.status, refused.body.type]).toEqual([status, `/errors/${code}`])
  })
})

describe('A night', () => {
  const fridayNight = window(5, '22:00', '02:00')
  const weekWith = async (name: string, night: Json): Promise<Json[]> => [
    ...(await hoursOf(name)).week.filter(({ from }: Json) => from < '22:00'),
    night,
  ]
  const open = async (night: Json): Promise<Json> => {
    await put('location', { week: await weekWith('location', night) })
    return await put('Mara', { week: await weekWith('Mara', night) })
  }

  test('is open until its end on the next day', async () => {
    expect((await open(fridayNight)).body.week).toContainEqual(fridayNight)
    const starts = await startsOf('2027-03-05', '2027-03-06T09:00:00+01:00')
    expect(starts.filter(at => at >= '03-05T22:00').length).toBe(15)
    expect([starts.at(-1), starts.includes('03-06T00:00')]).toEqual(['03-06T01:30', true])
  })

  test('takes a booking after midnight, and refuses one after its end', async () => {
    const slots = await slotsFrom('2027-03-06', '2027-03-06T09:00:00+01:00')
    const at = (clockText: string): string =>
      slots.find(slot => slot.starts_at.slice(11, 16) === clockText).token
    expect((await book(at('00:30'), 'Petra Lindner')).status).toBe(201)
    const shorter = await open(window(5, '22:00', '00:45'))
    expect(shorter.body.collisions).toMatchObject([{ attendee_name: 'Petra Lindner' }])
    const refused = await book(at('01:15'), 'Ilse Brandt')
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/closed'])
    await open(fridayNight)
  })

  test('of one date is an exception that names appointments after midnight', async () => {
    const added = await call('POST', '/hours-exceptions', {
      date: '2027-03-05',
      windows: [{ from: '22:00', to: '23:30' }],
    })
    expect(added.body.collisions).toMatchObject([{ attendee_name: 'Petra Lindner' }])
    expect((await startsOf('2027-03-05', '2027-03-06T09:00:00+01:00')).at(-1)).toBe('03-05T23:00')
    const removed = await call('DELETE', `/hours-exceptions/${added.body.id}`)
    expect(removed.body.collisions).toEqual([])
  })

  test('in which clocks go forward has no hour that does not exist', async () => {
    await open(window(6, '22:00', '04:00'))
    const starts = await startsOf('2027-03-27T22:00:00+01:00', '2027-03-28T09:00:00+02:00')
    expect(starts.filter(at => at.slice(6, 8) === '02')).toEqual([])
    expect(starts.length).toBe(5 * 4 - 1)
    expect(starts.at(-1)).toBe('03-28T03:30')
  })

  test('is told to a caller with its end', async () => {
    await open(window(1, '22:00', '02:00'))
    const { body } = await phoneCall(product, { id: 'call_night', clock }).tool('get_context', {})
    expect(body.opening).toEqual(['von zweiundzwanzig Uhr bis zwei Uhr nachts'])
    expect(body.say).toContain('Montag von zweiundzwanzig Uhr bis zwei Uhr nachts')
  })

  test('that runs into the hours of the next day is refused', async () => {
    const refused = await open(window(5, '22:00', '10:00'))
    expect(refused.body.type).toBe('/errors/catalogue/hours-overlap')
  })
})
