import type { DaySpec } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import {
  isMark,
  isSentenceEnd,
  isUnknownWord,
  type Match,
  match,
  meaningAt,
  type Rule,
  skipArticles,
  wholeNumber,
} from './rule.ts'

/** Dates by number: "24.12.", "der 24.", "am dreiundzwanzigsten", "24. Dezember 2026", "2026-12-24". */
interface DayNumber {
  readonly value: number
  readonly next: number
  /** "24." and "vierundzwanzigster" name a day by themselves, "24" needs company. */
  readonly sure: boolean
}

interface MonthNumber {
  readonly value: number
  readonly next: number
}

export const calendarDateRule: Rule = (lexemes, at): Match | null => {
  const led = skipArticles(lexemes, at)
  const start = isComing(lexemes, led) ? led + 1 : led
  const date =
    isoDate(lexemes, start) ??
    slashDate(lexemes, start) ??
    monthFirst(lexemes, start) ??
    dayFirst(lexemes, start, start > at)
  return date === null ? null : match(date.next, { kind: 'day', spec: date.spec })
}

/** "zum nächsten Ersten". */
function isComing(lexemes: readonly Lexeme[], at: number): boolean {
  const { which } = meaningAt(lexemes, at)
  const { ordinal, holiday } = meaningAt(lexemes, at + 1)
  return (which === 'next' || which === 'coming') && ordinal !== undefined && holiday === undefined
}

interface DateReading {
  readonly spec: DaySpec
  readonly next: number
}

function isoDate(lexemes: readonly Lexeme[], at: number): DateReading | null {
  if (lexemes[at]?.text.length !== 4 || !isMark(lexemes, at + 1, '-') || !isMark(lexemes, at + 3, '-'))
    return null
  const year = wholeNumber(lexemes, at, [1000, 9999])
  const month = wholeNumber(lexemes, at + 2, [1, 12])
  const day = wholeNumber(lexemes, at + 4, [1, 31])
  if (year === null || month === null || day === null) return null
  return { spec: { type: 'date', day, month, year }, next: at + 5 }
}

function slashDate(lexemes: readonly Lexeme[], at: number): DateReading | null {
  if (!isMark(lexemes, at + 1, '/')) return null
  const first = wholeNumber(lexemes, at, [1, 31])
  const second = wholeNumber(lexemes, at + 2, [1, 31])
  if (first === null || second === null || (first > 12 && second > 12)) return null
  const [day, month] = second > 12 ? [second, first] : [first, second]
  if (!isMark(lexemes, at + 3, '/')) return { spec: { type: 'date', day, month }, next: at + 3 }
  return withYear({ type: 'date', day, month }, lexemes, at + 4)
}

/** "December 24th", "December 24". */
function monthFirst(lexemes: readonly Lexeme[], at: number): DateReading | null {
  const { month, unit } = meaningAt(lexemes, at)
  if (month === undefined || unit !== undefined) return null
  const start = skipArticles(lexemes, at + 1)
  const day = dayNumber(lexemes, start)
  if (day === null || day.next === start) return null
  if (isClockTail(lexemes, day.next)) return null
  return withYear({ type: 'date', day: day.value, month }, lexemes, day.next)
}

function dayFirst(lexemes: readonly Lexeme[], at: number, led: boolean): DateReading | null {
  const day = dayNumber(lexemes, at)
  if (day === null) return null
  const month = monthNumber(lexemes, day, led)
  if (month !== null)
    return withYear({ type: 'date', day: day.value, month: month.value }, lexemes, month.next)
  const { eachMonth } = meaningAt(lexemes, day.next)
  if (eachMonth === true && (day.sure || led))
    return { spec: { type: 'date', day: day.value }, next: day.next + 1 }
  if (!day.sure && (!led || isClockTail(lexemes, day.next))) return null
  const word = lexemes[at]?.kind === 'word'
  const named = led || lexemes[at - 1]?.text === 'vom'
  if (word && (!named || isAdjective(lexemes, day.next))) return null
  if (meaningAt(lexemes, day.next).unit !== undefined) return null
  return { spec: { type: 'date', day: day.value }, next: day.next }
}

function dayNumber(lexemes: readonly Lexeme[], at: number): DayNumber | null {
  const { ordinal } = meaningAt(lexemes, at)
  if (ordinal !== undefined) return ordinal > 31 ? null : { value: ordinal, next: at + 1, sure: true }
  const value = wholeNumber(lexemes, at, [1, isMonthAfterDot(lexemes, at + 1) ? 99 : 31])
  if (value === null) return null
  if (meaningAt(lexemes, at + 1).ordinalSuffix === true && lexemes[at + 1]?.glued === true) {
    return { value, next: at + 2, sure: true }
  }
  const dotted = isMark(lexemes, at + 1, '.') && lexemes[at + 1]?.glued === true
  if (dotted && isSentenceEnd(lexemes, at)) return null
  return { value, next: dotted ? at + 2 : at + 1, sure: dotted }
}

