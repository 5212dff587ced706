import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'

/** An appointment that lies where nobody is there any more. */
export type Collision = {
  readonly id: string
  readonly reference: string
  readonly state: 'requested' | 'confirmed' | 'checked_in'
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly zone: string
  readonly attendeeName: string
  readonly service: { readonly id: string; readonly name: string }
  readonly staff: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

/** Whoever has more to call has another problem. */
const MOST_COLLISIONS = 500

const COLLISION = sql`
  select appointment.id, appointment.reference, appointment.state, appointment.starts_at as "startsAt",
    appointment.ends_at as "endsAt", location.time_zone as zone, appointment.attendee_name as "attendeeName",
    json_build_object('id', appointment.service_id, 'name', service_version.name) as service,
    (select coalesce(json_agg(distinct jsonb_build_object('id', resource.id, 'name', resource.name)), '[]')
      from appointment_segment
      join resource on resource.tenant_id = appointment_segment.tenant_id
        and resource.id = appointment_segment.resource_id and resource.kind = 'staff'
      where appointment_segment.tenant_id = appointment.tenant_id
        and appointment_segment.appointment_id = appointment.id) as staff
  from appointment
  join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
  join service_version on service_version.tenant_id = appointment.tenant_id
    and service_version.service_id = appointment.service_id and service_version.version = appointment.service_version`

/** Appointments that take a resource (or, without one, any of the tenant's) in a range. Reads scheduling's tables. */
export async function appointmentsIn(
  tx: Tx,
  wanted: {
    resourceId: string | null
    from: Temporal.Instant
    to: Temporal.Instant | null
    /** Only those in places beyond this number. */
    aboveLane?: number
  },
): Promise<Collision[]> {
  const { resourceId, from, to, aboveLane = 0 } = wanted
  const { rows } = await sql<Collision>`
    ${COLLISION}
    where appointment.tenant_id = ${tx.tenantId} and appointment.state in ('requested', 'confirmed', 'checked_in')
      and appointment.id in (
        select allocation.appointment_id from allocation
        where allocation.tenant_id = ${tx.tenantId} and allocation.appointment_id is not null
          and allocation.starts_at >= ${instantSql(from)} - interval '24 hours'
          and allocation.ends_at > ${instantSql(from)}
          ${to === null ? sql`` : sql`and allocation.starts_at < ${instantSql(to)}`}
          ${aboveLane === 0 ? sql`` : sql`and allocation.lane > ${aboveLane}`}
          ${resourceId === null ? sql`` : sql`and allocation.resource_id = ${resourceId}::uuid`})
    order by appointment.starts_at, appointment.id
    limit ${MOST_COLLISIONS}
  `.execute(tx)
  return rows
}

/** Appointments of a service that are still to come. Reads scheduling's tables. */
export async function appointmentsOf(
  tx: Tx,
  wanted: { serviceId: string; from: Temporal.Instant },
): Promise<Collision[]> {
  const { rows } = await sql<Collision>`
    ${COLLISION}
    where appointment.tenant_id = ${tx.tenantId} and appointment.state in ('requested', 'confirmed', 'checked_in')
      and appointment.service_id = ${wanted.serviceId}::uuid and appointment.ends_at > ${instantSql(wanted.from)}
      and appointment.starts_at >= ${instantSql(wanted.from)} - interval '24 hours'
    order by appointment.starts_at, appointment.id
    limit ${MOST_COLLISIONS}
  `.execute(tx)
  return rows
}

export const collisionShape = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.enum(['requested', 'confirmed', 'checked_in']),
  starts_at: z.string(),
  ends_at: z.string(),
  attendee_name: z.string(),
  service: z.object({ id: z.uuid(), name: z.string() }),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export function presentCollision(collision: Collision): z.infer<typeof collisionShape> {
  const { startsAt, endsAt, zone, attendeeName, staff, ...rest } = collision
  return {
    ...rest,
    starts_at: toOffsetString(startsAt, zone),
    ends_at: toOffsetString(endsAt, zone),
    attendee_name: attendeeName,
    staff: [...staff],
  }
}
