import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
} from 'cockatiel'
import { ProviderError } from '../errors/provider-error.ts'
import type { Policy } from './policy.ts'

/** `open`: nobody is let through; `half_open`: one attempt decides. */
export type BreakerState = 'closed' | 'half_open' | 'open'

/** Who asks whom: `connection` is one of several servers or accounts of a provider, each with a breaker of its own. */
export type Party = {
  readonly provider: string
  readonly operation: string
  readonly connection?: string | undefined
  readonly tenantId?: string | undefined
}

export type Circuits = {
  setPolicy(provider: string, policy: Policy): void
  policyOf(provider: string): Policy
  /**
   * Lets one attempt through when there is a place and the breaker allows it. Throws `ProviderError`, retryable,
   * at once when the breaker is open or too many are waiting already.
   */
  attempt<T>(party: Party, work: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Of one of a provider's connections, or the worst among them. */
  stateOf(provider: string, connection?: string): BreakerState
  providers(): string[]
}

const STATES: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
}
/** Tenants name servers of their own: those that were not asked for longest are forgotten. */
const MOST_CONNECTIONS = 1000

type Bulkhead = ReturnType<typeof bulkhead>
type Provider = {
  readonly policy: Policy
  readonly places: Bulkhead
  readonly places_of: Map<string, Bulkhead>
  readonly breakers: Map<string, CircuitBreakerPolicy>
}

export function createCircuits(defaults: Policy): Circuits {
  const providers = new Map<string, Provider>()

  const setPolicy = (name: string, policy: Policy): Provider => {
    const provider: Provider = {
      policy,
      places: bulkhead(policy.atOnce, policy.waiting),
      places_of: new Map(),
      breakers: new Map(),
    }
    providers.set(name, provider)
    return provider
  }
  const provider = (name: string): Provider => providers.get(name) ?? setPolicy(name, defaults)

  return {
    setPolicy: (name, policy) => {
      setPolicy(name, policy)
    },
    policyOf: name => provider(name).policy,
    providers: () => [...providers.keys()],
    stateOf: (name, connection) =>
      worst(
        [...provider(name).breakers]
          .filter(([key]) => connection === undefined || key === connection)
          .map(([, breaker]) => STATES[breaker.state]),
      ),
    attempt: async (party, work, signal) => {
      const asked = provider(party.provider)
      const breaker = breakerOf(asked, party.connection ?? '')
      try {
        return await inPlaceOfTenant(asked, party.tenantId, signal, () =>
          asked.places.execute(() => throughBreaker(breaker, asked.policy, work), signal),
        )
      } catch (error) {
        throw explain(error, party)
      }
    },
  }
}

/** A tenant's places come first, so that its waiting requests take none of the others'. */
async function inPlaceOfTenant<T>(
  provider: Provider,
  tenantId: string | undefined,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  if (tenantId === undefined) return await work()
  const { atOncePerTenant, waitingPerTenant } = provider.policy
  const places = provider.places_of.get(tenantId) ?? bulkhead(atOncePerTenant, waitingPerTenant)
  provider.places_of.set(tenantId, places)
  try {
    return await places.execute(work, signal)
  } finally {
    const idle = places.executionSlots === atOncePerTenant && places.queueSlots === waitingPerTenant
    if (idle && provider.places_of.get(tenantId) === places) provider.places_of.delete(tenantId)
  }
}

class Outage extends Error {
  readonly error: ProviderError

  constructor(error: ProviderError) {
    super(error.message, { cause: error })
    this.error = error
  }
}

/** An error that is no outage is an answer: it proves that the provider works, so it counts as a success. */
async function throughBreaker<T>(
  breaker: CircuitBreakerPolicy,
  policy: Policy,
  work: () => Promise<T>,
): Promise<T> {
  const result = await breaker.execute(async () => {
    try {
      return { value: await work() }
    } catch (error) {
      if (error instanceof ProviderError && policy.isOutage(error)) throw new Outage(error)
      return { error }
    }
  })
  if ('error' in result) throw result.error
  return result.value
}

function breakerOf({ policy, breakers }: Provider, connection: string): CircuitBreakerPolicy {
  const known = breakers.get(connection)
  const breaker =
    known ??
    circuitBreaker(handleType(Outage), {
      halfOpenAfter: policy.staysOpenMs,
      breaker: new ConsecutiveBreaker(policy.opensAfter),
    })
  // Put last again: the first of the map is the one that was not asked for longest.
  breakers.delete(connection)
  breakers.set(connection, breaker)
  const [oldest] = breakers.keys()
  if (breakers.size > MOST_CONNECTIONS && oldest !== undefined) breakers.delete(oldest)
  return breaker
}

function explain(error: unknown, { provider, operation }: Party): unknown {
  if (error instanceof Outage) return error.error
  const retryable = { provider, operation, retryable: true, cause: error } as const
  if (error instanceof BrokenCircuitError)
    return new ProviderError({
      ...retryable,
      message: `${provider} failed several times in a row and is left alone for a while.`,
    })
  if (error instanceof BulkheadRejectedError)
    return new ProviderError({
      ...retryable,
      message: `Too many requests to ${provider} are waiting already.`,
    })
  return error
}

function worst(states: readonly BreakerState[]): BreakerState {
  if (states.includes('open')) return 'open'
  return states.includes('half_open') ? 'half_open' : 'closed'
}
