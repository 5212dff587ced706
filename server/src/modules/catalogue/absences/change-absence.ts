import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type AbsenceId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import { enterCollisions } from '../blocks/block-collisions.ts'
import type { AbsenceView } from './absence-views.ts'

export type NewAbsence = {
  readonly staffId: ResourceId
  readonly kind: AbsenceView['kind']
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly note: string | null
  readonly createdBy: string
}

/** Enters that a person is away. Neither it nor a booking in flight overtakes the other. */
export async function addAbsence(
  tx: Tx,
  absence: NewAbsence,
): Promise<{ kind: 'added'; id: AbsenceId } | { kind: 'unknown_staff' }> {
  if (!(await lockPerson(tx, absence.staffId))) return { kind: 'unknown_staff' }
  const id = newId<'absence'>()
  await tx
    .insertInto('absence')
    .values({
      id,
      resource_id: absence.staffId,
      kind: absence.kind,
      starts_at: absence.startsAt.toString(),
      ends_at: absence.endsAt.toString(),
      note: absence.note,
      created_by: absence.createdBy,
    })
    .execute()
  await enterCollisions(tx, { absenceId: id })
  return { kind: 'added', id }
}

/** Takes it back; it stays readable. Said again, nothing changes. */
export async function removeAbsence(
  tx: Tx,
  absence: { id: AbsenceId; removedBy: string; at: Temporal.Instant },
): Promise<'removed' | 'unknown'> {
  const row = await tx
    .selectFrom('absence')
    .select('absence.resource_id')
    .where('absence.tenant_id', '=', tx.tenantId)
    .where('absence.id', '=', absence.id)
    .executeTakeFirst()
  if (!row) return 'unknown'
  await lockPerson(tx, row.resource_id as ResourceId)
  await tx
    .updateTable('absence')
    .set({ removed_at: isoText(absence.at), removed_by: absence.removedBy })
    .where('absence.tenant_id', '=', tx.tenantId)
    .where('absence.id', '=', absence.id)
    .where('absence.removed_at', 'is', null)
    .execute()
  return 'removed'
}

/** Their calendar row, before anything is written: a booking holds it `for share`. False: nobody with this id. */
async function lockPerson(tx: Tx, id: ResourceId): Promise<boolean> {
  const row = await tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', id)
    .where('resource.kind', '=', 'staff')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
