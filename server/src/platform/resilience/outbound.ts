import { currentTransaction } from '../db/database.ts'
import { ProviderError } from '../errors/provider-error.ts'
import { currentRequestId } from '../observability/request-context.ts'
import { currentTraceparent, inSpan, noteOnSpan } from '../observability/tracing.ts'
import { type Clock, systemClock } from '../time/clock.ts'
import { type Repeat, withAttempts } from './attempts.ts'
import { type BreakerState, createCircuits, type Party } from './circuit.ts'
import { createConnections, type Exchange, type OutboundResponse } from './exchange.ts'
import { DEFAULT_POLICY, type Policy } from './policy.ts'
import {
  createAddressGuard,
  type RefusedAddress,
  type ResolveName,
  resolveByNetwork,
  type TenantAddress,
} from './tenant-address.ts'

export type { OutboundResponse } from './exchange.ts'

/**
 * The one door to other machines: time limits, repeats where they are harmless, a breaker for each provider, and a
 * bound on what one provider and one tenant may have under way. Refuses while a transaction is open: a provider that
 * hangs must never hold rows of ours. Every failure is a `ProviderError`.
 */
export type Outbound = {
  /**
   * Runs `work`, which asks a provider by its own SDK or protocol and throws `ProviderError` for what the provider
   * did. Repeated only with `repeat: 'safe'`. The signal ends an attempt that takes too long.
   */
  run<T>(call: OutboundCall, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** An HTTP request. GET, HEAD, PUT, DELETE and WebDAV's questions are repeated; POST and PATCH only if they never arrived, or `repeat` is `safe`. */
  request(request: OutboundRequest): Promise<OutboundResponse>
  /** As `request`, with JSON both ways; an empty answer is null. */
  sendJson(request: OutboundRequest): Promise<unknown>
  /** Whether a tenant's address may be asked. `request` takes such an address only through here. */
  toTenantAddress(url: string): Promise<TenantAddress | RefusedAddress>
  /** What differs from the defaults for a provider; its breaker begins anew. */
  setPolicy(provider: string, policy: Partial<Policy>): void
  breakers(): ReadonlyArray<{ readonly provider: string; readonly state: BreakerState }>
  breakerOf(provider: string, connection?: string): BreakerState
  /** The product stops: what runs may end, nothing is repeated or waited for. */
  stop(): void
  /** Ends what still runs. */
  close(): Promise<void>
}

export type OutboundCall = Party & { readonly repeat?: 'safe' }

export type OutboundRequest = OutboundCall & {
  /** A string comes from our own configuration, never from a tenant. */
  readonly url: string | TenantAddress
  readonly method?: Exchange['method']
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: string
  /** Statuses beside 2xx that are answers and not failures. */
  readonly expect?: readonly number[]
  /** Looks at an answer that says "success": some providers say so and mean failure (failure 21). */
  readonly accept?: (
    response: OutboundResponse,
  ) => 'ok' | { readonly problem: string; readonly retryable: boolean }
  readonly timeoutMs?: number
}

/** What is known of a request when it is over: for the log, metrics and traces. No address, no body. */
export type OutboundRecord = Party & {
  readonly requestId: string | null
  readonly at: Temporal.Instant
  readonly tookMs: number
  readonly attempts: number
  readonly status: number | null
  readonly outcome: 'ok' | 'refused' | 'failed' | 'not_tried'
}

export type OutboundParts = {
  readonly clock?: Clock
  readonly record?: (request: OutboundRecord) => void
  /** Origins of tenants' addresses that the operator exempts from every check. */
  readonly allowedOrigins?: readonly string[]
  readonly resolve?: ResolveName
}

type Call<T> = Party & {
  readonly repeat: Repeat
  readonly timeoutMs?: number | undefined
  readonly statusOf?: (value: T) => number
}

const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'PROPFIND', 'REPORT'])

