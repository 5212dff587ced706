import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppointmentId, CustomerId } from '../../platform/ids/ids.ts'
import type { Clock } from '../../platform/time/clock.ts'
import type { CustomerSummary, Customers } from '../customers/index.ts'
import { schedulingErrors } from './errors.ts'
import { readPolicies, readTerms } from './policies/policies.ts'
import { type appointmentShape, presentAppointment } from './present-appointment.ts'
import { type AppointmentView, readAppointment } from './views.ts'

type Presented = z.infer<typeof appointmentShape>
type Known = {
  readonly customer: CustomerSummary | undefined
  readonly terms: Awaited<ReturnType<typeof readTerms>>
  readonly now: Temporal.Instant
}

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
    return views.flatMap(view => present(view, { customer: people.get(view.customerId), terms, now }))
  }
  /** Throws `scheduling/unknown-appointment`. */
  const byId = async (tx: Tx, id: AppointmentId): Promise<Presented> => {
    const view = await readAppointment(tx, id)
    return theOne(view ? await many(tx, [view]) : [])
  }
  /** The same where it is known whose it is: nothing waits for anything. */
  const byIdOf = async (tx: Tx, id: AppointmentId, customerId: CustomerId): Promise<Presented> => {
    const now = clock.now()
    const [view, people, policies] = await Promise.all([
      readAppointment(tx, id),
      customers.read(tx, [customerId]),
      readPolicies(tx),
    ])
    if (!view || view.customerId !== customerId) return await byId(tx, id)
    const terms = await readTerms(tx, [view], now, policies)
    return theOne(present(view, { customer: people.get(customerId), terms, now }))
  }
  return { many, byId, byIdOf }
}

function present(view: AppointmentView, { customer, terms, now }: Known): Presented[] {
  const own = terms.get(view.id)
  return own ? [presentAppointment(view, customer, { terms: own, now })] : []
}

function theOne([presented]: readonly Presented[]): Presented {
  if (!presented) throw new AppError(schedulingErrors.unknownAppointment)
  return presented
}
