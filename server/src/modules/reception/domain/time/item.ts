import type { HolidayName, PartOfDay, Third, Unit, Weekday, Which } from './meaning.ts'

export type DayUnit = 'day' | 'week' | 'month' | 'year'

/** How far beside a day: the next such weekday, or so many days or weeks. */
export type Step =
  | { readonly type: 'weekday'; readonly weekday: Weekday }
  | { readonly type: 'days'; readonly amount: number }
  | { readonly type: 'week' }

/** A day or a run of days as it was named, not yet placed in the calendar. */
export type DaySpec =
  | { readonly type: 'offset'; readonly days: number }
  | { readonly type: 'weekday'; readonly weekday: Weekday; readonly which: Which | 'bare' | 'second' }
  | { readonly type: 'weekdays'; readonly weekdays: readonly Weekday[]; readonly everyWeeks?: number }
  | { readonly type: 'weekend'; readonly which: Which | 'bare' | 'second' }
  | { readonly type: 'week'; readonly offset: number; readonly third?: Third }
  | { readonly type: 'calendar_week'; readonly week: number; readonly third?: Third }
  | { readonly type: 'month'; readonly offset: number; readonly third?: Third; readonly loose?: true }
  | { readonly type: 'named_month'; readonly month: number; readonly year?: number; readonly third?: Third }
  | { readonly type: 'year'; readonly offset: number; readonly third?: Third }
  | { readonly type: 'date'; readonly day: number; readonly month?: number; readonly year?: number }
  | { readonly type: 'in'; readonly amount: number; readonly unit: DayUnit; readonly counted: boolean }
  | { readonly type: 'holiday'; readonly name: HolidayName }
  | { readonly type: 'public_holiday' }
  | { readonly type: 'holidays' }
  | { readonly type: 'beside'; readonly side: 'before' | 'after' | 'around'; readonly step: Step }
  | { readonly type: 'nth_weekday'; readonly nth: number; readonly weekday: Weekday }
  | { readonly type: 'nth_week'; readonly nth: number }
  | { readonly type: 'nth_weekend'; readonly nth: number }
  | { readonly type: 'nth_day'; readonly nth: number }
  | { readonly type: 'nth_workday'; readonly nth: number }
  | { readonly type: 'next_workday' }
  | { readonly type: 'same_day' }
  | { readonly type: 'next_days'; readonly days: number }

/** A time on the clock in minutes after midnight; with `halves` it may also mean twelve hours later. */
export interface Clock {
  readonly minutes: number
  readonly halves: boolean
  /** Said with "Uhr" or in digits: "heute um 9 Uhr" does not mean the evening, "heute um neun" may. */
  readonly formal: boolean
  readonly grain: 'minute' | 'hour'
}

export type Bound = 'at' | 'from' | 'until' | 'before' | 'after' | 'just_before' | 'just_after' | 'between'

/** What the rules find in a phrase, in the order it was said. */
export type Item =
  | { readonly kind: 'day'; readonly spec: DaySpec }
  | { readonly kind: 'clock'; readonly clock: Clock; readonly bare: boolean }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | {
      readonly kind: 'length'
      readonly amount: number
      readonly unit: Unit
      /** "in zwei, drei Stunden": up to so many. */
      readonly most?: number
      readonly sign: 1 | -1
      readonly use: LengthUse
    }
  | {
      readonly kind: 'bound'
      readonly bound: Bound
      readonly negated: boolean
      readonly trailing: 'never' | 'maybe' | 'always'
    }
  | { readonly kind: 'dash' }
  | { readonly kind: 'onto' }
  | { readonly kind: 'and' }
  | { readonly kind: 'or' }
  | { readonly kind: 'not' }
  | { readonly kind: 'except' }
  | { readonly kind: 'unsuitable' }
  | { readonly kind: 'instead' }
  | { readonly kind: 'now' }
  | { readonly kind: 'same_time' }
  | { readonly kind: 'any_hour' }
  | { readonly kind: 'cadence'; readonly weeks: number }
  | { readonly kind: 'later'; readonly sign: 1 | -1 }

/** "in zwei Stunden", "two weeks from Friday", "zwei Stunden später", "binnen 14 Tagen". */
export type LengthUse = 'from_now' | 'from_day' | 'shift' | 'within'

/** An item and the lexemes it was read from: `[first, next)`. */
export interface Found {
  readonly item: Item
  readonly first: number
  readonly next: number
}

export type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>
