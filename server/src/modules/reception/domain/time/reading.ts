import type { Clock, DaySpec, LengthUse } from './item.ts'
import type { PartOfDay, Unit } from './meaning.ts'

export type DayBound = 'from' | 'until' | 'before' | 'after'

export interface Length {
  readonly amount: number
  readonly unit: Unit
  readonly most?: number
  readonly sign: 1 | -1
  readonly use: LengthUse
}

/** One thing the caller asked for: a day or run of days, and a time or window in it. */
export interface Option {
  readonly days: readonly DaySpec[]
  /** The last day of "Montag bis Mittwoch"; empty when only one day was named. */
  readonly dayEnd: readonly DaySpec[]
  readonly dayBound: DayBound | null
  readonly at: Clock | null
  readonly from: Clock | null
  readonly until: Clock | null
  readonly part: PartOfDay | null
  readonly length: Length | null
  readonly now: boolean
  /** "zur gleichen Zeit": the time talked about. */
  readonly sameTime: boolean
  /** "ganztägig": not at the hour said of another day. */
  readonly anyHour: boolean
  /** "alle zwei Wochen". */
  readonly everyWeeks: number | null
  /** "etwas später" than what was talked about, without saying how much. */
  readonly later: 1 | -1 | null
}

/** What a phrase asks for, still without a calendar. */
export interface Reading {
  readonly options: readonly Option[]
  readonly except: readonly Option[]
  /** The caller replaces what was said before: "doch lieber Donnerstag". */
  readonly instead: boolean
  /** The lexemes used: `[first, next)`. */
  readonly first: number
  readonly next: number
}

export type OptionDraft = {
  -readonly [key in keyof Option]: Option[key] extends readonly (infer T)[] ? T[] : Option[key]
} & {
  timeFirst: boolean
}

export function emptyOption(): OptionDraft {
  return {
    days: [],
    dayEnd: [],
    dayBound: null,
    at: null,
    from: null,
    until: null,
    part: null,
    length: null,
    now: false,
    sameTime: false,
    anyHour: false,
    everyWeeks: null,
    later: null,
    timeFirst: false,
  }
}

export function hasTime(option: Option): boolean {
  const { at, from, until, part, anyHour } = option
  return at !== null || from !== null || until !== null || part !== null || anyHour
}

export function hasContent(option: Option): boolean {
  const { days, length, now, sameTime, everyWeeks, later } = option
  const wish = length !== null || now || sameTime || everyWeeks !== null || later !== null
  return days.length > 0 || wish || hasTime(option)
}
