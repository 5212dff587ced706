import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, CalendarLinkId, ServiceId, SyncEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activeLinks, type CalendarLink } from '../connections/link-store.ts'
import { linksFor } from '../domain/links-for.ts'
import type { Standing } from '../domain/plan-write.ts'
import { settleByItself } from './conflict-store.ts'
import { enterDesired } from './entry-store.ts'
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

export type EnterAppointment = ReturnType<typeof createEnterAppointment>

/**
 * Enters how an appointment should stand in each calendar that it is written to. Reads how it is now and not what an
 * event said, so that events may come twice, late and in any order.
 */
export function createEnterAppointment(
  { jobs, clock }: Pick<Platform, 'jobs' | 'clock'>,
  writeJob: () => WriteJob,
) {
  return async function enterAppointment(tx: Tx, appointmentId: AppointmentId): Promise<void> {
    const links = await activeLinks(tx, { purpose: 'write' })
    const entered = await enteredLinks(tx, appointmentId)
    if (links.length === 0 && entered.length === 0) return
    const appointment = await readFacts(tx, appointmentId)
    if (appointment === null) return
    const chosen = linksFor(links, {
      serviceId: appointment.service_id,
      resourceIds: appointment.resources,
    })
    const wanted = new Set(chosen.map(link => link.id))
    for (const link of chosen) await enter(tx, { appointment, link, isEntered: entered.includes(link.id) })
    const left = entered.filter(id => !wanted.has(id))
    for (const link of links.filter(({ id }) => left.includes(id)))
      await enter(tx, { appointment: { ...appointment, state: 'cancelled' }, link, isEntered: true })
  }

  async function enter(
    tx: Tx,
    { appointment, link, isEntered }: { appointment: Facts; link: CalendarLink; isEntered: boolean },
  ): Promise<void> {
    const now = clock.now()
    const desired = standingOf(appointment)
    const isOver = Temporal.Instant.compare(appointment.starts_at, now) <= 0
    if (!isEntered && (desired.state === 'cancelled' || isOver)) return
    const entryId = await enterDesired(tx, {
      appointmentId: appointment.id,
      linkId: link.id,
      version: appointment.version,
      desired,
      now,
    })
    if (entryId === null) return
    await settleByItself(tx, entryId, now)
    await jobs.enqueue(
      tx,
      writeJob(),
      { tenant_id: tx.tenantId, entry_id: entryId },
      { key: entryKey(entryId) },
    )
  }
}

/** Who came and who did not changes nothing in the other calendar. */
function standingOf({ state, starts_at: startsAt, ends_at: endsAt }: Facts): Standing {
  const standing = state === 'cancelled' || state === 'requested' ? state : 'confirmed'
  return { state: standing, startsAt, endsAt }
}

async function enteredLinks(tx: Tx, appointmentId: AppointmentId): Promise<CalendarLinkId[]> {
  const rows = await tx
    .selectFrom('sync_entry')
    .select('sync_entry.link_id')
    .where('sync_entry.tenant_id', '=', tx.tenantId)
    .where('sync_entry.appointment_id', '=', appointmentId)
    .execute()
  return rows.map(row => row.link_id as CalendarLinkId)
}

/** Locked, so that what is entered last is what it was last. */
async function readFacts(tx: Tx, id: AppointmentId): Promise<Facts | null> {
  const { rows } = await sql<Facts>`
    select appointment.id, appointment.state, appointment.starts_at, appointment.ends_at, appointment.version,
      appointment.service_id, array(
        select distinct appointment_segment.resource_id from appointment_segment
        where appointment_segment.tenant_id = appointment.tenant_id
          and appointment_segment.appointment_id = appointment.id)::text[] as resources
    from appointment
    where appointment.tenant_id = ${tx.tenantId} and appointment.id = ${id}
    for key share
  `.execute(tx)
  return rows[0] ?? null
}

/** What is still to come of a link's person or service, for a link that is new. */
export async function upcomingOfLink(
  tx: Tx,
  link: Pick<CalendarLink, 'resourceId' | 'serviceId'>,
  now: Temporal.Instant,
): Promise<AppointmentId[]> {
  const { rows } = await sql<{ id: AppointmentId }>`
    select appointment.id from appointment
    where appointment.tenant_id = ${tx.tenantId} and appointment.starts_at > ${now.toString()}::timestamptz
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
    order by appointment.starts_at
  `.execute(tx)
  return rows.map(row => row.id)
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
