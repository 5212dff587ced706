import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql, isoText } from '../../platform/db/instant-sql.ts'
import type { Statement } from '../../platform/db/send-together.ts'
import type { AppointmentId, HoldId, ServiceId } from '../../platform/ids/ids.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'

/**
 * How many appointments of a service begin at a limited start. Its places are numbered rows: whoever wants one
 * inserts the first free number, and the primary key decides. Counting and then inserting would let two racers
 * both see the last place.
 */

/** What does not count as taken for whoever asks: what they hold, and the appointment that would give its place up. */
export type Ignored = { readonly ignoreHolder: string | null; readonly moving?: AppointmentId }

/** Places taken by start (epoch milliseconds). Expired holds do not count, nor does what is ignored. */
export async function readCounts(
  tx: Tx,
  wanted: { serviceId: ServiceId; range: EpochRange; now: number } & Ignored,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ start: number; taken: number }>`
    select (extract(epoch from capacity_count.starts_at) * 1000)::float8 as start, count(*)::integer as taken
    from capacity_count
    left join hold on hold.tenant_id = capacity_count.tenant_id and hold.id = capacity_count.hold_id
    where capacity_count.tenant_id = ${tx.tenantId}
      and capacity_count.service_id = ${wanted.serviceId}
      and capacity_count.starts_at >= ${instantSql(wanted.range.start)}
      and capacity_count.starts_at < ${instantSql(wanted.range.end)}
      and (hold.id is null or (hold.expires_at > ${instantSql(wanted.now)}
        and hold.holder is distinct from ${wanted.ignoreHolder}::text))
      ${wanted.moving === undefined ? sql`` : sql`and capacity_count.appointment_id is distinct from ${wanted.moving}::uuid`}
    group by capacity_count.starts_at
  `.execute(tx)
  return new Map(rows.map(row => [row.start, row.taken]))
}

/** Takes a place of a start for a hold; false: all are taken. */
export async function countIn(
  tx: Tx,
  wanted: { serviceId: ServiceId; startsAt: number; most: number; holdId: HoldId },
): Promise<boolean> {
  for (let number = 1; number <= wanted.most; number += 1) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('capacity_count')
      .values({
        service_id: wanted.serviceId,
        starts_at: isoText(wanted.startsAt),
        number,
        hold_id: wanted.holdId,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return true
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
