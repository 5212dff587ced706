import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { LocationId } from '../../../platform/ids/ids.ts'
import { covers, type Intervals } from '../../../platform/time/intervals.ts'
import type { WallWindow } from '../../../platform/time/working-time.ts'
import { type EpochRange, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { readExceptionsAround } from '../hours/hours-exception-views.ts'
import type { HoursView } from '../hours/hours-views.ts'
import { openingTime, workingTimeAt } from '../hours/working-time-at.ts'
import { appointmentsIn, type Collision } from './collisions.ts'

type Work = EpochRange & { readonly appointmentId: string; readonly resourceId: string }

/**
 * Appointments still to come whose work lies, in part, where the people (or the one resource) that do it are not there
 * any more; with a date those of that date only, and of the night after it if any window runs into that.
 */
export async function appointmentsOutsideHours(
  tx: Tx,
  known: {
    locationId: LocationId
    hours: readonly HoursView[]
    resourceId: string | null
    zone: string
    region: string
    now: Temporal.Instant
    date: Temporal.PlainDate | null
    /** What counted, or counts, on that date only. */
    windows?: readonly WallWindow[]
  },
): Promise<Collision[]> {
  const { zone, region, hours } = known
  const from = known.date === null ? known.now : later(known.now, midnightOf(known.date, zone))
  const to = known.date === null ? null : nightAfter(known.date, { ...known, windows: known.windows ?? [] })
  const work = await upcomingWork(tx, { resourceId: known.resourceId, from, to })
  const last = work.reduce((latest, { end }) => Math.max(latest, end), from.epochMilliseconds)
  const range = { start: from.epochMilliseconds, end: last }
  const exceptions = await readExceptionsAround(tx, { locationId: known.locationId, zone, range })
  const place = {
    zone,
    region,
    exceptions,
    opening: hours.find(({ kind }) => kind === 'location')?.week ?? [],
  }
  const opening = openingTime(place, range)
  const stretchesOf = (id: string): Intervals => {
    const week = hours.find(owner => owner.id === id)?.week ?? []
    return workingTimeAt(place, { id, hours: week.length === 0 ? null : week }, { opening, range })
  }
  const ids = new Set(work.map(part => part.resourceId))
  const stretches = new Map([...ids].map(id => [id, stretchesOf(id)]))
  const isCovered = (part: Work): boolean =>
    covers(stretches.get(part.resourceId) ?? opening, part.start, part.end)
  const outside = new Set(work.filter(part => !isCovered(part)).map(part => part.appointmentId))
  if (outside.size === 0) return []
  const candidates = await appointmentsIn(tx, { resourceId: known.resourceId, from, to })
  return candidates.filter(({ id }) => outside.has(id))
}

function midnightOf(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(startOfLocalDay(date, zone))
}

/** The end of a date: midnight, or when the longest of its nights ends. */
function nightAfter(
  date: Temporal.PlainDate,
  known: { hours: readonly HoursView[]; windows: readonly WallWindow[]; zone: string },
): Temporal.Instant {
  const windows = [...known.windows, ...known.hours.flatMap(({ week }) => week)]
  const night = windows.reduce((longest, { toMinute }) => Math.max(longest, toMinute - 1440), 0)
  return midnightOf(date.add({ days: 1 }), known.zone).add({ minutes: night })
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}

/** What people are booked for, or one resource. Rooms stay taken over gaps and breaks: they count only if asked for. */
async function upcomingWork(
  tx: Tx,
  wanted: { resourceId: string | null; from: Temporal.Instant; to: Temporal.Instant | null },
): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select allocation.appointment_id as "appointmentId", allocation.resource_id as "resourceId",
      (extract(epoch from allocation.starts_at) * 1000)::float8 as start,
      (extract(epoch from allocation.ends_at) * 1000)::float8 as "end"
    from allocation
    join resource on resource.tenant_id = allocation.tenant_id and resource.id = allocation.resource_id
    where allocation.tenant_id = ${tx.tenantId} and allocation.appointment_id is not null
      and allocation.starts_at >= ${instantSql(wanted.from)}
      ${wanted.to === null ? sql`` : sql`and allocation.starts_at < ${instantSql(wanted.to)}`}
      and ${wanted.resourceId === null ? sql`resource.kind = 'staff'` : sql`allocation.resource_id = ${wanted.resourceId}::uuid`}
    order by allocation.starts_at
    limit 5000
  `.execute(tx)
  return rows
}
