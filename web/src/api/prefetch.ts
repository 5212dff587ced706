import type { QueryKey } from '@tanstack/react-query'

/** Longer than an answer of a healthy server, shorter than a wait that looks like a broken link. */
const HOLD_NAVIGATION_MS = 180

/**
 * Waits for what a page's loader has started, but no longer than 180 ms: a quick answer shows no skeleton at
 * all, and a slow one never leaves a click without an effect. Failures are left for the page to show, each
 * beside the list that failed.
 */
export const prefetched = (...started: Promise<unknown>[]): Promise<unknown> =>
  Promise.race([
    Promise.allSettled(started),
    new Promise(resolve => {
      setTimeout(resolve, HOLD_NAVIGATION_MS)
    }),
  ])

type Loading = { isPending: boolean; fetchStatus: 'fetching' | 'paused' | 'idle' }

/** The result as it came. @throws Error if the loader of this page forgot to start the query. */
export const requirePrefetched = <Result extends Loading>(result: Result, key: QueryKey): Result => {
  if (result.isPending && result.fetchStatus === 'idle') {
    throw new Error(`The loader of this page does not prefetch ${JSON.stringify(key)}.`)
  }
  return result
}
