import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** What happened to an appointment. Enqueued in the transaction that made it happen. */
type AppointmentEvent = {
  tenant_id: string
  appointment_id: string
  version: number
  /** Of the series that was booked or changed as a whole, and is told as a whole. */
  series_change_id?: string | undefined
}

const payload = z.object({
  tenant_id: z.uuid(),
  appointment_id: z.uuid(),
  version: z.number().int(),
  series_change_id: z.uuid().optional(),
})

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

type SeriesEvent = { tenant_id: string; series_id: string; version: number }

const seriesPayload = z.object({ tenant_id: z.uuid(), series_id: z.uuid(), version: z.number().int() })

/** A series was committed, with all its appointments. */
export const seriesBooked: EventDefinition<SeriesEvent> = {
  name: 'scheduling.series-booked',
  payload: seriesPayload,
}

/** Several of its appointments were moved or cancelled together, or that was taken back. */
export const seriesChanged: EventDefinition<SeriesEvent> = {
  name: 'scheduling.series-changed',
  payload: seriesPayload,
}

/** A place that became free was offered to somebody who waits. */
export const waitlistOffered: EventDefinition<{ tenant_id: string; offer_id: string }> = {
  name: 'scheduling.waitlist-offered',
  payload: z.object({ tenant_id: z.uuid(), offer_id: z.uuid() }),
}

/** Somebody who waited booked otherwise; what was kept for them is free. */
export const waitingEnded: EventDefinition<{ tenant_id: string }> = {
  name: 'scheduling.waiting-ended',
  payload: z.object({ tenant_id: z.uuid() }),
}

/** A slot is kept of somebody whose calendar elsewhere is mirrored: it may know more by now. */
export const slotHeld: EventDefinition<{ tenant_id: string; hold_id: string }> = {
  name: 'scheduling.slot-held',
  payload: z.object({ tenant_id: z.uuid(), hold_id: z.uuid() }),
}
