import type { Answer } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { CalcomReply } from './calcom-client.ts'
import type { Refusal } from './read-refusal.ts'

/** What a refusal is to us, where nothing more is known of what was asked. */
export function failureFrom(refusal: Refusal): Failure {
  const detail = `${refusal.code} (${refusal.status}): ${refusal.message}`
  switch (refusal.code) {
    case 'slot_taken':
    case 'full':
      return { kind: 'taken', detail }
    case 'unauthorised':
      return { kind: 'unauthorised', detail }
    case 'too_many_requests':
      return { kind: 'later', detail, afterSeconds: null }
    case 'not_found':
      return { kind: 'gone' }
    default:
      return { kind: 'refused', detail }
  }
}

/** Of requests that only read. */
export function toAnswer<T>(reply: CalcomReply<T>): Answer<T> {
  if (reply.kind === 'ok') return { kind: 'done', value: reply.value }
  return reply.kind === 'said_no' ? failureFrom(reply.refusal) : reply
}
