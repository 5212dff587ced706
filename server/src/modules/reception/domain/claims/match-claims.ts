import type { ClaimKind } from './claim.ts'

/** What a tool answered in the call. */
export type Answered = { readonly tool: string; readonly status: string }

/**
 * Which answers stand behind a claim. An appointment that was moved, or that the caller was read out, is booked too;
 * one that a person must confirm first is not.
 */
const PROOFS: Readonly<Record<ClaimKind, readonly string[]>> = {
  booked: [
    'book_appointment:booked',
    'book_group:booked',
    'book_series:booked',
    'move_appointment:moved',
    'my_appointments:ok',
  ],
  moved: ['move_appointment:moved'],
  cancelled: ['cancel_appointment:cancelled'],
  waitlisted: ['join_waitlist:joined'],
  callback: [
    'request_callback:noted',
    'book_appointment:requested',
    'book_group:requested',
    'book_series:requested',
  ],
}

/** The tool whose answer proves a claim of this kind; null: it is a ghost. */
export function proofOf(kind: ClaimKind, answers: readonly Answered[]): string | null {
  const given = new Set(answers.map(({ tool, status }) => `${tool}:${status}`))
  const proof = PROOFS[kind].find(wanted => given.has(wanted))
  if (proof !== undefined) return proof.split(':')[0] ?? null
  // A model that books anew and cancels the old one has moved it.
  return kind === 'moved' && given.has('book_appointment:booked') && given.has('cancel_appointment:cancelled')
    ? 'book_appointment'
    : null
}
