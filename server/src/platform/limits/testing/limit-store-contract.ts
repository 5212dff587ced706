import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { LimitStore } from '../limit-store.ts'

/** Nothing is paid off while a test runs. */
const SLOW = { burst: 5, intervalMs: 3_600_000 }

/** What every store of counts promises; given as two processes have it, or the same one twice where it has only one. */
export function testLimitStore(stores: () => readonly [LimitStore, LimitStore]): void {
  test('of forty who ask two processes at once exactly as many pass as may', async () => {
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_, number) => stores()[number % 2 === 0 ? 0 : 1].take('forty', SLOW)),
    )
    expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(5)
    for (const waitMs of waits.filter(waitMs => waitMs !== 0)) {
      expect(waitMs).toBeGreaterThan(3_500_000)
      expect(waitMs).toBeLessThanOrEqual(3_600_000)
    }
  })

  test('one name does not use up another’s', async () => {
    const [store, other] = stores()
    for (let asked = 0; asked < 10; asked++) await store.take('greedy', SLOW)
    expect(await other.take('modest', SLOW)).toBe(0)
  })

  test('whoever was refused and waits as long as was said may, in any process', async () => {
    const [store, other] = stores()
    const pace = { burst: 1, intervalMs: 400 }
    let waitMs = 0
    // On a busy machine what was taken may be paid off before the next one asks.
    for (let asked = 0; asked < 50 && waitMs === 0; asked++) waitMs = await store.take('patient', pace)
    expect(waitMs).toBeGreaterThan(0)
    await wait(Math.ceil(waitMs) + 5)
    expect(await other.take('patient', pace)).toBe(0)
  })

  test('a name that rests gives nobody anything, in no process', async () => {
    const [store, other] = stores()
    await store.rest('resting', SLOW, 60_000)
    const waitMs = await other.take('resting', SLOW)
    expect(waitMs).toBeGreaterThan(30_000)
    expect(waitMs).toBeLessThanOrEqual(60_000)
  })

  test('who may do less at once leaves the rest to others', async () => {
    const [store] = stores()
    const few = { ...SLOW, burst: 2 }
    const background = [
      await store.take('both', few),
      await store.take('both', few),
      await store.take('both', few),
    ]
    expect(background.slice(0, 2)).toEqual([0, 0])
    expect(background[2]).toBeGreaterThan(0)
    const live = [
      await store.take('both', SLOW),
      await store.take('both', SLOW),
      await store.take('both', SLOW),
    ]
    expect(live).toEqual([0, 0, 0])
  })
}
