import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import { type EpochRange, localDateOf } from '../../../platform/time/zoned.ts'
import type { BookingResource, Service } from '../../catalogue/index.ts'

/** Who has been booked how much and when: what a fair choice among them needs to know. */
export type Turns = {
  minutesOn(resourceId: string, start: number): number
  lastServed(resourceId: string): number | null
}

/** For whoever has no choice. */
export const NO_TURNS: Turns = { minutesOn: () => 0, lastServed: () => null }

/** Bookings of the service that begin before that count for nobody's turn. */
const LOOK_BACK_DAYS = 60

/** Appointments only: what is merely held decides nothing. Not asked for where the owner's order decides. */
export async function readTurns(
  tx: Tx,
  wanted: {
    service: Service
    resources: readonly BookingResource[]
    range: EpochRange
    zone: string
    now: number
  },
): Promise<Turns> {
  const { service, range, zone } = wanted
  const { assignment, coolDown } = service
  if (assignment === 'first' || (assignment === 'weighted' && coolDown === 0)) return NO_TURNS
  const ids = wanted.resources.filter(({ kind }) => kind === 'staff').map(({ id }) => id)
  const served = await sql<{ resource_id: string; at: number }>`
    select allocation.resource_id, max(extract(epoch from appointment.created_at) * 1000)::float8 as at
    from allocation
    join appointment on appointment.tenant_id = allocation.tenant_id and appointment.id = allocation.appointment_id
    where allocation.tenant_id = ${tx.tenantId} and allocation.resource_id = any(${ids}::uuid[])
      and allocation.starts_at >= ${instantSql(wanted.now - LOOK_BACK_DAYS * DAY)}
      and appointment.service_id = ${service.id}
    group by allocation.resource_id
  `.execute(tx)
  const booked = await sql<{ resource_id: string; day: string; minutes: number }>`
    select allocation.resource_id, to_char(allocation.starts_at at time zone ${zone}, 'YYYY-MM-DD') as day,
      (sum(extract(epoch from allocation.ends_at - allocation.starts_at)) / 60)::float8 as minutes
    from allocation
    where allocation.tenant_id = ${tx.tenantId} and allocation.resource_id = any(${ids}::uuid[])
      and allocation.appointment_id is not null
      and allocation.starts_at >= ${instantSql(range.start - DAY)}
      and allocation.starts_at < ${instantSql(range.end + DAY)}
    group by allocation.resource_id, day
  `.execute(tx)
  const lastServed = new Map(served.rows.map(row => [row.resource_id, row.at]))
  const minutes = new Map(booked.rows.map(row => [`${row.resource_id}/${row.day}`, row.minutes]))
  return {
    minutesOn: (resourceId, start) => minutes.get(`${resourceId}/${localDateOf(start, zone)}`) ?? 0,
    lastServed: resourceId => lastServed.get(resourceId) ?? null,
  }
}
