import { setTimeout as wait } from 'node:timers/promises'
import { signedHeaders } from '../product/signed-request.ts'
import type { Ledger } from './ledger.ts'

/** An answer of the product itself: below 500. */
export type Answer = { readonly status: number; readonly body: Body }
export type Body = Readonly<Record<string, unknown>>

/** Sends until the product answers, as providers and careful integrators do; every request bears repeating. */
export type PatientClient = {
  webhook(body: string): Promise<Answer>
  tool(body: string): Promise<Answer>
  get(path: string, key: string): Promise<Answer>
  post(path: string, request: { key: string; idempotencyKey: string; body: unknown }): Promise<Answer>
}

const ATTEMPT_MS = 10_000
const LONGEST_MS = 180_000
const PAUSE_MS = 150

export function createPatientClient(url: string, ledger: Pick<Ledger, 'repeats'>): PatientClient {
  const untilAnswered = async (
    path: string,
    makeRequest: () => Promise<RequestInit> | RequestInit,
  ): Promise<Answer> => {
    const begun = performance.now()
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptOnce(url + path, await makeRequest())
      if (typeof outcome !== 'string') return outcome
      if (performance.now() - begun > LONGEST_MS)
        throw new Error(`${path} was not answered for ${LONGEST_MS / 1000} s: ${outcome}`)
      ledger.repeats += 1
      await wait(PAUSE_MS * Math.min(attempt, 8))
    }
  }
  const signed = (path: string, body: string) =>
    untilAnswered(path, async () => ({ method: 'POST', body, headers: await signedHeaders(body) }))

  return {
    webhook: body => signed('/webhooks/retell/default', body),
    tool: body => signed('/voice/retell/default/tools', body),
    get: (path, key) => untilAnswered(path, () => ({ headers: { authorization: `Bearer ${key}` } })),
    post: (path, { key, idempotencyKey, body }) =>
      untilAnswered(path, () => ({
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
        },
      })),
  }
}

/** A sentence: nobody answered, or only to say that something broke. */
async function attemptOnce(address: string, request: RequestInit): Promise<Answer | string> {
  try {
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(ATTEMPT_MS) })
    const text = await response.text()
    if (response.status >= 500) return `status ${response.status}`
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Body) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
