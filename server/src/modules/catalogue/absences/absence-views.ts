import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { AbsenceId, ResourceId } from '../../../platform/ids/ids.ts'

export const ABSENCE_KINDS = ['vacation', 'illness', 'training', 'other'] as const

export type AbsenceView = {
  readonly id: AbsenceId
  readonly zone: string
  readonly staff: { readonly id: ResourceId; readonly name: string }
  readonly kind: (typeof ABSENCE_KINDS)[number]
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly note: string | null
  readonly createdBy: string
  readonly createdAt: Temporal.Instant
  readonly removedAt: Temporal.Instant | null
}

const ABSENCE = sql`
  select absence.id, location.time_zone as zone,
    json_build_object('id', resource.id, 'name', resource.name) as staff, absence.kind,
    absence.starts_at as "startsAt", absence.ends_at as "endsAt", absence.note, absence.created_by as "createdBy",
    absence.created_at as "createdAt", absence.removed_at as "removedAt"
  from absence
  join resource on resource.tenant_id = absence.tenant_id and resource.id = absence.resource_id
  join location on location.tenant_id = resource.tenant_id and location.id = resource.location_id`

export async function readAbsence(tx: Tx, id: AbsenceId): Promise<AbsenceView | null> {
  const { rows } = await sql<AbsenceView>`
    ${ABSENCE} where absence.tenant_id = ${tx.tenantId} and absence.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Those that touch the range and have not been taken back, by start. */
export async function listAbsences(
  tx: Tx,
  wanted: {
    from: Temporal.Instant | null
    to: Temporal.Instant | null
    staffId: string | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<AbsenceView[]> {
  const { from, to, staffId, after } = wanted
  const { rows } = await sql<AbsenceView>`
    ${ABSENCE}
    where absence.tenant_id = ${tx.tenantId} and absence.removed_at is null
      ${from === null ? sql`` : sql`and absence.ends_at > ${instantSql(from)}`}
      ${to === null ? sql`` : sql`and absence.starts_at < ${instantSql(to)}`}
      ${staffId === null ? sql`` : sql`and absence.resource_id = ${staffId}::uuid`}
      ${after === null ? sql`` : sql`and (absence.starts_at, absence.id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by absence.starts_at, absence.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
