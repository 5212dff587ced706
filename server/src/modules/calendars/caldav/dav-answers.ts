import type { DAVResponse } from 'tsdav'
import { type Failure, failureOf } from '../provider-failure.ts'
import { ForeignServer, NoLogin } from './dav-fetch.ts'

/** What an answer without success means; null: it is none of these. */
export function failureOfStatus(status: number): Failure | null {
  if (status < 300) return null
  if (status === 401)
    return { kind: 'unauthorised', detail: 'The server does not accept user name and password.' }
  if (status === 403) return { kind: 'refused', detail: 'The server does not allow it.' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 412) return { kind: 'changed_meanwhile' }
  if (status === 507) return { kind: 'refused', detail: 'The calendar is full.' }
  return { kind: 'refused', detail: `The server answered ${status}.` }
}

/** Runs what speaks to the server; what is thrown becomes an answer. */
export async function answering<T>(
  harm: 'reads' | 'writes',
  work: () => Promise<T | Failure>,
): Promise<T | Failure> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoLogin)
      return { kind: 'unauthorised', detail: 'Address, user name and password are needed.' }
    if (error instanceof ForeignServer) return { kind: 'refused', detail: error.message }
    return failureOf(error, harm)
  }
}

/** The first answer of several that is a failure, those of single entries that do not exist apart. */
export function failureAmong(responses: readonly DAVResponse[]): Failure | null {
  for (const { status, href, raw } of responses) {
    const ofEntry = href !== undefined && typeof raw === 'object' && status === 404
    const failure = ofEntry ? null : failureOfStatus(status)
    if (failure !== null) return failure
  }
  return null
}

/** The library makes numbers and booleans of what looks like them, and an object of CDATA. */
export function textOfProp(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'object' && value !== null) {
    const { _cdata, _text } = value as { _cdata?: unknown; _text?: unknown }
    return textOfProp(_cdata ?? _text ?? null)
  }
  return null
}
