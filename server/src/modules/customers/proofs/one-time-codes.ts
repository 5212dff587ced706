import type { KeyRing } from '../../../platform/crypto/key-ring.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type CallId, type CustomerId, newId } from '../../../platform/ids/ids.ts'
import {
  type CodeId,
  countCodes,
  type InCall,
  insertProof,
  latestProof,
  MOST_ATTEMPTS,
  type Proof,
  settleProof,
} from './proof-store.ts'

/** How long a code is good for: a mail takes seconds, and a call minutes. */
const GOOD_FOR_MINUTES = 10
const MOST_CODES_PER_CALL = 3
/** Over all calls, so that nobody's mailbox is filled by somebody who calls again and again. */
const MOST_CODES_PER_HOUR = 5
const DIGITS = 6
const SENT = ['email', 'sms'] as const

/** `again`: the one that was sent still counts, and no second one goes out. */
export type NewCode = { readonly kind: 'made' | 'again'; readonly id: CodeId } | { readonly kind: 'too_many' }

/**
 * Codes by which a caller proves that the address we know of a customer is theirs. A code follows from its row's id and
 * the secret key: whoever reads the database alone has none.
 */
export function createOneTimeCodes(keys: KeyRing) {
  /** A number of six digits that only this key makes of this id; of one that is stored, by the key that made it. */
  const codeOf = (id: CodeId, hash: string | null = null): string => {
    const [code = '', ...others] = keys.signatures('one-time-code', id).map(digitsOf)
    const isStored = (other: string) =>
      hash !== null && keys.verify('one-time-code-hash', `${id}/${other}`, hash)
    return isStored(code) ? code : (others.find(isStored) ?? code)
  }

  return {
    /** The code that counts in this call from now on. Asked for again before anything was answered, it is the same one. */
    make: async (tx: Tx, wish: InCall & { readonly customerId: CustomerId }): Promise<NewCode> => {
      const { customerId } = wish
      const last = await latestProof(tx, wish, SENT)
      if (last?.state === 'open' && last.attempts === 0 && last.customerId === customerId)
        return { kind: 'again', id: last.id }
      const { inCall, inHour } = await countCodes(tx, wish)
      if (inCall >= MOST_CODES_PER_CALL || inHour >= MOST_CODES_PER_HOUR) return { kind: 'too_many' }
      const id: CodeId = newId<'one-time-code'>()
      const hash = keys.sign('one-time-code-hash', `${id}/${codeOf(id)}`)
      await insertProof(tx, { ...wish, id, kind: 'email', hash, minutes: GOOD_FOR_MINUTES })
      return { kind: 'made', id }
    },

    /** Whether these are the digits of the code that counts in this call. The right ones may be said again. */
    verify: async (tx: Tx, answer: InCall & { readonly digits: string }): Promise<Proof> => {
      const last = await latestProof(tx, answer, SENT)
      if (last === null || last.hash === null) return 'none'
      const right = keys.verify('one-time-code-hash', `${last.id}/${answer.digits}`, last.hash)
      if (last.state === 'verified') return right ? 'verified' : 'wrong'
      if (last.state === 'void') return last.attempts >= MOST_ATTEMPTS ? 'too_many' : 'none'
      const { customerId } = last
      return await settleProof(
        tx,
        last,
        right ? { kind: 'right', customerId } : { kind: 'wrong' },
        answer.now,
      )
    },

    /** What is to be sent to whom, for whoever words the message; null once the code counts no more. */
    toSend: async (
      tx: Tx,
      { id, ...inCall }: InCall & { readonly id: CodeId },
    ): Promise<{ code: string; customerId: CustomerId } | null> => {
      const last = await latestProof(tx, inCall, SENT)
      return last?.id === id && last.state === 'open'
        ? { code: codeOf(id, last.hash), customerId: last.customerId }
        : null
    },

    /** The code that counts in this call: what a simulated caller reads in their mail. */
    sentIn: async (tx: Tx, callId: CallId, now: Temporal.Instant): Promise<string | null> => {
      const last = await latestProof(tx, { callId, now }, SENT)
      return last?.state === 'open' ? codeOf(last.id, last.hash) : null
    },
  }
}

function digitsOf(signature: string): string {
  const bytes = Buffer.from(signature, 'base64url')
  return String(bytes.readBigUInt64BE() % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}
