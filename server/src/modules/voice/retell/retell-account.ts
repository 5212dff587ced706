import Retell from 'retell-sdk'
import { ProviderError } from '../../../platform/errors/provider-error.ts'
import type { Outbound } from '../../../platform/resilience/outbound.ts'

/** What of a listed call says whether we know all of it. */
export type ListedCall = { readonly callId: string; readonly analyzed: boolean }

/** An account at Retell, asked over its own SDK. Only reading so far: every request may be repeated. */
export type RetellAccount = {
  /** Calls that ended in the range, in any order, page by page. */
  endedBetween(from: Temporal.Instant, until: Temporal.Instant): AsyncGenerator<readonly ListedCall[]>
  /** The whole call as Retell knows it; null: it knows none (any more). */
  call(callId: string): Promise<object | null>
}

const PROVIDER = 'retell'
const PAGE = 200
/** Retell answers unknown ids with 422 (documentation of 2026). */
const UNKNOWN = [404, 422]

export function createRetellAccount(
  outbound: Outbound,
  account: { connection: string; apiKey: string; baseUrl: string },
): RetellAccount {
  const { connection, apiKey, baseUrl } = account
  // The outbound client repeats, waits and breaks off; the SDK would repeat on its own, also what does harm.
  const sdk = new Retell({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' })
  const ask = async <T>(operation: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    await outbound.run({ provider: PROVIDER, operation, connection, repeat: 'safe' }, async signal =>
      work(signal).catch((error: unknown) => fail(operation, error)),
    )

  return {
    async *endedBetween(from, until) {
      const range = [from.epochMilliseconds, until.epochMilliseconds]
      let key: string | undefined
      do {
        const page = await ask('list calls', signal =>
          sdk.call.list(
            {
              filter_criteria: { end_timestamp: { type: 'range', op: 'bt', value: range } },
              limit: PAGE,
              ...(key === undefined ? {} : { pagination_key: key }),
            },
            { signal },
          ),
        )
        yield page.items.map(item => ({ callId: item.call_id, analyzed: item.call_analysis !== undefined }))
        key = page.has_more ? page.pagination_key : undefined
      } while (key !== undefined)
    },
    async call(callId) {
      try {
        return await ask('get call', signal => sdk.call.retrieve(callId, { signal }))
      } catch (error) {
        if (error instanceof ProviderError && UNKNOWN.includes(error.status ?? 0)) return null
        throw error
      }
    },
  }
}

function fail(operation: string, error: unknown): never {
  if (!(error instanceof Retell.APIError)) throw error
  const status = error.status ?? null
  throw new ProviderError({
    provider: PROVIDER,
    operation,
    status,
    retryable: status === null || status === 408 || status === 409 || status === 429 || status >= 500,
    retryAfterMs: retryAfterMs(error.headers),
    message: `Retell answered ${status ?? 'nothing'}.`,
    cause: error,
  })
}

function retryAfterMs(headers: Headers | undefined): number | null {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}
