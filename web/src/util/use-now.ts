import { useCallback, useSyncExternalStore } from 'react'

/** The present, in milliseconds, renewed at every full step of `everyMs`. */
export const useNow = (everyMs: number): number => {
  const subscribe = useCallback(
    (renew: () => void) => {
      const timer = setInterval(renew, everyMs)
      return () => clearInterval(timer)
    },
    [everyMs],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / everyMs) * everyMs)
}
