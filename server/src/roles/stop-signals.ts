import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../platform/observability/log.ts'

const LONGEST_STOP_MS = 10_000
/** npm passes a signal on that the terminal has already delivered: two within this time are one. */
const SAME_SIGNAL_MS = 500

/** Waits for SIGINT or SIGTERM, then runs `stop`. A second signal, or ten seconds, end the process at once. */
export async function runUntilStopped(options: {
  log: Log
  stop: () => Promise<void>
  force: () => void
}): Promise<void> {
  const { log } = options
  let first = 0
  await new Promise<void>(resolve => {
    const onSignal = (signal: NodeJS.Signals): void => {
      if (first === 0) {
        first = Date.now()
        log.info({ signal }, 'stopping')
        resolve()
      } else if (Date.now() - first > SAME_SIGNAL_MS) {
        options.force()
        process.exit(130)
      }
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
  const late = wait(LONGEST_STOP_MS, 'late', { ref: false })
  const result = await Promise.race([options.stop(), late])
  if (result === 'late') {
    log.error('stopping took too long')
    options.force()
    process.exit(1)
  }
}
