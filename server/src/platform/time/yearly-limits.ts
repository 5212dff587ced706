import type { RuleText } from './recurrence-rule.ts'

/** A yearly rule for the library, which yields too much, and what is none of its starts. */
export type YearlyLimits = {
  /** Without `COUNT`: only what counts is counted. */
  readonly rrule: string
  readonly count: number | null
  counts(wall: Temporal.PlainDateTime): boolean
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** A year has them only when it begins with one. */
const RARE = /(?:^|,)[+-]?53/

/**
 * In a year `BYDAY`, `BYMONTHDAY` and `BYYEARDAY` limit each other (RFC 5545, table of section 3.3.10). The library takes
 * one of them and passes over the others, and puts a 53rd weekday that a year has not into the next one. Null: it is
 * right about this rule. A sentence: the rule cannot be expanded.
 */
export function yearlyLimits(rule: RuleText, dtstart: Temporal.PlainDateTime): YearlyLimits | string | null {
  const { frequency, parts } = rule
  const ignored = partsPassedOver(parts)
  const isRare = RARE.test(parts.get('BYDAY') ?? '')
  if (frequency !== 'YEARLY' || (ignored.length === 0 && !isRare)) return null
  if (ignored.length > 0 && parts.has('BYSETPOS'))
    return '"BYSETPOS" does not go with days that limit each other'
  const left = [...parts].filter(([name]) => name !== 'COUNT' && !ignored.includes(name))
  // The library would take the weekday of the first start, where a day of the month says which day is meant.
  if (parts.has('BYWEEKNO') && ignored.includes('BYMONTHDAY') && !parts.has('BYDAY'))
    left.push(['BYDAY', WEEKDAYS.join()])
  const limits = limitsOf(parts)
  const interval = Number(parts.get('INTERVAL') ?? 1)
  return {
    rrule: left.map(part => part.join('=')).join(';'),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    counts: wall => (wall.year - dtstart.year) % interval === 0 && limits.every(limit => limit(wall)),
  }
}

/** Which parts the library does not look at, or does as if they added days. */
function partsPassedOver(parts: ReadonlyMap<string, string>): string[] {
  if (parts.has('BYYEARDAY')) return ['BYDAY', 'BYMONTHDAY'].filter(name => parts.has(name))
  const beside = parts.has('BYWEEKNO') || /\d/.test(parts.get('BYDAY') ?? '')
  return beside && parts.has('BYMONTHDAY') ? ['BYMONTHDAY'] : []
}

function limitsOf(parts: ReadonlyMap<string, string>): Limit[] {
  const [days, monthDays, yearDays] = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY'].map(name => parts.get(name))
  const limits: Limit[] = []
  if (monthDays) limits.push(isAmong(monthDays, wall => ({ at: wall.day, of: wall.daysInMonth })))
  if (yearDays) limits.push(isAmong(yearDays, wall => ({ at: wall.dayOfYear, of: wall.daysInYear })))
  if (days) limits.push(isWeekdayAmong(days, parts.has('BYMONTH') ? 'month' : 'year'))
  return limits
}

type Limit = (wall: Temporal.PlainDateTime) => boolean
/** The third of five, both from 1. */
type Place = { readonly at: number; readonly of: number }

/** Counted from the beginning, and by minus from the end. */
function isAmong(list: string, placeOf: (wall: Temporal.PlainDateTime) => Place): Limit {
  const wanted = new Set(list.split(',').map(Number))
  return wall => {
    const { at, of } = placeOf(wall)
    return wanted.has(at) || wanted.has(at - of - 1)
  }
}

function isWeekdayAmong(list: string, within: 'month' | 'year'): Limit {
  const wanted = list.split(',').map(item => ({
    number: item.length === 2 ? null : Number(item.slice(0, -2)),
    weekday: WEEKDAYS.indexOf(item.slice(-2)) + 1,
  }))
  return wall => {
    const [at, of] = within === 'month' ? [wall.day, wall.daysInMonth] : [wall.dayOfYear, wall.daysInYear]
    const [first, last] = [Math.ceil(at / 7), -Math.ceil((of - at + 1) / 7)]
    return wanted.some(
      ({ number, weekday }) =>
        weekday === wall.dayOfWeek && (number === null || number === first || number === last),
    )
  }
}
