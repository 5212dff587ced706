/** Retell sends some ten frames a second while somebody speaks; a reconnect brings a handful at once. */
const PER_SECOND = 50
const AT_ONCE = 250

/** How fast frames may come on one socket: a bucket that refills. */
export function createFrameRate(now: () => number = () => performance.now()): { admits(): boolean } {
  let left = AT_ONCE
  let at = now()
  return {
    admits() {
      const moment = now()
      left = Math.min(AT_ONCE, left + ((moment - at) * PER_SECOND) / 1000)
      at = moment
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
