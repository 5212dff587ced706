import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppointmentId } from '../../platform/ids/ids.ts'
import type { Clock } from '../../platform/time/clock.ts'
import type { Customers } from '../customers/index.ts'
import { schedulingErrors } from './errors.ts'
import { readTerms } from './policies/policies.ts'
import { type appointmentShape, presentAppointment } from './present-appointment.ts'
import { type AppointmentView, readAppointment } from './views.ts'

type Presented = z.infer<typeof appointmentShape>

export type PresentAppointments = ReturnType<typeof createPresentAppointments>

export function createPresentAppointments({ clock }: { clock: Clock }, customers: Customers) {
  /** As they leave the server, with their customers and what may be done with them; the statements stay as many. */
  const many = async (tx: Tx, views: readonly AppointmentView[]): Promise<Presented[]> => {
    const now = clock.now()
    const [people, terms] = await Promise.all([
      customers.read(
        tx,
        views.map(view => view.customerId),
      ),
      readTerms(tx, views, now),
    ])
    return views.flatMap(view => {
      const own = terms.get(view.id)
      return own ? [presentAppointment(view, people.get(view.customerId), { terms: own, now })] : []
    })
  }
  /** Throws `scheduling/unknown-appointment`. */
  const byId = async (tx: Tx, id: AppointmentId): Promise<Presented> => {
    const view = await readAppointment(tx, id)
    const [presented] = view ? await many(tx, [view]) : []
    if (!presented) throw new AppError(schedulingErrors.unknownAppointment)
    return presented
  }
  return { many, byId }
}
