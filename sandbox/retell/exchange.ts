/** One HTTP request to the product and what became of it. */
import type { SignedRequest } from './sign-request.ts'
import type { RequestKind } from './target.ts'

export interface Exchange {
  readonly kind: RequestKind
  /** The event or the tool. */
  readonly name: string
  readonly attempt: number
  readonly url: string
  readonly sent_at: number
  readonly signature: string | null
  readonly request: unknown
  /** Null while the product has not answered, and for good if it could not be reached. */
  status: number | null
  took_ms: number | null
  response: unknown
  /** Why there is no usable answer: not reachable, too slow, lost on purpose. */
  error: string | null
}

/** Opens the record of a request that is about to be sent. */
export function openExchange(
  about: Pick<Exchange, 'kind' | 'name' | 'attempt' | 'url' | 'sent_at' | 'request'>,
  signed: SignedRequest,
): Exchange {
  return { ...about, signature: signed.signature, status: null, took_ms: null, response: null, error: null }
}

type SendOptions = {
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends the signed bytes and completes the record; never throws. */
export async function send(
  exchange: Exchange,
  signed: SignedRequest,
  { timeoutMs, signal, method = 'POST', headers = {} }: SendOptions,
): Promise<void> {
  const startedAt = performance.now()
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(exchange.url, {
      method,
      headers: {
        ...headers,
        ...(signed.body === '' ? {} : { 'content-type': 'application/json' }),
        ...(signed.signature === null ? {} : { 'x-retell-signature': signed.signature }),
      },
      ...(signed.body === '' ? {} : { body: signed.body }),
      signal: AbortSignal.any([timeout, signal]),
    })
    exchange.response = readBody(await response.text())
    exchange.status = response.status
  } catch (error) {
    exchange.error = timeout.aborted ? `no answer within ${timeoutMs} ms` : reason(error)
  }
  exchange.took_ms = Math.round((performance.now() - startedAt) * 10) / 10
}

/** Whether the product answered 2xx. */
export function isAccepted(exchange: Exchange): boolean {
  return (
    exchange.error === null && exchange.status !== null && exchange.status >= 200 && exchange.status < 300
  )
}

/** Status or error, for sentences about a failure. */
export function outcomeOf(exchange: Exchange): string {
  return exchange.error ?? `status ${exchange.status}`
}

/** JSON as a value, everything else as text, nothing as null. */
function readBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
