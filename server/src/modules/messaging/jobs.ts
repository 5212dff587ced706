import type { AppointmentId, TenantId } from '../../platform/ids/ids.ts'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type AppointmentView,
  appointmentBooked,
  appointmentCancelled,
  appointmentMoved,
  appointmentStateChanged,
} from '../scheduling/index.ts'
import { defineAccountMail } from './account-mail.ts'
import type { DefineSending, Sending } from './deliver-message.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { insertMessage, type MessageKind, subjectKey } from './store.ts'
import { defineOverdueCallbackMail } from './tell-overdue-callback.ts'
import { defineSeriesMail } from './tell-series.ts'
import { defineOfferMail } from './tell-waitlist-offer.ts'
import { writeAppointmentMail } from './write-appointment-mail.ts'

type Version = {
  tenant_id: string
  appointment_id: string
  version: number
  series_change_id?: string | undefined
}

/** What messaging does behind the facts of others. */
export function defineMessagingJobs(
  platform: Platform,
  neighbours: MessagingNeighbours,
  { defineSending, email }: { defineSending: DefineSending; email: EmailChannel },
): void {
  const { db, jobs, clock, live } = platform
  defineOfferMail(platform, neighbours, defineSending)
  defineSeriesMail(platform, neighbours, defineSending)
  defineOverdueCallbackMail(platform, neighbours, defineSending)

  const write: Sending['write'] = (tx, messageId) =>
    writeAppointmentMail(tx, messageId, { neighbours, clock })
  const send = {
    confirmation: defineSending({ name: 'messaging.send-confirmation', write }),
    change: defineSending({ name: 'messaging.send-change', write }),
    cancellation: defineSending({ name: 'messaging.send-cancellation', write }),
  }

  /** A message about a version, once, however often the event is worked on. Whether it is still so is asked at sending. */
  async function prepare({ tenant_id, appointment_id, version }: Version, fact: MessageKind): Promise<void> {
    await db.inTenant(tenant_id as TenantId, async tx => {
      const appointment = await neighbours.scheduling.readAppointment(tx, appointment_id as AppointmentId)
      const kind = appointment && kindToTell(appointment, fact)
      if (!appointment || !kind) return
      const customers = await neighbours.customers.read(tx, [appointment.customerId])
      const recipient = appointment.contactEmail ?? customers.get(appointment.customerId)?.email ?? null
      const id = await insertMessage(tx, {
        kind,
        recipient,
        state: recipient === null ? 'no_address' : 'queued',
        appointmentId: appointment.id,
        callId: appointment.callId,
        subjectKey: subjectKey(appointment_id, version),
        at: clock.now(),
      })
      if (id === null) return
      await live.announce(tx, { topic: 'message', id, call_id: appointment.callId })
      if (recipient !== null) await jobs.enqueue(tx, send[kind], { tenant_id, message_id: id })
    })
  }

  defineAccountMail(platform, email)

  const tell = <P extends Version>(
    event: EventDefinition<P>,
    name: string,
    kindOf: (payload: P) => MessageKind | null,
  ): void =>
    jobs.subscribe(event, {
      name,
      payload: event.payload,
      priority: 'messages',
      maxAttempts: 12,
      safeToRepeat: 'The message is unique per appointment and version; a second insert does nothing.',
      run: async payload => {
        // Of a series that was booked or changed as a whole: the series is told, once.
        if (payload.series_change_id !== undefined) return
        const kind = kindOf(payload)
        if (kind !== null) await prepare(payload, kind)
      },
    })

  tell(appointmentBooked, 'messaging.confirm-booked-appointment', () => 'confirmation')
  tell(appointmentMoved, 'messaging.tell-moved-appointment', () => 'change')
  tell(appointmentCancelled, 'messaging.tell-cancelled-appointment', () => 'cancellation')
  tell(appointmentStateChanged, 'messaging.confirm-settled-appointment', ({ change }) =>
    CONFIRMS.has(change) ? 'confirmation' : null,
  )
}

/** Steps that lead to an appointment the customer believes not to have. */
const CONFIRMS: ReadonlySet<string> = new Set(['confirmed', 'undone_cancelled', 'undone_declined'])

/** What customers are told of. A request is worded as one: what moves is the request, not an appointment. */
function kindToTell({ state }: AppointmentView, kind: MessageKind): MessageKind | null {
  if (state === 'requested') return kind === 'cancellation' ? null : 'confirmation'
  return (kind === 'cancellation') === (state === 'cancelled') && TOLD_STATES.has(state) ? kind : null
}

const TOLD_STATES: ReadonlySet<string> = new Set(['confirmed', 'cancelled'])
