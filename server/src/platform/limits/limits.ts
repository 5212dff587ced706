import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { LimitStore, Pace } from './limit-store.ts'

/**
 * How often who may ask, in requests. Logins, codes and links have the strictest rule here, and are counted a second
 * time by account (`identity/accounts/attempts.ts`). What a business does by itself stays far below the others: they
 * keep one of them, or one call gone wild, from taking the place of all.
 */
export const LIMIT_RULES = {
  /** Logging in, codes, links of letters: by address. */
  login: { burst: 60, perSecond: 1 },
  /** Whatever else is open to everybody, the application's own files too: by address. */
  open: { burst: 1000, perSecond: 50 },
  /** No key or session, a wrong one, no or a wrong signature, no such address: by address. */
  stranger: { burst: 500, perSecond: 10 },
  /** An API key, or a person in a business. */
  caller: { burst: 6000, perSecond: 600 },
  tenant: { burst: 12_000, perSecond: 1200 },
  /** Tool calls, ringing and connections of the line of one call. */
  call: { burst: 200, perSecond: 10 },
  /** Tool calls and ringing of one business. The provider's few addresses are those of all: they are not counted. */
  telephony: { burst: 2000, perSecond: 200 },
  /** Events of one call. */
  'call-events': { burst: 600, perSecond: 10 },
  /** Events of one called number: stored hundreds at a time, so what counts is how many are kept. */
  'number-events': { burst: 200_000, perSecond: 1000 },
  /** What a provider of calendars tells of one connection. */
  'calendar-events': { burst: 2000, perSecond: 20 },
  /** Hints that something has changed in one linked calendar. */
  'calendar-hints': { burst: 600, perSecond: 10 },
} as const satisfies Readonly<Record<string, { burst: number; perSecond: number }>>

export type LimitKind = keyof typeof LIMIT_RULES

export type Limits = {
  /** Counts one request. @throws AppError (429, with the seconds to wait) when it is one too many. */
  count(kind: LimitKind, name: string): Promise<void>
}

/** `factor` multiplies every rule. */
export function createLimits(given: { store: LimitStore; metrics: Metrics; factor: number }): Limits {
  return {
    count: async (kind, name) => {
      const waitMs = await given.store.take(`${kind}:${name}`, paceOf(kind, given.factor))
      if (waitMs === 0) return
      given.metrics.tooManyRequests.inc({ limit: kind })
      throw new AppError(platformErrors.tooManyRequests, undefined, {
        extensions: { retry_after: Math.ceil(waitMs / 1000) },
      })
    },
  }
}

function paceOf(kind: LimitKind, factor: number): Pace {
  const { burst, perSecond } = LIMIT_RULES[kind]
  return { burst: Math.max(1, Math.round(burst * factor)), intervalMs: 1000 / (perSecond * factor) }
}
