import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { AbsenceId, ClosureId } from '../../../platform/ids/ids.ts'

export type Block = { readonly closureId: ClosureId } | { readonly absenceId: AbsenceId }

/** Part of an appointment that lies in a block: of its place or, for the whole location, of anything it takes. */
const OVERLAP = {
  closure: sql`
    select closure.tenant_id, closure.id as closure_id, null::uuid as absence_id, allocation.appointment_id
    from closure
    join allocation on allocation.tenant_id = closure.tenant_id and allocation.appointment_id is not null
      and (closure.resource_id is null or allocation.resource_id = closure.resource_id)
      and allocation.starts_at >= closure.starts_at - interval '24 hours'
      and allocation.starts_at < closure.ends_at and allocation.ends_at > closure.starts_at
    join appointment on appointment.tenant_id = allocation.tenant_id and appointment.id = allocation.appointment_id
      and appointment.location_id = closure.location_id
    where closure.removed_at is null`,
  absence: sql`
    select absence.tenant_id, null::uuid as closure_id, absence.id as absence_id, allocation.appointment_id
    from absence
    join allocation on allocation.tenant_id = absence.tenant_id and allocation.appointment_id is not null
      and allocation.resource_id = absence.resource_id
      and allocation.starts_at >= absence.starts_at - interval '24 hours'
      and allocation.starts_at < absence.ends_at and allocation.ends_at > absence.starts_at
    where absence.removed_at is null`,
}

/**
 * Enters the appointments that a block collides with, once each. The calendar rows are locked: what was booked before is
 * found, and what comes later sees the block.
 */
export async function enterCollisions(tx: Tx, block: Block): Promise<void> {
  const [overlap, condition] =
    'closureId' in block
      ? [OVERLAP.closure, sql`closure.id = ${block.closureId} and closure.tenant_id = ${tx.tenantId}`]
      : [OVERLAP.absence, sql`absence.id = ${block.absenceId} and absence.tenant_id = ${tx.tenantId}`]
  await sql`
    insert into block_collision (id, appointment_id, closure_id, absence_id)
    select gen_random_uuid(), found.appointment_id, found.closure_id, found.absence_id
    from (select distinct overlap.* from (${overlap} and ${condition}) as overlap) as found
    on conflict do nothing
  `.execute(tx)
}

export type CollisionState = 'open' | 'kept' | 'moved' | 'cancelled' | 'block_removed'

export type BlockCollision = {
  readonly id: string
  readonly state: CollisionState
  readonly foundAt: Temporal.Instant
  readonly keptAt: Temporal.Instant | null
  readonly keptBy: string | null
  readonly keptReason: string | null
  readonly zone: string
  readonly block: {
    readonly kind: 'closure' | 'absence'
    readonly id: string
    readonly starts_at: string
    readonly ends_at: string
  }
  readonly appointment: {
    readonly id: string
    readonly reference: string
    readonly attendee_name: string
    readonly starts_at: string
    readonly ends_at: string
  }
}

const COLLISION = sql`
  select block_collision.id, block_collision.found_at as "foundAt", block_collision.kept_at as "keptAt",
    block_collision.kept_by as "keptBy", block_collision.kept_reason as "keptReason", location.time_zone as zone,
    case
      when appointment.state = 'cancelled' then 'cancelled'
      when coalesce(closure.removed_at, absence.removed_at) is not null then 'block_removed'
      when not exists (
        select from allocation
        where allocation.tenant_id = block_collision.tenant_id
          and allocation.appointment_id = block_collision.appointment_id
          and (absence.id is null or allocation.resource_id = absence.resource_id)
          and (closure.resource_id is null or allocation.resource_id = closure.resource_id)
          and allocation.starts_at < coalesce(closure.ends_at, absence.ends_at)
          and allocation.ends_at > coalesce(closure.starts_at, absence.starts_at)) then 'moved'
      when block_collision.kept_at is not null then 'kept'
      else 'open'
    end as state,
    json_build_object('kind', case when closure.id is null then 'absence' else 'closure' end,
      'id', coalesce(closure.id, absence.id), 'starts_at', coalesce(closure.starts_at, absence.starts_at),
      'ends_at', coalesce(closure.ends_at, absence.ends_at)) as block,
    json_build_object('id', appointment.id, 'reference', appointment.reference,
      'attendee_name', appointment.attendee_name, 'starts_at', appointment.starts_at,
      'ends_at', appointment.ends_at) as appointment
  from block_collision
  join appointment on appointment.tenant_id = block_collision.tenant_id
    and appointment.id = block_collision.appointment_id
  join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
  left join closure on closure.tenant_id = block_collision.tenant_id and closure.id = block_collision.closure_id
  left join absence on absence.tenant_id = block_collision.tenant_id and absence.id = block_collision.absence_id`

/** The latest first; resolved ones only where they are asked for. */
export async function listBlockCollisions(
  tx: Tx,
  wanted: {
    state: CollisionState | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<BlockCollision[]> {
  const { state, after } = wanted
  const { rows } = await sql<BlockCollision>`
    select found.* from (${COLLISION} where block_collision.tenant_id = ${tx.tenantId}
      ${after === null ? sql`` : sql`and (block_collision.found_at, block_collision.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    ) as found
    where ${state === null ? sql`true` : sql`found.state = ${state}`}
    order by found."foundAt" desc, found.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}

export async function readBlockCollision(tx: Tx, id: string): Promise<BlockCollision | null> {
  const { rows } = await sql<BlockCollision>`
    ${COLLISION} where block_collision.tenant_id = ${tx.tenantId} and block_collision.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** It stays where it is, and somebody says why. Said again, the first reason stands. */
export async function keepInBlock(
  tx: Tx,
  wish: { id: string; reason: string; actor: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('block_collision')
    .set({ kept_at: wish.at.toString(), kept_by: wish.actor, kept_reason: wish.reason })
    .where('block_collision.tenant_id', '=', tx.tenantId)
    .where('block_collision.id', '=', wish.id)
    .where('block_collision.kept_at', 'is', null)
    .execute()
}
