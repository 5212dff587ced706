import Retell from 'retell-sdk'
import { ProviderError } from '../../../platform/errors/provider-error.ts'
import type { Outbound } from '../../../platform/resilience/outbound.ts'

export type RetellAccess = { readonly connection: string; readonly apiKey: string; readonly baseUrl: string }

/** Whether asking a second time at once can do harm. */
type Harm = { readonly repeat?: 'safe' }

export type RetellClient = {
  ask<T>(
    operation: string,
    harm: Harm,
    work: (sdk: Retell, options: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T>
  /** The same for something that may not exist at Retell: null then. */
  find<T>(
    operation: string,
    work: (sdk: Retell, options: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T | null>
}

const PROVIDER = 'retell'
/** Retell answers unknown ids with 422 (documentation of 2026). */
const UNKNOWN = [404, 422]

/** An account at Retell over its own SDK and our one door outside: failures are `ProviderError`. */
export function createRetellClient(
  outbound: Outbound,
  { connection, apiKey, baseUrl }: RetellAccess,
): RetellClient {
  // The outbound client repeats, waits and breaks off; the SDK would repeat on its own, also what does harm.
  const sdk = new Retell({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' })
  const ask: RetellClient['ask'] = async (operation, harm, work) =>
    await outbound.run({ provider: PROVIDER, operation, connection, ...harm }, async signal =>
      work(sdk, { signal }).catch((error: unknown) => fail(operation, error)),
    )
  return {
    ask,
    find: async (operation, work) => {
      try {
        return await ask(operation, { repeat: 'safe' }, work)
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
