import { describe, expect, test } from 'vitest'
import { createMemoryStore } from './limit-store.ts'
import { testLimitStore } from './testing/limit-store-contract.ts'

describe('Counts in memory', () => {
  const store = createMemoryStore()
  testLimitStore(() => [store, store])
})

const pace = { burst: 3, intervalMs: 1000 }

function storeAt(startMs: number) {
  const clock = { nowMs: startMs }
  return { clock, store: createMemoryStore(() => clock.nowMs) }
}

test('as many as the burst are taken at once, the next has to wait for its interval', async () => {
  const { store } = storeAt(0)
  const waits = await Promise.all([1, 2, 3, 4].map(() => store.take('a', pace)))
  expect(waits).toEqual([0, 0, 0, 1000])
})

test('waiting as long as was said is enough, and a moment less is not', async () => {
  const { clock, store } = storeAt(5000)
  for (let taken = 0; taken < 3; taken++) await store.take('a', pace)
  clock.nowMs += 999
  expect(await store.take('a', pace)).toBe(1)
  clock.nowMs += 1
  expect(await store.take('a', pace)).toBe(0)
})

test('what is refused is not counted', async () => {
  const { clock, store } = storeAt(0)
  for (let asked = 0; asked < 50; asked++) await store.take('a', pace)
  clock.nowMs += 1000
  expect(await store.take('a', pace)).toBe(0)
})

test('one name does not use up another’s', async () => {
  const { store } = storeAt(0)
  for (let asked = 0; asked < 10; asked++) await store.take('a', pace)
  expect(await store.take('b', pace)).toBe(0)
})

test('made-up names do not fill the memory, and quiet ones go first', async () => {
  const { clock, store } = storeAt(0)
  for (let asked = 0; asked < 3; asked++) await store.take('busy', { burst: 3, intervalMs: 3_600_000 })
  for (let name = 0; name < 99_999; name++) await store.take(`made up ${name}`, pace)
  clock.nowMs += 2000
  expect(await store.take('one more', pace)).toBe(0)
  expect(await store.take('busy', { burst: 3, intervalMs: 3_600_000 })).toBeGreaterThan(0)
})

test('a name that rests gives nothing until it has rested', async () => {
  const { clock, store } = storeAt(5000)
  await store.rest('a', pace, 10_000)
  expect(await store.take('a', pace)).toBe(10_000)
  clock.nowMs += 10_000
  expect(await store.take('a', pace)).toBe(0)
})
