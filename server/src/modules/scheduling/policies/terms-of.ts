import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { ChangeTerms } from '../domain/change-terms.ts'
import type { PolicyKind } from '../domain/policy-rules.ts'
import { readAppointment } from '../views.ts'
import { readTerms } from './policies.ts'

/** "May this be cancelled or moved?" for one appointment that is there. */
export async function termsOf(
  tx: Tx,
  id: AppointmentId,
  kind: PolicyKind,
  now: Temporal.Instant,
): Promise<ChangeTerms> {
  const view = await readAppointment(tx, id)
  const terms = view && (await readTerms(tx, [view], now)).get(id)
  if (!terms) throw new Error('An appointment vanished from the transaction that locked it.')
  return terms[kind]
}
