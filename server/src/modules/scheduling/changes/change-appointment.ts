import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { sendTogether } from '../../../platform/db/send-together.ts'
import { type AppointmentId, type CallId, newId, type SeriesChangeId } from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ChangeTerms, Fee } from '../domain/change-terms.ts'
import type { AppointmentState } from '../domain/outcome-steps.ts'

export type ChangeKind =
  | 'moved'
  | 'cancelled'
  | 'checked_in'
  | 'completed'
  | 'no_show'
  | 'undone'
  | 'confirmed'
  | 'declined'

/** Who changes what, and what they know of it. */
export type ChangeWish = {
  readonly appointmentId: AppointmentId
  readonly actor: string
  /** Refuses when the appointment has another by now. */
  readonly version?: number | null
  readonly reason?: string | null
  /** The change of its series that it is part of, and that is told as a whole. */
  readonly seriesChangeId?: SeriesChangeId
}

/** How a rule of the business was met. */
export type PolicyWish = {
  /** The fee the customer agreed to, in the minor unit. A higher one is asked for again. */
  readonly feeAgreed?: number | null
  /** Why the rules do not count this once; a person says so. */
  readonly override?: string | null
}

export type LockedAppointment = {
  readonly id: AppointmentId
  readonly state: AppointmentState
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly serviceId: string
  readonly serviceVersion: number
  readonly segmentMinutes: number[] | null
  readonly moves: number
  readonly version: number
  readonly callId: CallId | null
}

/** Everything that changes one appointment happens one after another: each begins here. */
export async function lockAppointment(
  tx: Tx,
  wish: Pick<ChangeWish, 'appointmentId' | 'version'>,
): Promise<LockedAppointment | { readonly kind: 'unknown' | 'stale' }> {
  const row = await tx
    .selectFrom('appointment')
    .select(['appointment.state', 'appointment.starts_at', 'appointment.ends_at', 'appointment.service_id'])
    .select(['appointment.service_version', 'appointment.segment_minutes', 'appointment.moves'])
    .select(['appointment.version', 'appointment.call_id'])
    .where('appointment.tenant_id', '=', tx.tenantId)
    .where('appointment.id', '=', wish.appointmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (wish.version !== undefined && wish.version !== null && wish.version !== row.version)
    return { kind: 'stale' }
  return {
    id: wish.appointmentId,
    state: row.state as AppointmentState,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    segmentMinutes: row.segment_minutes,
    moves: row.moves,
    version: row.version,
    callId: row.call_id as CallId | null,
  }
}

export type PolicyResult = {
  readonly result: 'free' | 'fee' | 'overridden'
  readonly fee: Fee | null
  readonly override: string | null
}

/** Whether the rules allow it as it is wished; null: not without more being said. */
export function meetPolicy(terms: ChangeTerms, wish: PolicyWish): PolicyResult | null {
  const override = wish.override ?? null
  switch (terms.verdict) {
    case 'free':
      return { result: 'free', fee: null, override: null }
    case 'fee':
      if (override !== null) return { result: 'overridden', fee: null, override }
      return terms.fee !== null && (wish.feeAgreed ?? 0) >= terms.fee.minor
        ? { result: 'fee', fee: terms.fee, override: null }
        : null
    case 'staff':
    case 'no':
      return override === null ? null : { result: 'overridden', fee: null, override }
    case 'impossible':
      return null
    default:
      return terms.verdict satisfies never
  }
}

export type Change = {
  readonly kind: ChangeKind
  readonly actor: string
  readonly reason?: string | null
  readonly set: {
    readonly state?: AppointmentState
    readonly startsAt?: Temporal.Instant
    readonly endsAt?: Temporal.Instant
    readonly segmentMinutes?: readonly number[] | null
    readonly locationId?: string
    readonly moves?: number
  }
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly policy?: (PolicyResult & { readonly terms: ChangeTerms }) | null
  readonly undoes?: string
  readonly seriesChangeId?: SeriesChangeId | undefined
}

/** What an event says of a change: who hears of it alone, and what is told with its series. */
export function changeEvent(tx: Tx, wish: ChangeWish, version: number) {
  const { appointmentId, seriesChangeId } = wish
  const event = { tenant_id: tx.tenantId, appointment_id: appointmentId, version }
  return seriesChangeId === undefined ? event : { ...event, series_change_id: seriesChangeId }
}

/** The row, its record and the announcement; exactly one version for one record. */
export async function writeChange(
  { clock, live }: Platform,
  tx: Tx,
  appointment: LockedAppointment,
  change: Change,
): Promise<{ version: number }> {
  const version = appointment.version + 1
  const { set, policy } = change
  const row = tx
    .updateTable('appointment')
    .set({
      version,
      ...(set.state === undefined ? {} : { state: set.state }),
      ...(set.startsAt === undefined ? {} : { starts_at: isoText(set.startsAt) }),
      ...(set.endsAt === undefined ? {} : { ends_at: isoText(set.endsAt) }),
      ...(set.locationId === undefined ? {} : { location_id: set.locationId }),
      ...(set.moves === undefined ? {} : { moves: set.moves }),
      ...(set.segmentMinutes === undefined
        ? {}
        : { segment_minutes: set.segmentMinutes === null ? null : [...set.segmentMinutes] }),
    })
    .where('appointment.tenant_id', '=', tx.tenantId)
    .where('appointment.id', '=', appointment.id)
    .compile()
  const record = tx
    .insertInto('appointment_change')
    .values({
      id: newId<'appointment-change'>(),
      appointment_id: appointment.id,
      kind: change.kind,
      actor: change.actor,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      policy: policy
        ? JSON.stringify({ result: policy.result, why: policy.terms.why, rules: policy.terms.rules })
        : null,
      fee_minor: policy?.fee?.minor ?? null,
      fee_currency: policy?.fee?.currency ?? null,
      reason: (policy?.override ?? change.reason)?.slice(0, 500) || null,
      undoes: change.undoes ?? null,
      series_change_id: change.seriesChangeId ?? null,
      at: isoText(clock.now()),
      request_id: currentRequestId(),
    })
    .compile()
  await Promise.all([
    sendTogether(tx, [row, record]),
    live.announce(tx, { topic: 'appointment', id: appointment.id, call_id: appointment.callId }),
  ])
  return { version }
}
