import type { z } from 'zod'
import type { Table } from '../../platform/files/table-file.ts'
import type { appointmentShape } from './present-appointment.ts'

const HEAD = [
  ...[
    'reference',
    'starts_at',
    'ends_at',
    'state',
    'service',
    'staff',
    'attendee',
    'customer',
    'phone',
    'email',
  ],
  ...['price', 'currency', 'source', 'note'],
]

/** Appointments as a list for spreadsheets; prices in whole units, as they were when booked. */
export function appointmentTable(appointments: ReadonlyArray<z.infer<typeof appointmentShape>>): Table {
  return {
    name: 'appointments',
    head: HEAD,
    rows: appointments.map(({ service, customer, ...one }) => [
      ...[one.reference, one.starts_at, one.ends_at, one.state, service.name],
      one.staff.map(({ name }) => name).join(', '),
      ...[one.attendee_name, customer.name, customer.phone, customer.email],
      wholeUnits(service.price_minor, service.currency),
      ...[service.currency, one.source, one.note],
    ]),
  }
}

function wholeUnits(minor: number, currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
}
