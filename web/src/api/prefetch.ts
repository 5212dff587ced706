import type { QueryClient, QueryKey } from '@tanstack/react-query'

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

/** @throws Error if no loader has started the query, so that a page cannot forget its loader unnoticed. */
export const requireStarted = (queryClient: QueryClient, key: QueryKey): void => {
  if (queryClient.getQueryState(key) === undefined) {
    throw new Error(`The loader of this page does not prefetch ${JSON.stringify(key)}.`)
  }
}
