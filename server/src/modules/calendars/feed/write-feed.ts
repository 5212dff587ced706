import ical, { ICalEventStatus } from 'ical-generator'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'

const DAYS_BACK = 30
/** Calendars ask again after so long, where they listen to what a feed wishes. */
const ASK_AGAIN_SECONDS = 15 * 60

type Entry = {
  id: string
  reference: string
  version: number
  state: string
  service: string
  attendee_name: string
  address: string | null
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
}

/** Somebody's appointments as iCalendar (RFC 5545), in UTC; what was cancelled is gone. */
export async function writeFeed(
  tx: Tx,
  { resourceId, now }: { resourceId: ResourceId; now: Temporal.Instant },
): Promise<string> {
  const entries = await readEntries(tx, resourceId, now)
  const feed = ical({ name: 'AskProAI', prodId: '//AskProAI//Feed//DE', ttl: ASK_AGAIN_SECONDS })
  for (const entry of entries)
    feed.createEvent({
      id: `${entry.id}@askpro`,
      sequence: entry.version,
      stamp: new Date(now.epochMilliseconds),
      start: new Date(entry.starts_at.epochMilliseconds),
      end: new Date(entry.ends_at.epochMilliseconds),
      summary: `${entry.service}: ${entry.attendee_name}`,
      description: entry.reference,
      status: entry.state === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      ...(entry.address === null ? {} : { location: entry.address }),
    })
  return feed.toString()
}

async function readEntries(tx: Tx, resourceId: ResourceId, now: Temporal.Instant): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select appointment.id, appointment.reference, appointment.version, appointment.state,
      service_version.name as service, appointment.attendee_name, location.address, appointment.starts_at,
      appointment.ends_at
    from appointment
    join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
    join service_version on service_version.tenant_id = appointment.tenant_id
      and service_version.service_id = appointment.service_id
      and service_version.version = appointment.service_version
    where appointment.tenant_id = ${tx.tenantId} and appointment.state <> 'cancelled'
      and appointment.starts_at > ${instantSql(now.subtract({ hours: 24 * DAYS_BACK }))}
      and exists (
        select from appointment_segment
        where appointment_segment.tenant_id = appointment.tenant_id
          and appointment_segment.appointment_id = appointment.id
          and appointment_segment.resource_id = ${resourceId})
    order by appointment.starts_at, appointment.id
  `.execute(tx)
  return rows
}
