import { currentTransaction } from '../db/database.ts'
import { ProviderError } from '../errors/provider-error.ts'

/**
 * The one door to other machines. Refuses while a transaction is open: a provider that hangs must never hold
 * rows of ours. Addresses come from our own configuration; addresses that tenants enter are not taken yet.
 */
export type OutboundRequest = {
  readonly provider: string
  readonly operation: string
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly json?: unknown
  readonly timeoutMs: number
}

/** Throws `ProviderError` on a time-out, a broken connection, or any status that is not 2xx. */
export async function sendJson(request: OutboundRequest): Promise<unknown> {
  refuseInTransaction(request.provider)
  const { provider, operation } = request
  let response: Response
  try {
    response = await fetch(request.url, {
      method: request.method ?? (request.json === undefined ? 'GET' : 'POST'),
      ...(request.json === undefined
        ? {}
        : { body: JSON.stringify(request.json), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(request.timeoutMs),
      redirect: 'error',
    })
  } catch (cause) {
    throw new ProviderError({
      provider,
      operation,
      retryable: true,
      message: `${provider} did not answer`,
      cause,
    })
  }
  const text = await response.text()
  if (!response.ok) {
    const retryable = response.status >= 500 || [408, 425, 429].includes(response.status)
    const message = `${provider} answered ${response.status}`
    throw new ProviderError({ provider, operation, status: response.status, retryable, message })
  }
  return text === '' ? null : JSON.parse(text)
}

/** To be called by every adapter that uses a provider's own SDK. */
export function refuseInTransaction(provider: string): void {
  const open = currentTransaction()
  if (open) throw new Error(`${provider} may not be called inside a transaction (${open}).`)
}
