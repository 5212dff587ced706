import type { DoorFigures } from './door-watch.ts'

export type LineFigures = {
  /** Calls of the last hour that began more than five minutes ago, since when no event of any call came. */
  readonly silentCalls: number
  /** Events of the last day that had to be asked for, because they never came. */
  readonly lostEvents: number
  readonly doors: DoorFigures
  readonly calls: { readonly now: number; readonly limit: number } | null
}

export type Alarm =
  | 'webhooks_silent'
  | 'events_lost'
  | 'signatures_refused'
  | 'requests_failed'
  | 'lines_full'

const MANY_REFUSED = 3
const MANY_LOST = 5
const NEARLY_FULL = 0.9

/**
 * What somebody should look at. Nights are silent, so silence counts only while there are calls (failure 11); anybody may
 * send us what is not signed, so refusals count only where nothing signed came beside them.
 */
export function alarmsOf({ silentCalls, lostEvents, doors, calls }: LineFigures): Alarm[] {
  return [
    ...(silentCalls > 0 ? ['webhooks_silent' as const] : []),
    ...(lostEvents >= MANY_LOST ? ['events_lost' as const] : []),
    ...(doors.refused >= MANY_REFUSED && doors.accepted === 0 ? ['signatures_refused' as const] : []),
    ...(doors.failed > 0 ? ['requests_failed' as const] : []),
    ...(calls !== null && calls.limit > 0 && calls.now >= calls.limit * NEARLY_FULL
      ? ['lines_full' as const]
      : []),
  ]
}