export function createOutbound(parts: OutboundParts = {}): Outbound {
  const clock = parts.clock ?? systemClock
  const circuits = createCircuits(DEFAULT_POLICY)
  const guard = createAddressGuard({
    allowed: parts.allowedOrigins ?? [],
    resolve: parts.resolve ?? resolveByNetwork,
  })
  const connections = createConnections({ guard, clock })
  const stopping = new AbortController()
  const closing = new AbortController()

  const perform = async <T>(call: Call<T>, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    refuseInTransaction(call.provider)
    const { provider, operation } = call
    const attributes = { 'askpro.provider': provider, 'askpro.operation': operation }
    return await inSpan(`${provider} ${operation}`, { kind: 'client', attributes }, () =>
      carryOut(call, work),
    )
  }

  const carryOut = async <T>(call: Call<T>, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const policy = within(circuits.policyOf(call.provider), call.timeoutMs)
    const begun = performance.now()
    const total = AbortSignal.timeout(policy.totalMs)
    const seen = { at: clock.now(), attempts: 0 }
    const rules = { policy, repeat: call.repeat, deadline: begun + policy.totalMs, mayWait: stopping.signal }
    const report = (result: Pick<OutboundRecord, 'outcome' | 'status'>): void => {
      noteOnSpan({
        'askpro.outcome': result.outcome,
        'askpro.attempts': seen.attempts,
        ...(result.status === null ? {} : { 'askpro.status': result.status }),
      })
      parts.record?.({
        ...{ provider: call.provider, operation: call.operation },
        ...{ connection: call.connection, tenantId: call.tenantId },
        ...{ requestId: currentRequestId(), tookMs: performance.now() - begun },
        ...seen,
        ...result,
      })
    }
    try {
      const value = await withAttempts(rules, () =>
        inTime(call, total, () =>
          circuits.attempt(
            call,
            () => {
              seen.attempts += 1
              const signal = AbortSignal.any([total, closing.signal, AbortSignal.timeout(policy.attemptMs)])
              return inTime(call, signal, () => work(signal))
            },
            total,
          ),
        ),
      )
      report({ outcome: 'ok', status: call.statusOf?.(value) ?? null })
      return value
    } catch (error) {
      report(outcomeOf(error, seen.attempts))
      throw error
    }
  }

  const request: Outbound['request'] = async wanted => {
    const method = methodOf(wanted)
    const repeat = wanted.repeat ?? (REPEATABLE.has(method) ? 'safe' : 'unless_unsent')
    return await perform(
      { ...wanted, repeat, statusOf: ({ status }: OutboundResponse) => status },
      async signal => {
        const policy = within(circuits.policyOf(wanted.provider), wanted.timeoutMs)
        const response = await connections.exchange(toExchange(wanted), policy, signal)
        const verdict = wanted.accept?.(response) ?? 'ok'
        if (verdict === 'ok') return response
        const { provider, operation } = wanted
        const message = `${provider} answered ${response.status}, and yet: ${verdict.problem}`
        throw new ProviderError({
          provider,
          operation,
          status: response.status,
          retryable: verdict.retryable,
          message,
        })
      },
    )
  }

  return {
    run: (call, work) => perform({ ...call, repeat: call.repeat ?? 'unless_unsent' }, work),
    request,
    sendJson: async wanted => readJson(wanted, (await request(wanted)).text),
    toTenantAddress: guard.check,
    setPolicy: (provider, policy) => circuits.setPolicy(provider, { ...DEFAULT_POLICY, ...policy }),
    breakers: () => circuits.providers().map(provider => ({ provider, state: circuits.stateOf(provider) })),
    breakerOf: circuits.stateOf,
    stop: () => stopping.abort(),
    close: async () => {
      stopping.abort()
      closing.abort()
      await connections.close()
    },
  }
}

/** For commands, which have no platform: one request, with a client of its own. */
export async function sendJson(request: OutboundRequest): Promise<unknown> {
  const outbound = createOutbound()
  try {
    return await outbound.sendJson(request)
  } finally {
    await outbound.close()
  }
}

function refuseInTransaction(provider: string): void {
  const open = currentTransaction()
  if (open) throw new Error(`${provider} may not be called inside a transaction (${open}).`)
}

function within(policy: Policy, timeoutMs: number | undefined): Policy {
  if (timeoutMs === undefined) return policy
  return {
    ...policy,
    connectMs: Math.min(policy.connectMs, timeoutMs),
    attemptMs: Math.min(policy.attemptMs, timeoutMs),
    totalMs: timeoutMs,
  }
}

/** Ends with the signal, also when `work` does not listen to it. */
async function inTime<T>(call: Party, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const { provider, operation } = call
  const late = (): ProviderError =>
    new ProviderError({
      provider,
      operation,
      retryable: true,
      message: `${provider} did not answer in time.`,
    })
  if (signal.aborted) throw late()
  let stop = (): void => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(late())
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work(), aborted])
  } catch (error) {
    // Some clients have words of their own for an abort.
    throw signal.aborted && !(error instanceof ProviderError && error.status !== null) ? late() : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function outcomeOf(error: unknown, attempts: number): Pick<OutboundRecord, 'outcome' | 'status'> {
  if (attempts === 0) return { outcome: 'not_tried', status: null }
  if (!(error instanceof ProviderError)) return { outcome: 'failed', status: null }
  return { outcome: error.retryable ? 'failed' : 'refused', status: error.status }
}

function toExchange(wanted: OutboundRequest): Exchange {
  const to = kindOf(wanted.url)
  // The trace goes on at a provider of ours; a tenant's server learns nothing of it.
  const traceparent = to === 'configured-address' ? currentTraceparent() : null
  const body = wanted.json === undefined ? (wanted.body ?? null) : JSON.stringify(wanted.json)
  return {
    provider: wanted.provider,
    operation: wanted.operation,
    url: typeof wanted.url === 'string' ? wanted.url : wanted.url.url,
    to,
    method: methodOf(wanted),
    headers: {
      ...(wanted.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(traceparent === null ? {} : { traceparent }),
      ...wanted.headers,
    },
    body,
    expect: wanted.expect ?? [],
  }
}

function methodOf({ method, json, body }: OutboundRequest): Exchange['method'] {
  return method ?? (json === undefined && body === undefined ? 'GET' : 'POST')
}

function kindOf(url: string | TenantAddress): Exchange['to'] {
  if (typeof url === 'string') return 'configured-address'
  return url.exempt ? 'exempt-address' : 'tenant-address'
}

function readJson({ provider, operation }: Party, text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `${provider} answered something that is not JSON.`
    throw new ProviderError({ provider, operation, retryable: false, message, cause })
  }
}
