/**
 * What one word (or fixed expression) can mean. A word may mean several things, "morgen" is a day and a part
 * of the day; the rules pick the meaning that fits its neighbours. Word tables map words to these records.
 */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type PartOfDay =
  | 'early'
  | 'forenoon'
  | 'noon'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'after_work'
  | 'early_morning'
  | 'late_morning'
  | 'early_afternoon'
  | 'late_afternoon'
  | 'early_evening'
  | 'late_evening'

export type Which = 'this' | 'coming' | 'next' | 'after_next' | 'last'
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
export type Third = 'start' | 'middle' | 'end'

export type BoundWord =
  | 'at'
  | 'about'
  | 'from'
  | 'until'
  | 'before'
  | 'after'
  | 'earliest'
  | 'latest'
  | 'between'
  | 'within'
  | 'in'
  | 'onto'

export interface Meaning {
  readonly filler?: true
  readonly article?: true
  readonly on?: true
  readonly number?: number
  /** A number word that is usually an article: it counts only before a unit or "Uhr". */
  readonly weak?: true
  readonly ordinal?: number
  readonly weekday?: Weekday
  /** "montags", "werktags": every such day. */
  readonly weekdays?: readonly Weekday[]
  readonly weekend?: true
  readonly month?: number
  readonly dayOffset?: number
  readonly part?: PartOfDay
  readonly which?: Which
  readonly third?: Third
  readonly unit?: Unit
  /** "eine halbe Stunde", "Viertelstunde": a whole length of time, in minutes. */
  readonly minutes?: number
  readonly bound?: BoundWord
  /** "nach", "vor" between minutes and an hour. */
  readonly minuteSign?: 1 | -1
  readonly half?: 'to' | 'past'
  readonly quarters?: 1 | 3
  readonly oclock?: true
  readonly meridiem?: 'am' | 'pm'
  readonly clock?: number
  readonly calendarWeek?: true
  readonly holiday?: string
  readonly and?: true
  readonly or?: true
  readonly not?: true
  readonly except?: true
  readonly every?: true
  /** "doch", "lieber", "nein": what follows replaces what was said. */
  readonly instead?: true
  readonly later?: 1 | -1
  readonly nowish?: true
  readonly early?: true
  readonly late?: true
}

/** Words to what they mean; a key may be several words. */
export type WordTable = Readonly<Record<string, Meaning>>
