import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const clock = fixedClock('2026-11-23T09:00:00+01:00')
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

const WISH = { service: 'Föhnen', window: 'am 17. Dezember', staff: 'Mara', name: 'Petra Lindner' }
let calls = 0
const newCall = (from: string | null = '+491713920051') => {
  calls += 1
  return phoneCall(product, { id: `call_waits_${calls}`, from, clock })
}
const entries = async (): Promise<Json[]> =>
  (await product.get('/api/v1/waitlist?state=waiting', product.keys.salon)).body.items

test('a caller who joined is on the list, and the call came to that', async () => {
  const call = newCall()
  const { body } = await call.tool('join_waitlist', {
    ...WISH,
    window: 'übernächste Woche Dienstag vormittags',
  })
  expect(body).toMatchObject({ status: 'joined', service: 'Föhnen' })
  expect(body.say).toBe(
    'Petra Lindner steht jetzt auf der Warteliste für Föhnen bei Mara. Sobald etwas frei wird, rufen wir Sie an.',
  )
  const [entry] = await entries()
  expect(entry).toMatchObject({ attendee_name: 'Petra Lindner', source: 'phone', staff: [{ name: 'Mara' }] })
  const facts = await product.database.query<{ entity_id: string }>(
    "select call_fact.entity_id from call_fact where call_fact.kind = 'waitlist'",
  )
  expect(facts).toEqual([{ entity_id: entry.id }])
})

test('asked again with another time in the same call, one entry waits for that', async () => {
  const call = newCall('+491713920052')
  await call.tool('join_waitlist', { ...WISH, name: 'Nora Feld', window: 'am 15. Dezember' })
  await call.tool('join_waitlist', { ...WISH, name: 'Nora Feld', window: 'am 16. Dezember' })
  const own = (await entries()).filter(entry => entry.attendee_name === 'Nora Feld')
  expect(own.map(entry => entry.windows)).toEqual([
    [{ starts_at: '2026-12-16T00:00:00+01:00', ends_at: '2026-12-17T00:00:00+01:00' }],
  ])
})

test.each([
  ['the service', { ...WISH, service: undefined }, 'service'],
  ['a name', { ...WISH, name: 'Acht Uhr' }, 'name'],
  ['a number, where the caller withholds theirs', WISH, 'phone'],
])('what is missing is asked for: %s', async (_what, args, what) => {
  expect((await newCall(null).tool('join_waitlist', args)).body).toMatchObject({ status: 'ask', what })
})

test('a caller without an address becomes a callback request when something is free', async () => {
  const call = newCall('+491713920053')
  const free = await call.tool('join_waitlist', { ...WISH, name: 'Ida Moor', window: 'am 18. Dezember' })
  expect(free.body.status).toBe('joined')
  await product.settled()
  const { body } = await product.get('/api/v1/callback-requests?state=open', product.keys.salon)
  const own = body.items.filter((item: Json) => item.name === 'Ida Moor')
  expect(own).toHaveLength(1)
  expect(own[0].reason).toContain('Warteliste: Föhnen am Freitag, 18. Dezember 2026')
})
