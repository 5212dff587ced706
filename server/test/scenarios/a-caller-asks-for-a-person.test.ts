import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { type SpokenAnswer, textCall } from '../support/text-call.ts'

const TUESDAY_NOON = '2099-11-24T12:00:00+01:00'
const clock = fixedClock(TUESDAY_NOON)
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

const salon = async (method: string, path: string, body?: unknown) =>
  await send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })
const location = async (): Promise<Json> => (await salon('GET', '/locations')).body.items[0]

async function askForPerson(at: string, world: 'salon' | 'practice' = 'salon'): Promise<SpokenAnswer & Json> {
  clock.set(at)
  const call = await textCall(product, world)
  const answer = await call.say('Ich möchte mit einem Menschen sprechen')
  return { ...answer, outcome: (await call.detail()).outcome }
}

test('who asks the salon at noon is put through, and that is what came of the call', async () => {
  expect(await askForPerson(TUESDAY_NOON)).toMatchObject({
    acts: ['transfer'],
    ended: true,
    outcome: 'transferred',
  })
})

test.each([
  ['before ten', '2099-11-24T09:59:00+01:00'],
  ['at five', '2099-11-24T17:00:00+01:00'],
  ['on a Saturday', '2099-11-28T12:00:00+01:00'],
  ['on Christmas Day', '2099-12-25T12:00:00+01:00'],
])('who asks the salon %s is told when somebody picks up, and offered a callback', async (_when, at) => {
  const { acts, text, ended, outcome } = await askForPerson(at)
  expect([acts, ended, outcome]).toEqual([['offer_callback'], false, null])
  expect(text).toContain('Dienstag bis Freitag von zehn Uhr bis siebzehn Uhr')
})

test('who asks on a day that is blocked is offered a callback', async () => {
  await salon('POST', '/closures', { starts_at: '2099-12-01', ends_at: '2099-12-02' })
  expect((await askForPerson('2099-12-01T12:00:00+01:00')).acts).toEqual(['offer_callback'])
})

test('a practice without a number offers a callback', async () => {
  const { acts, text } = await askForPerson(TUESDAY_NOON, 'practice')
  expect(acts).toEqual(['offer_callback'])
  expect(text).toContain('Durchstellen kann ich Sie leider nicht.')
})

test('the owner changes number and hours, and the next caller is put through by them', async () => {
  const { id, transfer, version } = await location()
  expect(transfer).toMatchObject({ phone: '+493023125090', week: [2, 3, 4, 5].map(weekday => ({ weekday })) })
  const wanted = { phone: '+493023125091', week: [{ weekday: 6, from: '09:00', to: '14:00' }] }
  const changed = await salon('PATCH', `/locations/${id}`, { transfer: wanted, version })
  expect([changed.status, changed.body.transfer]).toEqual([200, wanted])
  expect((await askForPerson('2099-11-28T12:00:00+01:00')).acts).toEqual(['transfer'])
  expect((await salon('PATCH', `/locations/${id}`, { transfer: null, version })).body.type).toBe(
    '/errors/platform/stale-version',
  )
  expect((await salon('PATCH', `/locations/${id}`, { transfer: null })).body.transfer).toBeNull()
})

test.each([
  ['an end before its beginning', [{ weekday: 1, from: '12:00', to: '09:00' }]],
  [
    'two windows that overlap',
    [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '11:00', to: '13:00' },
    ],
  ],
])('hours with %s are refused', async (_what, week) => {
  const { id } = await location()
  const { status, body } = await salon('PATCH', `/locations/${id}`, {
    transfer: { phone: '+493023125090', week },
  })
  expect([status, body.type]).toEqual([422, '/errors/tenants/bad-transfer-hours'])
})

test('the location of somebody else is unknown', async () => {
  const { body } = await product.get('/api/v1/locations', product.keys.practice)
  const { status } = await salon('PATCH', `/locations/${body.items[0].id}`, { transfer: null })
  expect(status).toBe(404)
})
