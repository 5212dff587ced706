import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Redis, startRedis } from '../../../test/support/redis.ts'
import { createLog } from '../observability/log.ts'
import { createMemoryStore } from './limit-store.ts'
import { createRedisStore, type RedisStore } from './redis-store.ts'
import { createResilientStore, type ResilientStore } from './resilient-store.ts'
import { testLimitStore } from './testing/limit-store-contract.ts'

const program = process.env.REDIS_PATH
const log = createLog({ level: 'silent' })
const SLOW = { burst: 5, intervalMs: 3_600_000 }
/** So much a busy machine may take until it has noticed. */
const PATIENT = { timeout: 30_000, interval: 50 }

// Where it cannot be installed (scripts/debian-programs.ts), the tests say so.
describe.skipIf(program === undefined)('Counts in a real Redis', () => {
  let redis: Redis
  let stores: [RedisStore, RedisStore]
  beforeAll(async () => {
    redis = await startRedis(program ?? '')
    const open = (): RedisStore => createRedisStore({ ...redis, patienceMs: 20_000 })
    stores = [open(), open()]
    for (const store of stores) await vi.waitFor(() => store.ping(), PATIENT)
  }, 60_000)
  afterAll(async () => {
    for (const store of stores ?? []) store.close()
    await redis?.kill()
  })

  testLimitStore(() => stores)

  describe('that goes away', () => {
    let processes: [ResilientStore, ResilientStore]
    beforeAll(() => {
      const [first, second] = stores
      const resilient = (shared: RedisStore): ResilientStore =>
        createResilientStore({ shared, own: createMemoryStore(), log })
      processes = [resilient(first), resilient(second)]
    })
    const takeOf = async (number: 0 | 1, name: string, times: number): Promise<number> => {
      let passed = 0
      for (let asked = 0; asked < times; asked++)
        if ((await processes[number].take(name, SLOW)) === 0) passed += 1
      return passed
    }

    test('while it is there both processes have one count', async () => {
      expect((await takeOf(0, 'one count', 3)) + (await takeOf(1, 'one count', 9))).toBe(5)
    })

    test('nobody is let through or refused because it is away: each process goes on with its own count', async () => {
      expect(await takeOf(0, 'away', 5)).toBe(5)
      await redis.kill()
      expect(await takeOf(0, 'away', 3)).toBe(0)
      expect(await takeOf(1, 'away', 9)).toBe(5)
      expect(processes.map(store => store.isShared())).toEqual([false, false])
      await redis.start()
      const back = async (): Promise<void> => {
        await takeOf(0, `is it back ${crypto.randomUUID()}`, 1)
        await takeOf(1, `is it back ${crypto.randomUUID()}`, 1)
        expect(processes.map(store => store.isShared())).toEqual([true, true])
      }
      await vi.waitFor(back, PATIENT)
      expect((await takeOf(0, 'shared again', 3)) + (await takeOf(1, 'shared again', 9))).toBe(5)
    }, 90_000)

    test('one that hangs keeps nobody waiting for long', async () => {
      const shared = createRedisStore(redis)
      await vi.waitFor(() => shared.ping(), PATIENT)
      const store = createResilientStore({ shared, own: createMemoryStore(), log })
      redis.freeze('stop')
      try {
        const waits: number[] = []
        for (let asked = 0; asked < 20; asked++) waits.push(await store.take('hanging', SLOW))
        expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(5)
        expect(store.isShared()).toBe(false)
      } finally {
        redis.freeze('go_on')
        shared.close()
      }
    }, 60_000)
  })
})
