import { setTimeout as wait } from 'node:timers/promises'
import type { LimitStore } from './limit-store.ts'

export type RedisStore = LimitStore & {
  /** Answers when Redis does; throws when it does not. */
  ping(): Promise<void>
  close(): void
}

const PREFIX = 'askpro:limit:'
const CONNECT_MS = 1000
/** Longer than this nobody waits for a count: it is made without Redis. */
const ANSWER_MS = 250
const MOST_WAITING = 5000

/** Until when what was counted is paid off (GCRA), by the clock of Redis, in one step: two who come at once are two. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval, credit = tonumber(ARGV[1]), tonumber(ARGV[2])
local due = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
local wait = due - now - credit
if wait > 0 then return tostring(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', due + interval), 'PX', math.ceil(due + interval - now))
return '0'`
const REST = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local due = math.max(now + tonumber(ARGV[1]), tonumber(redis.call('GET', KEYS[1]) or '0'))
redis.call('SET', KEYS[1], string.format('%.3f', due), 'PX', math.ceil(due - now))
return '0'`

/** Counts that all processes share, in Redis. They go by themselves when they are paid off. */
export function createRedisStore(given: { url: string; patienceMs?: number }): RedisStore {
  const { url, patienceMs = ANSWER_MS } = given
  let opening: ReturnType<typeof open> | null = null
  const client = () => {
    opening ??= open(url)
    return opening
  }
  const evaluate = async (script: string, name: string, ...figures: number[]): Promise<number> => {
    const redis = await client()
    const command = { keys: [PREFIX + name], arguments: figures.map(String) }
    return Number(await inTime(redis.eval(script, command), patienceMs))
  }
  return {
    take: async (name, { burst, intervalMs }) => {
      const waitMs = await evaluate(TAKE, name, intervalMs, (burst - 1) * intervalMs)
      if (Number.isNaN(waitMs)) throw new Error('Redis answered something that is no number.')
      return waitMs
    },
    rest: async (name, { burst, intervalMs }, ms) => {
      await evaluate(REST, name, ms + (burst - 1) * intervalMs)
    },
    ping: async () => {
      await inTime((await client()).ping(), patienceMs)
    },
    close: () => {
      void opening?.then(redis => redis.destroy())
    },
  }
}

/** Loaded only where Redis is configured: the package is large. Whoever comes while there is no connection fails at once. */
async function open(url: string) {
  const { createClient } = await import('@redis/client')
  const redis = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
    // One whose machine is gone says nothing, not even that.
    pingInterval: 2000,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: 5000,
      reconnectStrategy: retries => Math.min(100 * 2 ** Math.min(retries, 6), 3000),
    },
  })
  // Told by whoever asks, once, and not at every try to connect.
  redis.on('error', () => {})
  const connected = redis.connect().catch(() => {})
  await Promise.race([connected, wait(CONNECT_MS, undefined, { ref: false })])
  return redis
}

/** The time limit of the package ends when a command is sent, and what hangs was sent. */
async function inTime<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  const over = new AbortController()
  const late = wait(patienceMs, undefined, { signal: over.signal }).then(() => {
    throw new Error('Redis did not answer in time.')
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    over.abort()
    late.catch(() => {})
    answer.catch(() => {})
  }
}