/** "32. Dezember" is a date that no calendar has, and not the whole month. */
function isMonthAfterDot(lexemes: readonly Lexeme[], at: number): boolean {
  const place = isMark(lexemes, at, '.') ? at + 1 : at
  return meaningAt(lexemes, place).month !== undefined && lexemes[place]?.pause === false
}

/** The month after a day: a name, a number after the dot ("24.12."), or an ordinal ("fünfzehnter elfter"). */
function monthNumber(lexemes: readonly Lexeme[], day: DayNumber, led: boolean): MonthNumber | null {
  const place = skipArticles(lexemes, day.next)
  const { month, ordinal, unit, monthHalf } = meaningAt(lexemes, place)
  if (month !== undefined && unit === undefined && monthHalf === undefined) {
    const abbreviated = isMark(lexemes, place + 1, '.')
    return { value: month, next: abbreviated ? place + 2 : place + 1 }
  }
  if (!day.sure) return saidMonth(lexemes, place, led)
  if (ordinal !== undefined && ordinal <= 12) return { value: ordinal, next: place + 1 }
  const value = wholeNumber(lexemes, place, [1, 12])
  const number = lexemes[place]
  if (value === null || place !== day.next || number?.kind !== 'digits' || number.pause) return null
  const next = isMark(lexemes, place + 1, '.') ? place + 2 : place + 1
  return next === place + 1 && isClockTail(lexemes, next) ? null : { value, next }
}

/** "am 3 12", as speech recognition writes "am dritten zwölften"; in words also without "am": "fünfzehn eins". */
function saidMonth(lexemes: readonly Lexeme[], at: number, led: boolean): MonthNumber | null {
  const inWords = monthInWords(lexemes, at, led)
  if (inWords !== null) return inWords
  const digits = led && lexemes[at]?.kind === 'digits' && lexemes[at - 1]?.kind === 'digits'
  const value = digits && lexemes[at]?.pause === false ? wholeNumber(lexemes, at, [1, 12]) : null
  if (value === null || isClockTail(lexemes, at + 1) || lexemes[at + 1]?.kind === 'mark') return null
  const { unit, month } = meaningAt(lexemes, at + 1)
  const minutes = lexemes[at + 1]?.kind === 'digits' && !isClockTail(lexemes, at + 2)
  return minutes || unit !== undefined || month !== undefined ? null : { value, next: at + 1 }
}

const MONTHS_IN_WORDS = new Set([
  'eins',
  'zwei',
  'zwo',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
])
/** Below this two numbers in a row are hours or digits: "acht neun", "eins sieben". */
const FIRST_DAY_ALONE = 13

/** Nobody says a minute below ten without "null": the second number of "fünfzehn eins" is a month. */
function monthInWords(lexemes: readonly Lexeme[], at: number, led: boolean): MonthNumber | null {
  const word = lexemes[at]
  const day = wholeNumber(lexemes, at - 1, [1, 31])
  const value = wholeNumber(lexemes, at, [1, 12])
  if (word?.kind !== 'word' || lexemes[at - 1]?.kind !== 'word' || word.pause) return null
  if (day === null || value === null || isClockTail(lexemes, at + 1)) return null
  const { unit, month, number } = meaningAt(lexemes, at + 1)
  if (unit !== undefined || month !== undefined || number !== undefined) return null
  const told = led || (day >= FIRST_DAY_ALONE && MONTHS_IN_WORDS.has(word.text))
  return told ? { value, next: at + 1 } : null
}

function withYear(spec: DaySpec & { type: 'date' }, lexemes: readonly Lexeme[], at: number): DateReading {
  const full = wholeNumber(lexemes, at, [1000, 9999])
  if (full !== null) return { spec: { ...spec, year: full }, next: at + 1 }
  const short = lexemes[at]
  const twoDigits = short?.kind === 'digits' && short.text.length === 2 && short.glued
  if (!twoDigits || isClockTail(lexemes, at + 1)) return { spec, next: at }
  return { spec: { ...spec, year: 2000 + Number(short.text) }, next: at + 1 }
}

/** "am 24 Uhr", "den 10:30": the number belongs to the clock. */
function isClockTail(lexemes: readonly Lexeme[], at: number): boolean {
  const { oclock, meridiem } = meaningAt(lexemes, at)
  return oclock === true || meridiem !== undefined || isMark(lexemes, at, ':')
}

/** "der erste freie Termin": the ordinal counts something else. */
function isAdjective(lexemes: readonly Lexeme[], at: number): boolean {
  return isUnknownWord(lexemes, at) && lexemes[at]?.pause === false
}
