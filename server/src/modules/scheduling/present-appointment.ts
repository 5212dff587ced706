import { z } from 'zod'
import { permission } from '../../platform/http/permission.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import type { CustomerSummary } from '../customers/index.ts'
import type { Slot } from './slot.ts'
import type { AppointmentView } from './views.ts'

export const appointmentShape = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.enum(['requested', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show']),
  starts_at: z.string(),
  ends_at: z.string(),
  service: z.object({
    id: z.uuid(),
    name: z.string(),
    minutes: z.number(),
    price_minor: z.number(),
    currency: z.string(),
  }),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  attendee_name: z.string(),
  source: z.enum(['phone', 'web', 'api', 'staff']),
  call_id: z.uuid().nullable(),
  note: z.string().nullable(),
  version: z.number(),
  created_at: z.string(),
  allowed: z.object({ move: permission, cancel: permission }),
})

const NOT_YET = { no: 'Das geht in dieser Version noch nicht.' }

/** The only shape in which an appointment leaves the server. */
export function presentAppointment(
  appointment: AppointmentView,
  customer: CustomerSummary | undefined,
): z.infer<typeof appointmentShape> {
  const { zone } = appointment
  return {
    id: appointment.id,
    reference: appointment.reference,
    state: appointment.state,
    starts_at: toOffsetString(appointment.startsAt, zone),
    ends_at: toOffsetString(appointment.endsAt, zone),
    service: {
      id: appointment.service.id,
      name: appointment.service.name,
      minutes: appointment.service.minutes,
      price_minor: appointment.service.priceMinor,
      currency: appointment.service.currency,
    },
    staff: appointment.staff.map(({ id, name }) => ({ id, name })),
    customer: {
      id: appointment.customerId,
      name: customer?.name ?? '',
      phone: customer?.phone ?? null,
      email: customer?.email ?? null,
    },
    attendee_name: appointment.attendeeName,
    source: appointment.source,
    call_id: appointment.callId,
    note: appointment.note,
    version: appointment.version,
    created_at: toOffsetString(appointment.createdAt, zone),
    allowed: { move: NOT_YET, cancel: NOT_YET },
  }
}

export const slotShape = z.object({
  token: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  service: z.object({ id: z.string(), name: z.string() }),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export function presentSlot(slot: Slot): z.infer<typeof slotShape> {
  return {
    token: slot.token,
    starts_at: toOffsetString(slot.startsAt, slot.zone),
    ends_at: toOffsetString(slot.endsAt, slot.zone),
    service: slot.service,
    staff: slot.staff.map(({ id, name }) => ({ id, name })),
  }
}
