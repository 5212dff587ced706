import type { ICalEventData } from 'ical-generator'
import type { AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'

/**
 * The entry of an appointment in a calendar file (RFC 5545). The UID is the appointment, the sequence its version, so
 * that a later change replaces the entry, whether it was told alone or with its series.
 */
export function calendarEntry(facts: {
  readonly appointment: AppointmentView
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly description: string
}): ICalEventData {
  const { appointment, tenant } = facts
  return {
    id: `${appointment.id}@askpro`,
    sequence: appointment.version,
    stamp: new Date(facts.now.epochMilliseconds),
    start: new Date(appointment.startsAt.epochMilliseconds),
    end: new Date(appointment.endsAt.epochMilliseconds),
    summary: `${appointment.service.name}, ${tenant.name}`,
    description: facts.description,
    ...(tenant.address ? { location: tenant.address } : {}),
  }
}
