import type { ResourceId, SeriesId } from '../../../platform/ids/ids.ts'
import type { Service } from '../../catalogue/index.ts'
import type { TierEffects } from '../../customers/index.ts'
import type { BookingWish } from '../booking/booking-wish.ts'
import type { RuleRefusal, SeriesRule } from '../domain/series-rule.ts'
import type { Occurrence } from './plan-occurrences.ts'

/** What a series would be: by which rule, of what, with whom. */
export type SeriesPlan = {
  readonly rule: SeriesRule
  readonly service: Service
  readonly staffId: ResourceId | null
  readonly effects?: TierEffects
  readonly holder: string | null
}

/** Another time for one of its occurrences, by the start that the rule has. */
type ChosenTime = { readonly start: Temporal.Instant; readonly token: string }

export type SeriesWish = SeriesPlan &
  Omit<BookingWish, 'token' | 'groupId' | 'series' | 'idempotencyKey'> & {
    readonly idempotencyKey: string
    /** `skip`: without those that conflict. */
    readonly conflicts: 'refuse' | 'skip'
    readonly chosen: readonly ChosenTime[]
  }

export type SeriesResult =
  | {
      readonly kind: 'booked'
      readonly seriesId: SeriesId
      /** What was left out; empty too for a series that was there before. */
      readonly skipped: readonly Occurrence[]
    }
  /** Nothing is written: some conflict, or all of them. */
  | { readonly kind: 'conflicts'; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'unknown_occurrence' | 'invalid_token' | 'expired'; readonly start: Temporal.Instant }
  | RuleRefusal
