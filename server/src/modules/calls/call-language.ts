import type { Tx } from '../../platform/db/database.ts'
import { type Language, languageIn } from '../../platform/i18n/language.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { Customers, KnownCaller } from '../customers/index.ts'
import type { Tenants } from '../tenants/index.ts'

export type LanguageNeighbours = { readonly tenants: Tenants; readonly customers: Customers }

/** The language a call begins in: the one known caller's, else the business's, else German. */
export async function languageFor(
  tx: Tx,
  neighbours: LanguageNeighbours,
  callerE164: string | null,
): Promise<Language> {
  return await languageOf(tx, neighbours, await certainCaller(tx, neighbours.customers, callerE164))
}

export async function languageOf(
  tx: Tx,
  { tenants }: LanguageNeighbours,
  caller: KnownCaller | null,
): Promise<Language> {
  const known = caller === null ? null : languageIn(caller.language)
  return known ?? languageIn((await tenants.read(tx)).locale) ?? 'de'
}

/** A number that leads to one person. A family's number leads to nobody until a name is said. */
export async function certainCaller(
  tx: Tx,
  customers: Customers,
  e164: string | null,
): Promise<KnownCaller | null> {
  if (e164 === null) return null
  const known = await customers.findByCaller(tx, e164)
  return known.length === 1 ? (known[0] ?? null) : null
}

/** The caller wants to go on in another language. */
export async function changeLanguage(tx: Tx, callId: CallId, language: Language): Promise<void> {
  await tx
    .updateTable('call')
    .set({ language })
    .where('call.tenant_id', '=', tx.tenantId)
    .where('call.id', '=', callId)
    .execute()
}
