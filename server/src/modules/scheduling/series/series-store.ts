import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type {
  AppointmentId,
  CallId,
  CustomerId,
  ResourceId,
  SeriesChangeId,
  SeriesId,
  ServiceId,
} from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { SeriesRule } from '../domain/series-rule.ts'
import type { AppointmentSource } from '../views.ts'

export type NewSeries = {
  readonly id: SeriesId
  readonly rule: SeriesRule
  readonly serviceId: ServiceId
  readonly customerId: CustomerId
  readonly staffId: ResourceId | null
  readonly attendeeName: string
  readonly source: AppointmentSource
  readonly callId: CallId | null
  readonly actor: string
  readonly idempotencyKey: string
  readonly at: Temporal.Instant
}

/** False: there is one of this key. */
export async function insertSeries(tx: Tx, series: NewSeries): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('series')
    .values({
      id: series.id,
      rrule: series.rule.rrule,
      dtstart: series.rule.dtstart.toString(),
      zone: series.rule.zone,
      service_id: series.serviceId,
      customer_id: series.customerId,
      resource_id: series.staffId,
      attendee_name: series.attendeeName,
      source: series.source,
      call_id: series.callId,
      created_by: series.actor,
      idempotency_key: series.idempotencyKey,
      created_at: isoText(series.at),
    })
    .onConflict(conflict => conflict.constraint('series_once').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** How a series is made: what an edit replaces, and what taking it back restores. */
export type SeriesForm = {
  readonly rrule: string
  readonly dtstart: string
  readonly exceptions: readonly string[]
  readonly resource_id: ResourceId | null
}

export type LockedSeries = SeriesForm & {
  readonly id: SeriesId
  readonly zone: string
  readonly serviceId: ServiceId
  readonly customerId: CustomerId
  readonly version: number
}

/** Everything that changes a series as a whole happens one after another: each begins here. */
export async function lockSeries(
  tx: Tx,
  wish: { readonly seriesId: SeriesId; readonly version?: number | null },
): Promise<LockedSeries | { readonly kind: 'unknown' | 'stale' }> {
  const row = await tx
    .selectFrom('series')
    .select(['series.rrule', 'series.dtstart', 'series.zone', 'series.exceptions', 'series.resource_id'])
    .select(['series.service_id', 'series.customer_id', 'series.version'])
    .where('series.tenant_id', '=', tx.tenantId)
    .where('series.id', '=', wish.seriesId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if ((wish.version ?? row.version) !== row.version) return { kind: 'stale' }
  return {
    id: wish.seriesId,
    rrule: row.rrule,
    dtstart: row.dtstart,
    zone: row.zone,
    exceptions: row.exceptions,
    resource_id: row.resource_id as ResourceId | null,
    serviceId: row.service_id as ServiceId,
    customerId: row.customer_id as CustomerId,
    version: row.version,
  }
}

export async function replaceForm(
  tx: Tx,
  id: SeriesId,
  form: SeriesForm & { version: number },
): Promise<void> {
  await tx
    .updateTable('series')
    .set({ ...form, exceptions: [...form.exceptions] })
    .where('series.tenant_id', '=', tx.tenantId)
    .where('series.id', '=', id)
    .execute()
}

export type NewSeriesChange = {
  readonly id: SeriesChangeId
  readonly seriesId: SeriesId
  readonly kind: 'booked' | 'moved' | 'cancelled' | 'undone'
  readonly scope?: 'following' | 'all'
  readonly actor: string
  readonly before?: object
  readonly after: object
  readonly reason?: string | null
  readonly undoes?: SeriesChangeId
  readonly at: Temporal.Instant
}

export async function insertSeriesChange(tx: Tx, change: NewSeriesChange): Promise<void> {
  await tx
    .insertInto('series_change')
    .values({
      id: change.id,
      series_id: change.seriesId,
      kind: change.kind,
      scope: change.scope ?? null,
      actor: change.actor,
      before: change.before === undefined ? null : JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      reason: change.reason?.slice(0, 500) || null,
      undoes: change.undoes ?? null,
      at: isoText(change.at),
      request_id: currentRequestId(),
    })
    .execute()
}

export type LastSeriesChange = {
  readonly id: SeriesChangeId
  readonly kind: string
  readonly at: Temporal.Instant
  readonly before: Readonly<Record<string, unknown>>
}

export async function readLastSeriesChange(tx: Tx, id: SeriesId): Promise<LastSeriesChange | null> {
  const row = await tx
    .selectFrom('series_change')
    .select(['series_change.id', 'series_change.kind', 'series_change.at', 'series_change.before'])
    .where('series_change.tenant_id', '=', tx.tenantId)
    .where('series_change.series_id', '=', id)
    .orderBy('series_change.at', 'desc')
    .orderBy('series_change.id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  return { ...row, id: row.id as SeriesChangeId, before: (row.before ?? {}) as LastSeriesChange['before'] }
}

/** Where the rule of the series has them from now on. */
export async function placeInSeries(
  tx: Tx,
  starts: ReadonlyArray<{ readonly id: AppointmentId; readonly start: Temporal.Instant }>,
): Promise<void> {
  await sql`
    update appointment set series_start = wanted.start
    from unnest(${starts.map(one => one.id)}::uuid[], ${starts.map(one => one.start.toString())}::timestamptz[])
      as wanted (id, start)
    where appointment.tenant_id = ${tx.tenantId} and appointment.id = wanted.id
  `.execute(tx)
}

/** Those that nothing else has changed since. */
export async function appointmentsLastChangedBy(tx: Tx, id: SeriesChangeId): Promise<AppointmentId[]> {
  const { rows } = await sql<{ id: AppointmentId }>`
    select own.appointment_id as id
    from appointment_change as own
    where own.tenant_id = ${tx.tenantId} and own.series_change_id = ${id} and not exists (
      select from appointment_change as later
      where later.tenant_id = own.tenant_id and later.appointment_id = own.appointment_id
        and (later.at, later.id) > (own.at, own.id))
    order by own.appointment_id
  `.execute(tx)
  return rows.map(row => row.id)
}
