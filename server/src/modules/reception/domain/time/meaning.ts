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
  | 'daytime'
  | 'early_morning'
  | 'late_morning'
  | 'early_afternoon'
  | 'late_afternoon'
  | 'early_evening'
  | 'late_evening'

export type Which = 'this' | 'coming' | 'next' | 'after_next' | 'last'
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
export type HolidayName =
  | 'new_year'
  | 'epiphany'
  | 'carnival_monday'
  | 'carnival_tuesday'
  | 'ash_wednesday'
  | 'womens_day'
  | 'valentines_day'
  | 'womens_carnival'
  | 'maundy_thursday'
  | 'good_friday'
  | 'easter_saturday'
  | 'easter'
  | 'easter_sunday'
  | 'easter_monday'
  | 'palm_sunday'
  | 'white_sunday'
  | 'whit_saturday'
  | 'national_mourning'
  | 'labour_day'
  | 'mothers_day'
  | 'ascension'
  | 'pentecost'
  | 'whit_sunday'
  | 'whit_monday'
  | 'corpus_christi'
  | 'assumption'
  | 'german_unity'
  | 'reformation'
  | 'all_saints'
  | 'st_martin'
  | 'repentance'
  | 'memorial_sunday'
  | 'advent_1'
  | 'advent_2'
  | 'advent_3'
  | 'advent_4'
  | 'st_nicholas'
  | 'christmas_eve'
  | 'christmas'
  | 'christmas_day'
  | 'boxing_day'
  | 'between_the_years'
  | 'new_years_eve'
  | 'turn_of_the_year'
  | 'immaculate_conception'
  | 'advent_season'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'

/** The first ten days of a month and so on, or its halves. */
export type Third = 'start' | 'middle' | 'end' | 'first_half' | 'second_half'

export type BoundWord =
  | 'at'
  | 'about'
  | 'for'
  | 'from'
  | 'until'
  | 'before'
  | 'after'
  | 'just_before'
  | 'just_after'
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
  /** The "th" of "24th". */
  readonly ordinalSuffix?: true
  readonly weekday?: Weekday
  /** "mornings": of every such day. */
  readonly plural?: true
  /** "ganztägig", "any time": whatever hour of the day. */
  readonly anyHour?: true
  /** "wöchentlich", "14-tägig": comes again after so many weeks. */
  readonly everyWeeks?: number
  /** "every other Tuesday". */
  readonly everyOther?: true
  /** "montags", "werktags": every such day. */
  readonly weekdays?: readonly Weekday[]
  readonly weekend?: true
  /** "Werktag": one that is counted, Monday to Friday and no public holiday. */
  readonly workday?: true
  readonly month?: number
  /** "May", "march", "sat": also everyday words, a date only in clear company. */
  readonly everyday?: true
  /** "Dezemberhälfte": the first or second one. */
  readonly monthHalf?: true
  readonly dayOffset?: number
  /** "tonight" is a day and a part of it at once. */
  readonly alsoPart?: PartOfDay
  readonly part?: PartOfDay
  readonly which?: Which
  readonly third?: Third
  readonly unit?: Unit
  /** "eine halbe Stunde", "Viertelstunde": a whole length of time in one word, with its unit. */
  readonly amount?: number
  readonly bound?: BoundWord
  /** "ein paar Wochen". */
  readonly several?: true
  /** Said after the time it limits: "drei Uhr oder später", "3 pm onwards". */
  readonly trailing?: 'from' | 'until'
  /** "nach", "vor" between minutes and an hour. */
  readonly minuteSign?: 1 | -1
  readonly half?: 'to' | 'past'
  readonly quarters?: 1 | 3
  readonly oclock?: true
  /** The "oh" of "two oh five". */
  readonly oh?: true
  readonly meridiem?: 'am' | 'pm'
  readonly clock?: number
  readonly calendarWeek?: true
  readonly holiday?: HolidayName
  readonly publicHoliday?: true
  /** "die Feiertage": those that come next, several in a row. */
  readonly holidays?: true
  /** Those of schools differ by state and year, and no table here has them: never guessed. */
  readonly schoolHolidays?: true
  readonly and?: true
  readonly or?: true
  readonly not?: true
  /** "weder": what follows is excluded as long as it goes on. */
  readonly neither?: true
  readonly except?: true
  /** "Mittwoch ist schlecht": what was said before it does not suit. */
  readonly unsuitable?: true
  readonly every?: true
  /** "doch", "lieber", "nein": what follows replaces what was said. */
  readonly instead?: true
  /** "als": after "lieber", what follows is not wanted. */
  readonly than?: true
  readonly later?: 1 | -1
  /** "später": needs no length of time to be a wish. */
  readonly vague?: true
  readonly ago?: true
  /** "verschieben": what follows "auf" is where something moves to. */
  readonly move?: true
  readonly nowish?: true
  readonly sameDay?: true
  /** "an einem anderen Tag": any but the day talked about. */
  readonly otherDay?: true
  /** "ein Tisch für": the number that follows counts people. */
  readonly persons?: true
  /** "make it three": a bare number that follows is a time. */
  readonly makes?: true
  /** "jeden Monats", after a day of it. */
  readonly eachMonth?: true
  /** "am Monatsletzten". */
  readonly lastOfMonth?: true
  readonly sameTime?: true
  readonly early?: true
  readonly late?: true
}

/** Words to what they mean; a key may be several words. */
export type WordTable = Readonly<Record<string, Meaning>>
