import type { Log } from '../observability/log.ts'
import type { LimitStore } from './limit-store.ts'

export type ResilientStore = LimitStore & {
  /** Whether the shared store answered when it was last asked. */
  isShared(): boolean
}

/** So long nobody asks a store that has failed. */
const LEFT_ALONE_MS = 1000

/**
 * Counts in a store that several processes share, and in this process as well: while the shared one is away the own
 * counts decide, and who was over the limit before is so still. Nobody is refused or let through because it is away.
 */
export function createResilientStore(given: {
  shared: LimitStore
  own: LimitStore
  log: Log
  nowMs?: () => number
}): ResilientStore {
  const { shared, own, log, nowMs = () => performance.now() } = given
  let awayUntil: number | null = null

  const ask = async <T>(question: () => Promise<T>): Promise<T | null> => {
    if (awayUntil !== null && nowMs() < awayUntil) return null
    try {
      const answer = await question()
      if (awayUntil !== null) log.info('limits are shared between processes again')
      awayUntil = null
      return answer
    } catch (error) {
      if (awayUntil === null) log.warn({ err: error }, 'limits are counted by each process for itself')
      awayUntil = nowMs() + LEFT_ALONE_MS
      return null
    }
  }

  return {
    isShared: () => awayUntil === null,
    take: async (name, pace) => {
      const alone = await own.take(name, pace)
      return (await ask(() => shared.take(name, pace))) ?? alone
    },
    rest: async (name, pace, ms) => {
      await own.rest(name, pace, ms)
      await ask(() => shared.rest(name, pace, ms))
    },
  }
}
