import { z } from 'zod'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { AppointmentId, CalendarLinkId, TenantId } from '../../../platform/ids/ids.ts'
import type { EventDefinition, JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentMoved,
  appointmentStateChanged,
} from '../../scheduling/index.ts'
import { readLink } from '../connections/link-store.ts'
import { type EnterAppointments, upcomingOfLink } from './enter-appointment.ts'
import { entryKey, type WriteJob } from './write-job.ts'

/** After: where the batch before ended; left out for the first. */
type LinkPayload = { tenant_id: string; link_id: string; after?: { at: string; id: string } | undefined }
export type FillJob = JobDefinition<LinkPayload>

/** Appointments entered in one transaction, for as short as others may wait for their rows. */
const MOST_AT_ONCE = 200
/** Before every id there is. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

const SAFE = 'It enters how the appointment is now, however often.'

/** What happened to appointments is entered in the ledger; what is left over there is taken up. */
export function defineLedgerJobs(
  { jobs, db, clock }: Platform,
  enterAppointments: EnterAppointments,
  writeJob: WriteJob,
) {
  const follow = <Event extends { tenant_id: string; appointment_id: string }>(
    event: EventDefinition<Event>,
    name: string,
  ): void =>
    jobs.subscribe(event, {
      name,
      payload: event.payload,
      priority: 'sync',
      maxAttempts: 12,
      safeToRepeat: SAFE,
      run: async ({ tenant_id, appointment_id }) =>
        await db.inTenant(tenant_id as TenantId, tx =>
          enterAppointments(tx, [appointment_id as AppointmentId]),
        ),
    })
  follow(appointmentBooked, 'calendars.enter-booked-appointment')
  follow(appointmentMoved, 'calendars.enter-moved-appointment')
  follow(appointmentCancelled, 'calendars.enter-cancelled-appointment')
  follow(appointmentStateChanged, 'calendars.enter-settled-appointment')

  const fillJob: FillJob = jobs.define<LinkPayload>({
    name: 'calendars.fill-calendar',
    payload: z.object({
      tenant_id: z.uuid(),
      link_id: z.uuid(),
      after: z.object({ at: z.string(), id: z.uuid() }).optional(),
    }),
    priority: 'sync',
    maxAttempts: 12,
    safeToRepeat: SAFE,
    // A batch names the next in its own transaction: killed in between, it goes on where it was.
    run: async ({ tenant_id, link_id, after }) =>
      await db.inTenant(tenant_id as TenantId, async tx => {
        const link = await readLink(tx, link_id as CalendarLinkId)
        if (link === null || link.state === 'off' || link.direction === 'read') return
        const batch = await upcomingOfLink(tx, link, {
          after: after ?? { at: clock.now().toString(), id: FIRST_ID },
          limit: MOST_AT_ONCE,
        })
        const last = batch.at(-1)
        if (last === undefined) return
        await enterAppointments(
          tx,
          batch.map(({ id }) => id),
        )
        if (batch.length === MOST_AT_ONCE)
          await jobs.enqueue(tx, fillJob, { tenant_id, link_id, after: { at: last.at, id: last.id } })
      }),
  })

  jobs.schedule({
    name: 'calendars.take-up-appointments',
    cadence: { cron: '*/2 * * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 2,
    safeToRepeat: 'It enqueues the one writer; an entry that is being written is left alone.',
    run: async () => {
      const due = await db.acrossTenants('calendars: what is to be written', tx =>
        tx
          .selectFrom('sync_entry')
          .select(['sync_entry.tenant_id', 'sync_entry.id'])
          .where('sync_entry.next_try_at', '<=', instantSql(clock.now()))
          .orderBy('sync_entry.next_try_at')
          .limit(1000)
          .execute(),
      )
      await db.acrossTenants('calendars: what is to be written is enqueued', tx =>
        jobs.enqueueEach(
          tx,
          writeJob,
          due.map(({ tenant_id, id }) => ({
            ...{ tenantId: tenant_id as TenantId, key: entryKey(id) },
            payload: { tenant_id, entry_id: id },
          })),
        ),
      )
    },
  })
  return { fillJob }
}
