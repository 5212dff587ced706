import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, CalendarLinkId, ServiceId, SyncEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activeLinks, type CalendarLink } from '../connections/link-store.ts'
import { linksFor } from '../domain/links-for.ts'
import type { Standing } from '../domain/plan-write.ts'
import { settleByItself } from './conflict-store.ts'
import { type DesiredEntry, enterDesired } from './entry-store.ts'
import { entryKey, type WriteJob } from './write-job.ts'

type Facts = {
  id: AppointmentId
  state: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  version: number
  service_id: ServiceId
  resources: string[]
}

export type EnterAppointments = ReturnType<typeof createEnterAppointments>

/**
 * Enters how appointments should stand in each calendar that they are written to, all of them in the same few
 * statements. Reads how they are now and not what an event said, so that events may come twice, late and in any order.
 */
export function createEnterAppointments(
  { jobs, clock }: Pick<Platform, 'jobs' | 'clock'>,
  writeJob: () => WriteJob,
) {
  return async function enterAppointments(tx: Tx, ids: readonly AppointmentId[]): Promise<void> {
    const links = await activeLinks(tx, { purpose: 'write' })
    const entered = await enteredLinks(tx, ids)
    if (links.length === 0 && entered.size === 0) return
    const now = clock.now()
    const wishes = (await readFacts(tx, ids)).flatMap(appointment =>
      wishesOf(appointment, { links, entered: entered.get(appointment.id) ?? [], now }),
    )
    const changed = await enterDesired(tx, wishes, now)
    if (changed.length === 0) return
    await settleByItself(tx, changed, now)
    await jobs.enqueueEach(
      tx,
      writeJob(),
      changed.map(id => ({ payload: { tenant_id: tx.tenantId, entry_id: id }, key: entryKey(id) })),
    )
  }
}

/** Where it should stand, and where it should not any more. */
function wishesOf(
  appointment: Facts,
  known: { links: readonly CalendarLink[]; entered: readonly CalendarLinkId[]; now: Temporal.Instant },
): DesiredEntry[] {
  const { links, entered, now } = known
  const desired = standingOf(appointment)
  const isOver = Temporal.Instant.compare(appointment.starts_at, now) <= 0
  const isNew = desired.state !== 'cancelled' && !isOver
  const wanted = linksFor(links, { serviceId: appointment.service_id, resourceIds: appointment.resources })
  const left = links.filter(link => entered.includes(link.id) && !wanted.includes(link))
  const about = { appointmentId: appointment.id, version: appointment.version }
  return [
    ...wanted
      .filter(({ id }) => isNew || entered.includes(id))
      .map(({ id }) => ({ ...about, linkId: id, desired })),
    ...left.map(({ id }) => ({ ...about, linkId: id, desired: { ...desired, state: 'cancelled' as const } })),
  ]
}

/** Who came and who did not changes nothing in the other calendar. */
function standingOf({ state, starts_at: startsAt, ends_at: endsAt }: Facts): Standing {
  const standing = state === 'cancelled' || state === 'requested' ? state : 'confirmed'
  return { state: standing, startsAt, endsAt }
}

async function enteredLinks(
  tx: Tx,
  ids: readonly AppointmentId[],
): Promise<ReadonlyMap<AppointmentId, CalendarLinkId[]>> {
  const { rows } = await sql<{ id: AppointmentId; links: CalendarLinkId[] }>`
    select sync_entry.appointment_id as id, array_agg(sync_entry.link_id::text) as links
    from sync_entry
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.appointment_id = any(${[...ids]}::uuid[])
    group by sync_entry.appointment_id
  `.execute(tx)
  return new Map(rows.map(({ id, links }) => [id, links]))
}

/** Locked, so that what is entered last is what it was last. */
async function readFacts(tx: Tx, ids: readonly AppointmentId[]): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    select appointment.id, appointment.state, appointment.starts_at, appointment.ends_at, appointment.version,
      appointment.service_id, array(
        select distinct appointment_segment.resource_id from appointment_segment
        where appointment_segment.tenant_id = appointment.tenant_id
          and appointment_segment.appointment_id = appointment.id)::text[] as resources
    from appointment
    where appointment.tenant_id = ${tx.tenantId} and appointment.id = any(${[...ids]}::uuid[])
    order by appointment.id
    for key share
  `.execute(tx)
  return rows
}

/** The next of what is still to come of a link's person or service, for a link that is new. */
export async function upcomingOfLink(
  tx: Tx,
  link: Pick<CalendarLink, 'resourceId' | 'serviceId'>,
  page: { after: { readonly at: string; readonly id: string }; limit: number },
): Promise<{ readonly id: AppointmentId; readonly at: string }[]> {
  const { rows } = await sql<{ id: AppointmentId; startsAt: Temporal.Instant }>`
    select appointment.id, appointment.starts_at as "startsAt" from appointment
    where appointment.tenant_id = ${tx.tenantId}
      and (appointment.starts_at, appointment.id) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)
      and appointment.state in ('requested', 'confirmed')
      ${link.serviceId === null ? sql`` : sql`and appointment.service_id = ${link.serviceId}`}
      ${
        link.resourceId === null
          ? sql``
          : sql`and exists (
              select from appointment_segment
              where appointment_segment.tenant_id = appointment.tenant_id
                and appointment_segment.appointment_id = appointment.id
                and appointment_segment.resource_id = ${link.resourceId})`
      }
    order by appointment.starts_at, appointment.id
    limit ${page.limit}
  `.execute(tx)
  return rows.map(({ id, startsAt }) => ({ id, at: startsAt.toString() }))
}

/** Entries of a link that ends: what stands there stays, and nobody writes it any more. */
export async function endEntries(tx: Tx, linkId: CalendarLinkId): Promise<void> {
  await sql<{ id: SyncEntryId }>`
    update sync_entry
    set state = 'given_up', attempting = null, lease = null, lease_until = null, next_try_at = null,
      last_error = 'link ended', last_error_at = now()
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.link_id = ${linkId}
      and sync_entry.state <> 'in_step'
  `.execute(tx)
}
