import type { Tx } from '../../platform/db/database.ts'
import { type Statement, sendTogether } from '../../platform/db/send-together.ts'
import { type CustomerId, newId } from '../../platform/ids/ids.ts'
import { sameName, tidyName } from './domain/person-name.ts'
import { callersOf, toKnownCallers } from './find-customer-by-caller.ts'
import { lockNumber } from './number-lock.ts'

export type CustomerWish = {
  readonly name: string
  readonly phoneE164: string | null
  readonly email: string | null
  readonly language: string
  /** The booking is for somebody else: the record is the caller's, the name is only the attendee's. */
  readonly forSomeoneElse: boolean
}

export type PreparedCustomer = { readonly id: CustomerId; readonly writes: readonly Statement[] }

/**
 * Under a number, the same name is the same person. One known person and another name: for somebody else, the
 * caller stays the customer; otherwise a second person of the same number is recorded. A stored name is never
 * overwritten from a call (failure 82); without a number every booking is a new person, because a name
 * identifies nobody (failure 84).
 */
export async function resolveCustomer(tx: Tx, wish: CustomerWish): Promise<CustomerId> {
  const { id, writes } = await prepareCustomer(tx, wish)
  await sendTogether(tx, writes)
  return id
}

/** The same, not yet written: the statements are to be sent with what needs the customer, before it. */
export async function prepareCustomer(tx: Tx, wish: CustomerWish): Promise<PreparedCustomer> {
  if (wish.phoneE164 === null) return newCustomer(tx, wish, false)
  // Two calls from one number at once must not make the same person twice.
  const [, found] = await sendTogether(tx, [lockNumber(tx, wish.phoneE164), callersOf(tx, wish.phoneE164)])
  const known = toKnownCallers(found.rows)
  const match =
    known.find(person => sameName(person.name, wish.name)) ?? (wish.forSomeoneElse ? known[0] : undefined)
  if (match) return { id: match.id, writes: keepFirstEmail(tx, match.id, wish.email) }
  // Whose number it is stays unknown: the name given is somebody else's.
  if (wish.forSomeoneElse) return newCustomer(tx, { ...wish, phoneE164: null }, false)
  return newCustomer(tx, wish, known.length === 0)
}

function newCustomer(tx: Tx, wish: CustomerWish, primaryPhone: boolean): PreparedCustomer {
  const id = newId<'customer'>()
  const person = tx
    .insertInto('customer')
    .values({ id, name: tidyName(wish.name), email: wish.email, language: wish.language })
    .compile()
  const phone = (e164: string) =>
    tx.insertInto('customer_phone').values({ customer_id: id, e164, is_primary: primaryPhone }).compile()
  return { id, writes: wish.phoneE164 === null ? [person] : [person, phone(wish.phoneE164)] }
}

function keepFirstEmail(tx: Tx, id: CustomerId, email: string | null): Statement[] {
  if (email === null) return []
  const kept = tx
    .updateTable('customer')
    .set({ email, email_from: 'booking' })
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', id)
    .where('customer.email', 'is', null)
    .compile()
  return [kept]
}
