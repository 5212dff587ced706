import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Catalogue, Service } from '../../src/modules/catalogue/index.ts'
import {
  createFindFreeSlots,
  type SlotQuestion,
} from '../../src/modules/scheduling/availability/find-free-slots.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
const clock = fixedClock('2026-11-23T09:00:00+01:00')
const FROM = clock.now()

beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

/** Asks for times of the salon, and counts the days whose calendars were prepared for it. */
async function ask(wish: Partial<SlotQuestion>) {
  const { catalogue } = product.app.modules
  let days = 0
  const counting: Catalogue = {
    ...catalogue,
    readBookingBasis: (tx, wanted) => {
      days += (wanted.range.end - wanted.range.start) / 86_400_000
      return catalogue.readBookingBasis(tx, wanted)
    },
  }
  const findFreeSlots = createFindFreeSlots(product.app.platform, counting)
  return await product.app.platform.db.inTenant(await product.tenantId('salon'), async tx => {
    const service = catalogue.matchServices(await catalogue.listServices(tx), 'Herrenschnitt')[0] as Service
    const to = FROM.add({ hours: 90 * 24 })
    const { slots, open } = await findFreeSlots(tx, { service, from: FROM, to, limit: 2000, ...wish })
    return { starts: slots.map(({ start }) => start), open, days }
  })
}

test('the first three times of three months are found in the first days', async () => {
  const { starts, open, days } = await ask({ limit: 3 })
  expect([starts.length, open]).toEqual([3, true])
  expect(days).toBeLessThan(5)
})

test('the first times are those that all times begin with, however many are asked for', async () => {
  const all = await ask({})
  expect(all.days).toBeGreaterThan(89)
  for (const limit of [1, 7, 40, 300])
    expect((await ask({ limit })).starts).toEqual(all.starts.slice(0, limit))
})

test('who asks for evenings only gets the first evenings', async () => {
  const accepts = (start: number) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/Berlin').hour === 17
  const all = await ask({ accepts })
  const first = await ask({ accepts, limit: 10 })
  expect(first.starts).toEqual(all.starts.slice(0, 10))
  expect(first.days).toBeLessThan(all.days / 4)
})

test('behind a month of holidays the first times are found too', async () => {
  const closure = { starts_at: FROM.toString(), ends_at: FROM.add({ hours: 30 * 24 }).toString() }
  expect((await product.post('/api/v1/closures', product.keys.salon, closure)).status).toBe(201)
  const { starts } = await ask({ limit: 3 })
  expect(starts[0]).toBe(Temporal.Instant.from('2026-12-23T08:00:00Z').epochMilliseconds)
  expect(starts).toEqual((await ask({})).starts.slice(0, 3))
})
