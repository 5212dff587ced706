import type { CustomerId } from '../../../platform/ids/ids.ts'
import { proofFor } from '../../tenants/index.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

export type OwnAction = 'hear' | 'move' | 'cancel'

/** Who calls, as far as the business takes it for proven; by the number alone also what was booked from it. */
export type Identified = {
  readonly customerIds: readonly CustomerId[]
  readonly phoneE164: string
  readonly by: 'number' | 'proof'
}

/**
 * Who calls, if they are known well enough for this. Never by name (failure 84): who withholds the number, or calls from
 * another, is told nothing and changes nothing. Where more than the number is asked for, the answer says what is missing.
 */
export async function identify(
  { customers }: ToolParts,
  { tx, call, tenant, lang }: ToolContext,
  action: OwnAction,
): Promise<Identified | ToolAnswer> {
  const sentences = sentencesOf(lang)
  const notIdentified = { status: 'not_identified', say: sentences.notIdentified }
  const { callerE164 } = call
  if (callerE164 === null) return notIdentified
  const known = (await customers.findByCaller(tx, callerE164)).map(person => person.id)
  const wanted = proofFor(tenant, action)
  if (wanted === 'number') return { customerIds: known, phoneE164: callerE164, by: 'number' }
  if (known.length === 0) return notIdentified
  const proven = (await customers.provenIn(tx, call.id)).filter(
    ({ kind, customerId }) => known.includes(customerId) && (kind === 'code' || wanted !== 'code'),
  )
  if (proven.length > 0)
    return { customerIds: proven.map(({ customerId }) => customerId), phoneE164: callerE164, by: 'proof' }
  return wanted === 'code'
    ? { status: 'not_identified', say: sentences.proofByCode, proof: 'code' }
    : { status: 'not_identified', say: sentences.proofByBirthDate, proof: 'birth_date' }
}
