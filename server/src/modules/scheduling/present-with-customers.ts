import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppointmentId } from '../../platform/ids/ids.ts'
import type { Customers } from '../customers/index.ts'
import { schedulingErrors } from './errors.ts'
import { type appointmentShape, presentAppointment } from './present-appointment.ts'
import { type AppointmentView, readAppointment } from './views.ts'

type Presented = z.infer<typeof appointmentShape>

/** Appointments as they leave the server, with their customers, in one more statement. */
export async function presentWithCustomers(
  tx: Tx,
  customers: Customers,
  views: readonly AppointmentView[],
): Promise<Presented[]> {
  const ids = views.map(view => view.customerId)
  const people = await customers.read(tx, ids)
  return views.map(view => presentAppointment(view, people.get(view.customerId)))
}

/** Throws `scheduling/unknown-appointment`. */
export async function presentById(tx: Tx, customers: Customers, id: AppointmentId): Promise<Presented> {
  const view = await readAppointment(tx, id)
  const [presented] = view ? await presentWithCustomers(tx, customers, [view]) : []
  if (!presented) throw new AppError(schedulingErrors.unknownAppointment)
  return presented
}
