import type { DaySpec, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { Third, Which } from '../meaning.ts'
import { connectorRule } from './connector.ts'
import {
  isMark,
  type Match,
  match,
  meaningAt,
  type Rule,
  skipArticles,
  skipLead,
  wholeNumber,
} from './rule.ts'

/** Runs of days: "nächste Woche", "Ende Dezember", "Anfang der Woche", "KW 48", "die nächsten drei Tage". */
/** "in der dritten Woche" is counted in a month. */
const MOST_WEEKS_OF_MONTH = 6
const GENITIVE = new Set(['des', 'of'])
const OFFSETS: Readonly<Record<Which, number>> = { this: 0, coming: 1, next: 1, after_next: 2, last: -1 }

export const periodRule: Rule = (lexemes, at): Match | null => {
  const start = skipLead(lexemes, at)
  const either = eitherUnit(lexemes, start) ?? eitherThird(lexemes, start) ?? eitherWeek(lexemes, start)
  if (either !== null) return either
  const period =
    thisMonth(lexemes, at) ??
    calendarWeek(lexemes, start) ??
    thirdOf(lexemes, start) ??
    nextDays(lexemes, start) ??
    whichUnit(lexemes, start) ??
    namedMonth(lexemes, start)
  return period === null ? null : match(period.next, { kind: 'day', spec: period.spec })
}

interface PeriodReading {
  readonly spec: DaySpec
  readonly next: number
}

function calendarWeek(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const named = meaningAt(lexemes, at).calendarWeek === true || isNumberedWeek(lexemes, at)
  const week = wholeNumber(lexemes, at + 1, [1, 53])
  if (named && week !== null) return { spec: { type: 'calendar_week', week }, next: at + 2 }
  return ordinalWeek(lexemes, at)
}

/** "Woche 49", but not "in der Woche 14 Uhr". */
function isNumberedWeek(lexemes: readonly Lexeme[], at: number): boolean {
  const { unit, amount, month } = meaningAt(lexemes, at)
  if (unit !== 'week' || amount !== undefined || month !== undefined) return false
  const { oclock, meridiem, unit: counted } = meaningAt(lexemes, at + 2)
  return (
    oclock === undefined &&
    meridiem === undefined &&
    counted === undefined &&
    lexemes[at + 2]?.kind !== 'mark'
  )
}

/** "KW 48 oder 49", "KW 48 bis 50". */
function eitherWeek(lexemes: readonly Lexeme[], at: number): Match | null {
  const first = calendarWeek(lexemes, at)
  const link = first === null ? null : linkAt(lexemes, first.next)
  const item = link?.items[0]
  const week = link === null ? null : wholeNumber(lexemes, link.next, [1, 53])
  if (first === null || link === null || item === undefined || week === null) return null
  if (!isLink(item) && item.kind !== 'and') return null
  const { oclock } = meaningAt(lexemes, link.next + 1)
  if (oclock === true || isMark(lexemes, link.next + 1, '.')) return null
  return match(link.next + 1, { kind: 'day', spec: first.spec }, ...link.items, {
    kind: 'day',
    spec: { type: 'calendar_week', week },
  })
}

/** "Anfang bis Mitte Dezember", "zwischen Mitte und Ende Mai", "Ende dieser oder Anfang nächster Woche". */
function eitherThird(lexemes: readonly Lexeme[], at: number): Match | null {
  const { third, unit } = meaningAt(lexemes, at)
  if (third === undefined || unit !== undefined) return null
  const place = skipArticles(lexemes, at + 1)
  const { which } = meaningAt(lexemes, place)
  const link = linkAt(lexemes, which === undefined ? at + 1 : place + 1)
  const item = link?.items[0]
  const second = link === null ? null : thirdOf(lexemes, skipLead(lexemes, link.next))
  const between = item?.kind === 'and' && meaningAt(lexemes, at - 1).bound === 'between'
  if (link === null || item === undefined || second === null || !(between || isLink(item))) return null
  const first = firstThird(second.spec, third, which)
  if (first === null) return null
  return match(second.next, { kind: 'day', spec: first }, ...link.items, { kind: 'day', spec: second.spec })
}

/** "Mitte/Ende Dezember", "KW 48/49". */
function linkAt(lexemes: readonly Lexeme[], at: number): Match | null {
  return isMark(lexemes, at, '/') ? match(at + 1, { kind: 'or' }) : connectorRule(lexemes, at)
}

function firstThird(second: DaySpec, third: Third, which: Which | undefined): DaySpec | null {
  if (second.type === 'named_month') return which === undefined ? { ...second, third } : null
  if (second.type !== 'week' && second.type !== 'month' && second.type !== 'year') return null
  return { ...second, third, ...(which === undefined ? {} : { offset: OFFSETS[which] }) }
}

function isLink(item: Item): boolean {
  return item.kind === 'or' || item.kind === 'dash' || (item.kind === 'bound' && item.bound === 'until')
}

/** "48. KW", "in der achtundvierzigsten Kalenderwoche", "in der fünfzigsten Woche". */
function ordinalWeek(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const week = meaningAt(lexemes, at).ordinal ?? wholeNumber(lexemes, at, [1, 53])
  if (week === null) return null
  const place = isMark(lexemes, at + 1, '.') ? at + 2 : at + 1
  const { calendarWeek: named, unit } = meaningAt(lexemes, place)
  const many = unit === 'week' && week > MOST_WEEKS_OF_MONTH && place === at + 1
  if (named !== true && !(many && lexemes[at]?.kind === 'word')) return null
  return { spec: { type: 'calendar_week', week }, next: place + 1 }
}

/** "Anfang nächster Woche", "Mitte Dezember", "Ende des Monats", "Wochenmitte". */
function thirdOf(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const { third, unit } = meaningAt(lexemes, at)
  if (third === undefined) return halfOf(lexemes, at)
  if (unit !== undefined) return unitPeriod(unit, 0, at + 1, third)
  const inner = skipLead(lexemes, isMark(lexemes, at + 1, '-') ? at + 2 : at + 1)
  return periodAfterThird(lexemes, inner, third)
}

function periodAfterThird(lexemes: readonly Lexeme[], at: number, third: Third): PeriodReading | null {
  const month = namedMonth(lexemes, at, third)
  if (month !== null) return month
  const week = calendarWeek(lexemes, at)
  if (week?.spec.type === 'calendar_week') return { spec: { ...week.spec, third }, next: week.next }
  const { which, unit } = meaningAt(lexemes, at)
  const place = which === undefined || unit !== undefined ? at : at + 1
  return unitPeriod(meaningAt(lexemes, place).unit, OFFSETS[which ?? 'this'], place + 1, third)
}

/** "erste Dezemberhälfte", "zweite Hälfte des Monats". */
function halfOf(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const { ordinal } = meaningAt(lexemes, at)
  const { monthHalf, month } = meaningAt(lexemes, at + 1)
  if (monthHalf !== true || (ordinal !== 1 && ordinal !== 2)) return null
  const third = ordinal === 1 ? 'first_half' : 'second_half'
  if (month !== undefined) return { spec: { type: 'named_month', month, third }, next: at + 2 }
  return periodAfterThird(lexemes, skipArticles(lexemes, at + 2), third)
}

function whichUnit(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const { which, unit, holiday } = meaningAt(lexemes, at)
  if (which === undefined) return null
  if (holiday !== undefined && isAround(lexemes, at - 1))
    return { spec: { type: 'holiday', name: holiday }, next: at + 1 }
  if (unit !== undefined) return unitPeriod(unit, OFFSETS[which], at + 1)
  return unitPeriod(meaningAt(lexemes, at + 1).unit, OFFSETS[which], at + 2)
}

/** "after the new year", "over New Year" is about its first day, "in the new year" about all of it. */
function isAround(lexemes: readonly Lexeme[], at: number): boolean {
  const place = meaningAt(lexemes, at).article === true ? at - 1 : at
  const { bound, on } = meaningAt(lexemes, place)
  return on === true || bound === 'before' || bound === 'after' || bound === 'until' || bound === 'latest'
}

/** "nächste oder übernächste Woche". */
function eitherUnit(lexemes: readonly Lexeme[], at: number): Match | null {
  const { which } = meaningAt(lexemes, at)
  if (which === undefined || meaningAt(lexemes, at + 1).or !== true) return null
  const second = whichUnit(lexemes, at + 2)
  const first = unitPeriod(meaningAt(lexemes, at + 3).unit, OFFSETS[which], at + 4)
  if (first === null || second === null) return null
  return match(
    second.next,
    { kind: 'day', spec: first.spec },
    { kind: 'or' },
    { kind: 'day', spec: second.spec },
  )
}

/** "im Monat", "des Monats", in "am ersten Montag im Monat": this one or, once that is over, the next. */
function thisMonth(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const { on, bound } = meaningAt(lexemes, at)
  const place = skipLead(lexemes, at)
  const led = on === true || bound === 'in' || GENITIVE.has(lexemes[at]?.text ?? '')
  const { unit, third, amount } = meaningAt(lexemes, place)
  const month = led && unit === 'month' && third === undefined && amount === undefined
  if (!month || place === at) return null
  return { spec: { type: 'month', offset: 0, loose: true }, next: place + 1 }
}

function unitPeriod(unit: unknown, offset: number, next: number, third?: Third): PeriodReading | null {
  const part = third === undefined ? {} : { third }
  if (unit === 'week') return { spec: { type: 'week', offset, ...part }, next }
  if (unit === 'month') return { spec: { type: 'month', offset, ...part }, next }
  if (unit === 'year') return { spec: { type: 'year', offset, ...part }, next }
  return null
}

/** "die nächsten drei Tage", "in den nächsten zwei Wochen". */
function nextDays(lexemes: readonly Lexeme[], at: number): PeriodReading | null {
  const { which, amount: some, unit: days } = meaningAt(lexemes, at)
  if (which === 'next' && some !== undefined && days === 'day') {
    return { spec: { type: 'next_days', days: some }, next: at + 1 }
  }
  const amount = wholeNumber(lexemes, at + 1, [1, 90])
  if ((which !== 'next' && which !== 'coming') || amount === null) return null
  const { unit } = meaningAt(lexemes, at + 2)
  if (unit === 'day') return { spec: { type: 'next_days', days: amount }, next: at + 3 }
  return unit === 'week' ? { spec: { type: 'next_days', days: amount * 7 }, next: at + 3 } : null
}

function namedMonth(lexemes: readonly Lexeme[], at: number, third?: Third): PeriodReading | null {
  const { which } = meaningAt(lexemes, at)
  const place = which === undefined ? at : at + 1
  const { month, unit } = meaningAt(lexemes, place)
  if (month === undefined || unit !== undefined || isEverydayWord(lexemes, place, which ?? third)) return null
  const year = wholeNumber(lexemes, place + 1, [1900, 2199])
  const spec: DaySpec = {
    type: 'named_month',
    month,
    ...(year === null ? {} : { year }),
    ...(third === undefined ? {} : { third }),
  }
  return { spec, next: year === null ? place + 1 : place + 2 }
}

/** "May" and "march" are months after "in" or with a year, or when nothing else was said. */
function isEverydayWord(lexemes: readonly Lexeme[], at: number, company: unknown): boolean {
  if (meaningAt(lexemes, at).everyday !== true || company !== undefined || lexemes.length === 1) return false
  const { bound, on } = meaningAt(lexemes, at - 1)
  return bound === undefined && on !== true && wholeNumber(lexemes, at + 1, [1900, 2199]) === null
}
