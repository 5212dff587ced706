import type { AppointmentChange, AppointmentView } from '../scheduling/index.ts'
import type { MessageKind } from './store.ts'

type Telling =
  | {
      readonly kind: 'tell'
      /** When the customer believes it to be; null: as it is, or never told. */
      readonly was: Temporal.Instant | null
      readonly fee: AppointmentChange['fee']
    }
  /** It is no longer so, or the customer knows nothing else. */
  | { readonly kind: 'superseded'; readonly reason: string }

type Facts = {
  readonly message: { readonly kind: MessageKind; readonly version: number }
  readonly appointment: Pick<AppointmentView, 'state' | 'startsAt'>
  readonly changes: readonly AppointmentChange[]
  /** What became of the messages about this appointment that are settled. */
  readonly settled: ReadonlyArray<{ readonly version: number; readonly state: 'sent' | 'superseded' }>
}

/** Whether a message still says what is so, and from which time a change is told. Pure; read at sending time. */
export function whatToTell({ message, appointment, changes, settled }: Facts): Telling {
  const later = changes.find(change => change.version > message.version && concernsCustomer(change))
  if (later) return { kind: 'superseded', reason: `The appointment was ${wordFor(later)} since.` }
  const cancelled = appointment.state === 'cancelled'
  if (cancelled !== (message.kind === 'cancellation'))
    return { kind: 'superseded', reason: `The appointment is ${appointment.state}.` }
  const own = changes.find(change => change.version === message.version)
  const told = Math.max(
    0,
    ...settled.filter(one => one.state === 'sent' && one.version < message.version).map(one => one.version),
  )
  const undone = message.version - 1
  if (own?.kind === 'undone' && told > 0 && told < undone && wasNeverTold(settled, undone))
    return { kind: 'superseded', reason: 'The change was taken back before anybody was told of it.' }
  return {
    kind: 'tell',
    was: told === 0 ? null : timeAfter(told, changes, appointment),
    fee: own?.fee ?? null,
  }
}

/** Only what is settled as such: one that is under way may yet arrive. */
function wasNeverTold(settled: Facts['settled'], version: number): boolean {
  return settled.some(one => one.version === version && one.state === 'superseded')
}

function timeAfter(
  told: number,
  changes: readonly AppointmentChange[],
  { startsAt }: Facts['appointment'],
): Temporal.Instant | null {
  const next = changes.find(change => change.version > told && isMove(change))
  const was = next?.startedAt ?? null
  return was === null || was.equals(startsAt) ? null : was
}

function isMove(change: AppointmentChange): boolean {
  return change.kind === 'moved' || change.undid === 'moved'
}

const TOLD = new Set(['moved', 'cancelled', 'declined', 'confirmed'])

function concernsCustomer(change: AppointmentChange): boolean {
  return TOLD.has(change.undid ?? change.kind)
}

function wordFor(change: AppointmentChange): string {
  return change.undid === null ? change.kind : `changed back (${change.undid})`
}
