import type { Log } from '../platform/observability/log.ts'

const LONGEST_STOP_MS = 10_000
/** npm passes a signal on that the terminal has already delivered: two within this time are one. */
const SAME_SIGNAL_MS = 500

export type StopSignals = {
  /** Resolves with the first SIGINT or SIGTERM, also one that came before anybody waited. */
  readonly asked: Promise<void>
  /** What a second signal does before the process ends at once. */
  onForce(work: () => void): void
}

/** To be called first of all: a signal that comes while the product starts must not kill it half-way. */
export function listenForStop(log: Log): StopSignals {
  let first = 0
  let force = (): void => {}
  const asked = new Promise<void>(resolve => {
    const onSignal = (signal: NodeJS.Signals): void => {
      if (first === 0) {
        first = Date.now()
        log.info({ signal }, 'stopping')
        resolve()
      } else if (Date.now() - first > SAME_SIGNAL_MS) {
        force()
        process.exit(130)
      }
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
  return {
    asked,
    onForce: work => {
      force = work
    },
  }
}

/**
 * Stops; the process is gone within ten seconds, or is ended with a line that says so: also when everything was
 * stopped and something forgotten keeps it alive.
 */
export async function stopInTime(
  log: Log,
  running: { stop: () => Promise<void>; force: () => void },
): Promise<void> {
  const deadline = setTimeout(() => {
    log.error('stopping took too long')
    running.force()
    process.exit(1)
  }, LONGEST_STOP_MS)
  await running.stop()
  // From here on it keeps nobody alive.
  deadline.unref()
}
