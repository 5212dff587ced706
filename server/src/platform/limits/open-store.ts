import type { Log } from '../observability/log.ts'
import { createMemoryStore, type LimitStore } from './limit-store.ts'
import { createRedisStore } from './redis-store.ts'
import { createResilientStore } from './resilient-store.ts'

/** Where requests are counted: in Redis for all processes where one is configured, else in this process. */
export type OpenedStore = {
  readonly store: LimitStore
  /** Answers when Redis does; null: there is none. */
  readonly ping: (() => Promise<void>) | null
  close(): void
}

export function openLimitStore({ redisUrl, log }: { redisUrl: string | null; log: Log }): OpenedStore {
  const own = createMemoryStore()
  if (redisUrl === null) return { store: own, ping: null, close: () => {} }
  const redis = createRedisStore({ url: redisUrl })
  return {
    store: createResilientStore({ shared: redis, own, log }),
    ping: redis.ping,
    close: redis.close,
  }
}
