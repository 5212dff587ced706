import type { DoorFigures } from './door-watch.ts'

export type LineFigures = {
  /** Calls of the last hour that began more than five minutes ago, since when no event of any call came. */
  readonly silentCalls: number
  /** Events of the last day that had to be asked for, because they never came. */
  readonly lostEvents: number
  readonly doors: DoorFigures
  readonly calls: { readonly now: number; readonly limit: number } | null
  readonly receptionists: ReceptionistFigures
}

/** Of how many businesses the receptionist is not as it was published, and whose newest publication turned back. */
export type ReceptionistFigures = { readonly drifted: number; readonly turnedBack: number }

/** What speaks against the line, and against the receptionist on it. */
export const LINE_ALARMS = [
  'webhooks_silent',
  'events_lost',
  'signatures_refused',
  'requests_failed',
  'lines_full',
] as const
export const ALARMS = [...LINE_ALARMS, 'publication_turned_back', 'receptionist_drifted'] as const
export type LineAlarm = (typeof LINE_ALARMS)[number]
export type Alarm = (typeof ALARMS)[number]

const MANY_REFUSED = 3
const MANY_LOST = 5
const NEARLY_FULL = 0.9

/**
 * What somebody should look at. Nights are silent, so silence counts only while there are calls (failure 11); anybody may
 * send us what is not signed, so refusals count only where nothing signed came beside them.
 */
export function alarmsOf({
  silentCalls,
  lostEvents,
  doors,
  calls,
}: Omit<LineFigures, 'receptionists'>): LineAlarm[] {
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

/** What of the receptionist itself the business should look at. */
export function receptionistAlarms({ drifted, turnedBack }: ReceptionistFigures): Alarm[] {
  return [
    ...(turnedBack > 0 ? ['publication_turned_back' as const] : []),
    ...(drifted > 0 ? ['receptionist_drifted' as const] : []),
  ]
}
