import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
const SERVICE = 'Föhnen'

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => MONDAY } })
})
afterAll(() => product.stop())
beforeEach(() => rules({ before: 0, after: 0, most: null }))
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

async function rules(rule: { before: number; after: number; most: number | null }): Promise<void> {
  await product.database.query(
    `update service set buffer_before_minutes = $1, buffer_after_minutes = $2, daily_most = $3
     where service.name = $4`,
    [rule.before, rule.after, rule.most, SERVICE],
  )
}

async function slots(date: string, more = '&staff=Mara'): Promise<Json[]> {
  const to = Temporal.PlainDate.from(date).add({ days: 1 })
  const path = `/api/v1/availability?service=${SERVICE}${more}&from=${date}&to=${to}`
  return (await product.get(path, product.keys.salon)).body.items
}
const clocks = (items: readonly Json[]): string[] => items.map(slot => slot.starts_at.slice(11, 16))
const book = (slot: Json | undefined) =>
  product.post('/api/v1/appointments', product.keys.salon, {
    token: slot?.token,
    customer: { name: 'Petra Lindner', phone: '0171 3920011' },
  })
const change = (id: string, action: string, body: unknown = {}) =>
  product.post(`/api/v1/appointments/${id}/${action}`, product.keys.salon, body)
const at = (items: readonly Json[], clock: string) => items.find(slot => slot.starts_at.includes(`T${clock}`))

describe('A service with buffers', () => {
  test('is not offered too close before or behind what is booked', async () => {
    await rules({ before: 10, after: 20, most: null })
    const free = await slots('2026-12-01')
    const middle = free[6]
    expect((await book(middle)).status).toBe(201)
    const start = Temporal.Instant.from(middle?.starts_at)
    const end = Temporal.Instant.from(middle?.ends_at)
    const left = await slots('2026-12-01')
    expect(left.length).toBeGreaterThan(4)
    // Both sides keep their own: 20 behind the earlier one and 10 before the later one.
    for (const slot of left) {
      const isBefore = Temporal.Instant.compare(slot.ends_at, start.subtract({ minutes: 30 })) <= 0
      const isBehind = Temporal.Instant.compare(slot.starts_at, end.add({ minutes: 30 })) >= 0
      expect(isBefore || isBehind).toBe(true)
    }
  })

  test('may have its buffers outside of hours', async () => {
    const without = clocks(await slots('2026-12-02'))
    await rules({ before: 60, after: 60, most: null })
    expect(clocks(await slots('2026-12-02'))).toEqual(without)
  })

  test('is refused beside another that was booked a moment before', async () => {
    await rules({ before: 0, after: 30, most: null })
    const free = await slots('2026-12-03')
    const first = free[2]
    const next = free.find(slot => Temporal.Instant.compare(slot.starts_at, first?.ends_at) >= 0)
    const answers = await Promise.all([book(first), book(next), book(first), book(next)])
    const codes = answers.map(answer => answer.status).toSorted()
    expect(codes).toEqual([201, 409, 409, 409])
  })

  test('keeps its distance again when a cancellation is taken back', async () => {
    await rules({ before: 0, after: 60, most: null })
    const free = await slots('2026-12-04')
    const { body } = await book(free[2])
    await change(body.id, 'cancel')
    const undone = await change(body.id, 'undo')
    expect(undone.status).toBe(200)
    const rows = await product.database.query<{ kept: string }>(
      `select (kept_until - ends_at)::text as kept from allocation where appointment_id = $1`,
      [body.id],
    )
    expect(rows).toEqual([{ kept: '01:00:00' }])
  })
})

describe('A service that takes so many a day', () => {
  test('is not offered on a day that is full, and again when somebody cancels', async () => {
    await rules({ before: 0, after: 0, most: 2 })
    const free = await slots('2026-12-08')
    const [one, two] = [await book(free[0]), await book(free[9])]
    expect([one.status, two.status]).toEqual([201, 201])
    expect(await slots('2026-12-08', '')).toEqual([])
    expect((await slots('2026-12-09')).length).toBeGreaterThan(0)
    await change(one.body.id, 'cancel')
    expect((await slots('2026-12-08')).length).toBeGreaterThan(0)
    expect((await book(free[3])).status).toBe(201)
    expect((await change(one.body.id, 'undo')).status).toBe(409)
  })

  test('takes exactly as many of twenty who come at once', async () => {
    await rules({ before: 0, after: 0, most: 3 })
    const free = await slots('2026-12-10', '')
    const apart = free.filter((_, index) => index % 2 === 0).slice(0, 20)
    const answers = await Promise.all(apart.map(slot => book(slot)))
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(3)
    expect(answers.every(answer => answer.status === 201 || answer.status === 409)).toBe(true)
  })

  test('lets an appointment move within its full day', async () => {
    await rules({ before: 0, after: 0, most: 1 })
    const free = await slots('2026-12-11')
    const { body } = await book(free[0])
    const offered = await slots('2026-12-11', `&staff=Mara&moving=${body.id}`)
    const later = at(offered, free[5]?.starts_at.slice(11, 16) ?? '')
    expect((await change(body.id, 'move', { token: later?.token })).status).toBe(200)
    expect(await slots('2026-12-11', '')).toEqual([])
  })

  test('says so to the owner who asks', async () => {
    await rules({ before: 0, after: 0, most: 1 })
    const free = await slots('2026-12-15')
    await book(free[0])
    const { tenantId, sentence } = await explained(free[5]?.starts_at)
    expect(tenantId).toBeDefined()
    expect(sentence).toContain('dieser Tag ist voll, möglich sind 1')
  })
})

async function explained(at: string): Promise<{ tenantId: string; sentence: string }> {
  const { tenants, catalogue, scheduling } = product.app.modules
  const tenant = await tenants.findBySlug('salon')
  if (!tenant) throw new Error('There is no salon.')
  return await product.app.platform.db.inTenant(tenant.id, async tx => {
    const [service] = catalogue.matchServices(await catalogue.listServices(tx), SERVICE)
    if (!service) throw new Error('There is no such service.')
    const { sentence } = await scheduling.explainSlot(tx, {
      service,
      at: Temporal.Instant.from(at),
      lang: 'de',
    })
    return { tenantId: tenant.id, sentence }
  })
}
