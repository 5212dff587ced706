/** Requests that a provider sends by itself: in order, or lost, doubled, late and in another order when told so. */
import { z } from 'zod'

export const NotificationFaults = z.strictObject({
  /** `reorder`: each waits until the next one has been sent. */
  mode: z.enum(['none', 'lose', 'double', 'reorder']).default('none'),
  delayMs: z.int().min(0).max(600_000).default(0),
})
export type NotificationFaultsInput = z.input<typeof NotificationFaults>

export type Notification = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export type SentNotification = Notification & { readonly status: number | null }

const PATIENCE_MS = 10_000

export function createNotifier() {
  let faults = NotificationFaults.parse({})
  let held: Notification | null = null
  const sent: SentNotification[] = []
  const running = new Set<Promise<void>>()
  const closing = new AbortController()

  const post = async ({ address, headers, body }: Notification): Promise<void> => {
    await new Promise(resolve => setTimeout(resolve, faults.delayMs))
    if (closing.signal.aborted) return
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE_MS)])
    const answer = await fetch(address, { method: 'POST', headers, body, signal }).catch(() => null)
    await answer?.text().catch(() => null)
    sent.push({ address, headers, body, status: answer?.status ?? null })
  }
  const start = (notification: Notification): void => {
    const work = post(notification).finally(() => running.delete(work))
    running.add(work)
  }

  return {
    notify(notification: Notification): void {
      if (faults.mode === 'lose') return
      if (faults.mode === 'reorder' && held === null) {
        held = notification
        return
      }
      start(notification)
      if (faults.mode === 'double') start(notification)
      if (held !== null) start(held)
      held = null
    },
    setFaults: (wanted: NotificationFaultsInput): void => {
      faults = NotificationFaults.parse(wanted)
      if (faults.mode !== 'reorder' && held !== null) start(held)
      if (faults.mode !== 'reorder') held = null
    },
    sent: (): readonly SentNotification[] => sent,
    /** Until what is under way has been answered. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running)
    },
    async close(): Promise<void> {
      closing.abort()
      await Promise.all(running)
    },
  }
}

export type Notifier = ReturnType<typeof createNotifier>
