/**
 * What a phrase about time means. Days are ISO dates, instants carry the offset of the caller's zone,
 * ranges are half-open; a range of days ends at the midnight after its last day.
 */
export type TimeLanguage = 'de' | 'en'

interface DayWhen {
  readonly type: 'day'
  readonly date: string
}

export interface InstantWhen {
  readonly type: 'time'
  readonly start: string
  readonly grain: 'minute' | 'hour'
}

export interface RangeWhen {
  readonly type: 'range'
  readonly start: string
  readonly end: string
  readonly grain: 'day' | 'hour' | 'minute'
}

/** "ab Montag" is open; "morgen ab drei" is about that day: see `limited-day.ts`. */
export interface FromWhen {
  readonly type: 'from'
  readonly start: string
}

/** "bis Freitag" starts now; "morgen bis zwölf" is about that day: see `limited-day.ts`. */
export interface UntilWhen {
  readonly type: 'until'
  readonly end: string
}

/** A time of day without a day. */
export interface ClockWhen {
  readonly type: 'clock'
  readonly from?: string
  readonly until?: string
}

/** Several days or times. An empty `any` means every day but those in `except`. */
export interface SetWhen {
  readonly type: 'set'
  readonly any: readonly When[]
  readonly except: readonly When[]
}

export type When = DayWhen | InstantWhen | RangeWhen | FromWhen | UntilWhen | ClockWhen | SetWhen

export type TimeKind = 'resolved' | 'ambiguous' | 'contradictory' | 'past' | 'none'

export interface TimeResult {
  readonly kind: TimeKind
  /** The one meaning; with `ambiguous` the likeliest, with `past` what is gone, else null. */
  readonly when: When | null
  /** What to ask about, likeliest first: only with `ambiguous` and `contradictory`. */
  readonly candidates: readonly When[]
  readonly text: string | null
  readonly spoken: string | null
  /** First and last character used, both inclusive; null when nothing was understood. */
  readonly span: readonly [first: number, last: number] | null
}

export interface TimeContext {
  readonly now: Temporal.Instant
  readonly zone: string
  readonly lang: TimeLanguage
  /** Local opening hours, "HH:MM": they tell which half of the day a bare hour means. */
  readonly opens?: string
  readonly closes?: string
  /** What the conversation is about, for "eine Stunde später" and "doch lieber Donnerstag". */
  readonly context?: When
  /** Public holidays of the tenant's region as ISO dates, for phrases that name no particular holiday. */
  readonly publicHolidays?: (year: number) => readonly string[]
}
