import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { Fee } from '../domain/change-terms.ts'

/** One version of an appointment, and what made it. */
export type AppointmentChange = {
  readonly version: number
  readonly kind: string
  /** The kind of the change that this one took back. */
  readonly undid: string | null
  /** When it was to start before; null where that is not what changed. */
  readonly startedAt: Temporal.Instant | null
  readonly fee: Fee | null
}

/** By version: each record is exactly one. */
export async function changesOf(tx: Tx, id: AppointmentId): Promise<AppointmentChange[]> {
  const { rows } = await sql<{
    kind: string
    undid: string | null
    started_at: string | null
    fee_minor: number | null
    fee_currency: string | null
  }>`
    select appointment_change.kind, appointment_change.before ->> 'change' as undid,
      appointment_change.before ->> 'starts_at' as started_at,
      appointment_change.fee_minor, appointment_change.fee_currency
    from appointment_change
    where appointment_change.tenant_id = ${tx.tenantId} and appointment_change.appointment_id = ${id}
    order by appointment_change.at, appointment_change.id
  `.execute(tx)
  return rows.map((row, index) => ({
    version: index + 1,
    kind: row.kind,
    undid: row.undid,
    startedAt: row.started_at === null ? null : Temporal.Instant.from(row.started_at),
    fee:
      row.fee_minor === null || row.fee_currency === null
        ? null
        : { minor: row.fee_minor, currency: row.fee_currency },
  }))
}
