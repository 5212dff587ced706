import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** What happened to an appointment. Enqueued in the transaction that made it happen. */
type AppointmentEvent = { tenant_id: string; appointment_id: string; version: number }

const payload = z.object({ tenant_id: z.uuid(), appointment_id: z.uuid(), version: z.number().int() })

/** An appointment was committed. */
export const appointmentBooked: EventDefinition<AppointmentEvent> = {
  name: 'scheduling.appointment-booked',
  payload,
}

/** It has another time or other people; also when a move was taken back. */
export const appointmentMoved: EventDefinition<AppointmentEvent> = {
  name: 'scheduling.appointment-moved',
  payload,
}

/** It was cancelled, or the request was declined; its place is free. */
export const appointmentCancelled: EventDefinition<AppointmentEvent> = {
  name: 'scheduling.appointment-cancelled',
  payload,
}

/** Any other step, forward or taken back; `change` is the kind of the change, `state` where it led. */
export const appointmentStateChanged: EventDefinition<AppointmentEvent & { change: string; state: string }> =
  {
    name: 'scheduling.appointment-state-changed',
    payload: payload.extend({ change: z.string(), state: z.string() }),
  }

/** A place that became free was offered to somebody who waits. */
export const waitlistOffered: EventDefinition<{ tenant_id: string; offer_id: string }> = {
  name: 'scheduling.waitlist-offered',
  payload: z.object({ tenant_id: z.uuid(), offer_id: z.uuid() }),
}
