/**
 * The states an appointment goes through besides moving and cancelling.
 *
 * requested → confirmed | cancelled (declined); confirmed → checked_in → completed; confirmed → completed | no_show.
 * The clock decides nothing here: whoever stands at the counter knows who came and who did not.
 */
export type AppointmentState =
  | 'requested'
  | 'confirmed'
  | 'checked_in'
  | 'completed'
  | 'cancelled'
  | 'no_show'

export type OutcomeState = 'checked_in' | 'completed' | 'no_show'

const BEFORE: Readonly<Record<OutcomeState | 'confirmed' | 'declined', readonly AppointmentState[]>> = {
  checked_in: ['confirmed'],
  completed: ['confirmed', 'checked_in'],
  no_show: ['confirmed'],
  confirmed: ['requested'],
  declined: ['requested'],
}

export function mayFollow(state: AppointmentState, next: keyof typeof BEFORE): boolean {
  return BEFORE[next].includes(state)
}

/** What can be taken back, and for how long. */
const UNDO_WITHIN_MINUTES = 10
const UNDOABLE: ReadonlySet<string> = new Set([
  'moved',
  'cancelled',
  'checked_in',
  'completed',
  'no_show',
  'confirmed',
  'declined',
])

export function mayUndo(last: { kind: string; at: Temporal.Instant }, now: Temporal.Instant): boolean {
  return UNDOABLE.has(last.kind) && last.at.until(now).total('minutes') <= UNDO_WITHIN_MINUTES
}
