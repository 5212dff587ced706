import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { Statement } from '../../../platform/db/send-together.ts'
import type { AppointmentId, HoldId, ServiceId } from '../../../platform/ids/ids.ts'
import { type Intervals, unite } from '../../../platform/time/intervals.ts'
import { localMidnights } from '../../../platform/time/working-time.ts'
import { type EpochRange, localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import type { Service } from '../../catalogue/index.ts'

/** Whose a place is. An appointment may take its place before its own row is written, in the same transaction. */
export type PlaceOwner =
  | { readonly holdId: HoldId; readonly appointmentId?: undefined }
  | { readonly appointmentId: AppointmentId; readonly holdId?: undefined }

/**
 * How many appointments of a service begin at a limited start, or lie on a limited local day, which is told by its
 * beginning. Their places are numbered rows: whoever wants one
 * inserts the first free number, and the primary key decides. Counting and then inserting would let two racers
 * both see the last place.
 */

/** What does not count as taken for whoever asks: what they hold, and the appointments that would give their place up. */
export type Ignored = { readonly ignoreHolder: string | null; readonly moving?: readonly AppointmentId[] }

export type CountKind = 'start' | 'day'

/** Places taken by start or by day (epoch milliseconds). Expired holds do not count, nor does what is ignored. */
export async function readCounts(
  tx: Tx,
  wanted: { serviceId: ServiceId; kind: CountKind; range: EpochRange; now: number } & Ignored,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ start: number; taken: number }>`
    select (extract(epoch from capacity_count.starts_at) * 1000)::float8 as start, count(*)::integer as taken
    from capacity_count
    left join hold on hold.tenant_id = capacity_count.tenant_id and hold.id = capacity_count.hold_id
    where capacity_count.tenant_id = ${tx.tenantId}
      and capacity_count.service_id = ${wanted.serviceId} and capacity_count.kind = ${wanted.kind}
      and capacity_count.starts_at >= ${instantSql(wanted.range.start)}
      and capacity_count.starts_at < ${instantSql(wanted.range.end)}
      and (hold.id is null or (hold.expires_at > ${instantSql(wanted.now)}
        and hold.holder is distinct from ${wanted.ignoreHolder}::text))
      ${wanted.moving === undefined ? sql`` : sql`and (capacity_count.appointment_id = any(${wanted.moving}::uuid[])) is not true`}
    group by capacity_count.starts_at
  `.execute(tx)
  return new Map(rows.map(row => [row.start, row.taken]))
}

/** Takes the first free place of a start or a day; false: all are taken. */
export async function countIn(
  tx: Tx,
  owner: PlaceOwner,
  wanted: { serviceId: ServiceId; kind: CountKind; startsAt: number; most: number },
): Promise<boolean> {
  // Whoever loses a number to a racer tries the next one that is free.
  for (let tries = 0; tries < wanted.most; tries += 1) {
    const { rows } = await sql<{ free: boolean; got: boolean }>`
      with free as (
        select place.number
        from generate_series(1, ${wanted.most}::integer) as place (number)
        where not exists (
          select from capacity_count
          where capacity_count.tenant_id = ${tx.tenantId} and capacity_count.service_id = ${wanted.serviceId}
            and capacity_count.kind = ${wanted.kind} and capacity_count.starts_at = ${instantSql(wanted.startsAt)} and capacity_count.number = place.number)
        order by place.number
        limit 1
      ), got as (
        insert into capacity_count (service_id, kind, starts_at, number, hold_id, appointment_id)
        select ${wanted.serviceId}::uuid, ${wanted.kind}, ${instantSql(wanted.startsAt)}, free.number,
          ${owner.holdId ?? null}::uuid, ${owner.appointmentId ?? null}::uuid
        from free
        on conflict do nothing
        returning 1
      )
      select exists (select from free) as free, exists (select from got) as got
    `.execute(tx)
    const [row] = rows
    if (row?.got) return true
    if (!row?.free) return false
  }
  return false
}

/** The place of a hold becomes the appointment's. */
export function turnCountIntoAppointment(tx: Tx, holdId: HoldId, appointmentId: AppointmentId): Statement {
  return tx
    .updateTable('capacity_count')
    .set({ hold_id: null, appointment_id: appointmentId })
    .where('capacity_count.tenant_id', '=', tx.tenantId)
    .where('capacity_count.hold_id', '=', holdId)
    .compile()
}

/** The local days that touch a range on which no further appointment of the service begins. */
export async function fullDays(
  tx: Tx,
  wanted: { service: Service; zone: string; range: EpochRange; now: number } & Ignored,
): Promise<Intervals> {
  const { service, zone } = wanted
  const { dailyMost } = service
  if (dailyMost === null) return []
  const days = localMidnights(zone, { from: wanted.range.start, to: wanted.range.end })
  const range = { start: days[0] ?? wanted.range.start, end: wanted.range.end }
  const counts = await readCounts(tx, { ...wanted, serviceId: service.id, kind: 'day', range })
  const full = days.filter(day => (counts.get(day) ?? 0) >= dailyMost)
  return unite(full.flatMap(day => [day, startOfLocalDay(localDateOf(day, zone).add({ days: 1 }), zone)]))
}
