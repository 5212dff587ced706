import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import { localDateOf } from '../../platform/time/zoned.ts'
import { appointmentsIn, type Collision } from './collisions.ts'
import { expandHours } from './domain/weekly-hours.ts'
import { closedDates } from './holidays.ts'
import type { HoursView } from './hours-views.ts'

type Work = EpochRange & { readonly appointmentId: string; readonly resourceId: string }

/** Appointments still to come whose work lies, in part, where the people who do it are not there any more. */
export async function appointmentsOutsideHours(
  tx: Tx,
  known: {
    hours: readonly HoursView[]
    staffId: string | null
    zone: string
    region: string
    now: Temporal.Instant
  },
): Promise<Collision[]> {
  const { zone, region } = known
  const work = await upcomingWork(tx, known)
  const last = work.reduce((latest, { end }) => Math.max(latest, end), known.now.epochMilliseconds)
  const range = { start: known.now.epochMilliseconds, end: last }
  const closed = closedDates(region, localDateOf(range.start, zone), localDateOf(range.end, zone))
  const windowsOf = (hours: readonly WeeklyHours[]): EpochRange[] =>
    expandHours({ hours, zone, range, closedDates: closed })
  const opening = windowsOf(known.hours.find(({ kind }) => kind === 'location')?.week ?? [])
  const own = new Map(
    known.hours.flatMap(({ kind, id, week }) =>
      kind === 'staff' && week.length > 0 ? [[String(id), windowsOf(week)] as const] : [],
    ),
  )
  const isCovered = (part: Work): boolean =>
    covers(opening, part) && covers(own.get(part.resourceId) ?? opening, part)
  const outside = new Set(work.filter(part => !isCovered(part)).map(part => part.appointmentId))
  if (outside.size === 0) return []
  const candidates = await appointmentsIn(tx, { resourceId: known.staffId, from: known.now, to: null })
  return candidates.filter(({ id }) => outside.has(id))
}

function covers(windows: readonly EpochRange[], part: EpochRange): boolean {
  return windows.some(window => window.start <= part.start && part.end <= window.end)
}

/** What people are booked for. Rooms stay taken over gaps and breaks, and say nothing about hours. */
async function upcomingWork(
  tx: Tx,
  wanted: { staffId: string | null; now: Temporal.Instant },
): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select allocation.appointment_id as "appointmentId", allocation.resource_id as "resourceId",
      (extract(epoch from allocation.starts_at) * 1000)::float8 as start,
      (extract(epoch from allocation.ends_at) * 1000)::float8 as "end"
    from allocation
    join resource on resource.tenant_id = allocation.tenant_id and resource.id = allocation.resource_id
    where allocation.tenant_id = ${tx.tenantId} and allocation.appointment_id is not null
      and resource.kind = 'staff' and allocation.starts_at >= ${instantSql(wanted.now)}
      ${wanted.staffId === null ? sql`` : sql`and allocation.resource_id = ${wanted.staffId}::uuid`}
    order by allocation.starts_at
    limit 5000
  `.execute(tx)
  return rows
}
