import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import { type InCall, insertProof, latestProof, type Proof, settleProof } from './proof-store.ts'

const GOOD_FOR_MINUTES = 60

/**
 * Whether the date is the date of birth of one of these customers: those who are reached under the calling number, never
 * anybody else. Asked three times in a call at most; `none`: of none of them is a date known.
 */
export async function proveBirthDate(
  tx: Tx,
  answer: InCall & { readonly customerIds: readonly CustomerId[]; readonly date: Temporal.PlainDate },
): Promise<Proof> {
  const people = await birthDates(tx, answer.customerIds)
  const [first] = people
  if (first === undefined) return 'none'
  const meant = people.find(({ birthDate }) => birthDate === answer.date.toString())
  const before = await latestProof(tx, answer, ['birth_date'])
  if (before?.state === 'verified') return meant?.id === before.customerId ? 'verified' : 'wrong'
  if (before?.state === 'void') return 'too_many'
  const asked =
    before ??
    (await insertProof(tx, {
      ...answer,
      customerId: first.id,
      kind: 'birth_date',
      hash: null,
      minutes: GOOD_FOR_MINUTES,
    }))
  return await settleProof(
    tx,
    asked,
    meant ? { kind: 'right', customerId: meant.id } : { kind: 'wrong' },
    answer.now,
  )
}

async function birthDates(tx: Tx, ids: readonly CustomerId[]) {
  const { rows } = await sql<{ id: CustomerId; birthDate: string }>`
    select customer.id, customer.date_of_birth::text as "birthDate"
    from customer
    where customer.tenant_id = ${tx.tenantId} and customer.id = any(${ids}::uuid[])
      and customer.date_of_birth is not null
    order by customer.created_at, customer.id
  `.execute(tx)
  return rows
}
