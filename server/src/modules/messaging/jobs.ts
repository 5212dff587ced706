import { z } from 'zod'
import type { AppointmentId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import type { JobDefinition } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { appointmentBooked } from '../scheduling/index.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { createSendConfirmation } from './send-confirmation.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { insertMessage } from './store.ts'

const messageJob = z.object({ tenant_id: z.uuid(), message_id: z.uuid() })

/** What messaging does behind the facts of others. */
export function defineMessagingJobs(
  platform: Platform,
  neighbours: MessagingNeighbours,
  email: EmailChannel,
): void {
  const { db, jobs, clock, live } = platform
  const sendConfirmation = createSendConfirmation(platform, neighbours, email)

  const send: JobDefinition<z.infer<typeof messageJob>> = jobs.define({
    name: 'messaging.send-confirmation',
    payload: messageJob,
    priority: 'messages',
    // The queue waits longer each time; sixteen attempts outlast a mail server that is down for days.
    maxAttempts: 16,
    safeToRepeat:
      'A message that was sent is not sent again; a repeat after a crash carries the same Message-ID.',
    run: ({ tenant_id, message_id }, attempt) =>
      sendConfirmation(tenant_id as TenantId, message_id as MessageId, attempt),
  })

  jobs.subscribe(appointmentBooked, {
    name: 'messaging.confirm-booked-appointment',
    payload: appointmentBooked.payload,
    priority: 'messages',
    maxAttempts: 12,
    safeToRepeat: 'The message is unique per appointment and version; a second insert does nothing.',
    run: async ({ tenant_id, appointment_id, version }) => {
      await db.inTenant(tenant_id as TenantId, async tx => {
        const appointment = await neighbours.scheduling.readAppointment(tx, appointment_id as AppointmentId)
        if (appointment?.state !== 'confirmed') return
        const customers = await neighbours.customers.read(tx, [appointment.customerId])
        const recipient = appointment.contactEmail ?? customers.get(appointment.customerId)?.email ?? null
        const id = await insertMessage(tx, {
          kind: 'confirmation',
          recipient,
          state: recipient === null ? 'no_address' : 'queued',
          appointmentId: appointment.id,
          callId: appointment.callId,
          subjectKey: `${appointment_id}/${version}`,
          at: clock.now(),
        })
        if (id === null) return
        await live.announce(tx, { topic: 'message', id, call_id: appointment.callId })
        if (recipient !== null) await jobs.enqueue(tx, send, { tenant_id, message_id: id })
      })
    },
  })
}
