import type { Tx } from '../../platform/db/database.ts'
import { type Language, languageIn } from '../../platform/i18n/language.ts'
import type { CallId, CustomerId } from '../../platform/ids/ids.ts'
import type { Tenant } from '../tenants/index.ts'
import type { MessagingNeighbours } from './neighbours.ts'

/** As it was spoken in the call; without one as the customer is known to speak, else the business. */
export async function mailLanguage(
  { calls, customers }: MessagingNeighbours,
  tx: Tx,
  about: { callId: CallId | null; customerId: CustomerId; tenant: Tenant },
): Promise<Language> {
  const call = about.callId && (await calls.readCall(tx, about.callId))
  if (call) return call.language
  const customer = (await customers.read(tx, [about.customerId])).get(about.customerId)
  return languageIn(customer?.language ?? '') ?? languageIn(about.tenant.locale) ?? 'de'
}
