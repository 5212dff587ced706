import type { Clock } from '../../../platform/time/clock.ts'

/** What a request of the provider met: believed, not believed, or broken by us. */
export type DoorOutcome = 'accepted' | 'refused' | 'failed'
export type DoorFigures = Readonly<Record<DoorOutcome, number>>
export type DoorWatch = { note(outcome: DoorOutcome): void; figures(): DoorFigures }

const WINDOW_MS = 10 * 60_000
const MOST_KEPT = 5000

/** Counts what the provider's requests met in this process in the last ten minutes. */
export function createDoorWatch(clock: Clock): DoorWatch {
  let seen: { at: number; outcome: DoorOutcome }[] = []
  return {
    note: outcome => {
      seen.push({ at: clock.now().epochMilliseconds, outcome })
      if (seen.length > MOST_KEPT) seen = seen.slice(-MOST_KEPT / 2)
    },
    figures: () => {
      const since = clock.now().epochMilliseconds - WINDOW_MS
      seen = seen.filter(({ at }) => at >= since)
      const count = (outcome: DoorOutcome) => seen.filter(one => one.outcome === outcome).length
      return { accepted: count('accepted'), refused: count('refused'), failed: count('failed') }
    },
  }
}
