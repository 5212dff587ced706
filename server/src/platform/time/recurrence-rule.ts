/**
 * The text of a rule of RFC 5545 (`FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`), looked at part by part before anybody computes
 * with it: the library takes unknown parts and hours of 25 without a word.
 */
export type RuleText = {
  readonly frequency: string
  /** By name, without `UNTIL`. */
  readonly parts: ReadonlyMap<string, string>
  /** The rule without its end, which counts in another time scale than its steps. */
  readonly withoutUntil: string
  readonly until: Until | null
}

/** The last start that counts: an instant, or wall time in the zone of the rule. A date counts to its end. */
export type Until =
  | { readonly kind: 'instant'; readonly at: Temporal.Instant }
  | { readonly kind: 'wall'; readonly at: Temporal.PlainDateTime }

/** What is wrong with a rule, with the part that is. */
export type RuleProblem = { readonly problem: string }

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const MOST_VALUES = 400
const numbers =
  (least: number, most: number, sign: 'plain' | 'signed' = 'plain') =>
  (value: string): boolean =>
    value.split(',').length <= MOST_VALUES &&
    value.split(',').every(item => {
      if (!(sign === 'signed' ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(item)) return false
      const size = Math.abs(Number(item))
      return size >= least && size <= most
    })
const positive = (value: string): boolean => /^\d{1,6}$/.test(value) && Number(value) > 0
const WEEKDAYS = /^(?:[+-]?(?:[1-9]|[1-4]\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)$/

const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: value => FREQUENCIES.includes(value),
  INTERVAL: positive,
  COUNT: positive,
  UNTIL: value => untilOf(value) !== null,
  WKST: value => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: value => value.split(',').length <= MOST_VALUES && value.split(',').every(day => WEEKDAYS.test(day)),
  BYMONTH: numbers(1, 12),
  BYMONTHDAY: numbers(1, 31, 'signed'),
  BYYEARDAY: numbers(1, 366, 'signed'),
  BYWEEKNO: numbers(1, 53, 'signed'),
  BYSETPOS: numbers(1, 366, 'signed'),
  BYHOUR: numbers(0, 23),
  BYMINUTE: numbers(0, 59),
  BYSECOND: numbers(0, 59),
}

/** Parts that the RFC allows with some frequencies only. */
const ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  BYWEEKNO: ['YEARLY'],
  BYYEARDAY: ['YEARLY', 'SECONDLY', 'MINUTELY', 'HOURLY'],
  BYMONTHDAY: FREQUENCIES.filter(frequency => frequency !== 'WEEKLY'),
}

export function readRule(text: string): RuleText | RuleProblem {
  const parts = new Map<string, string>()
  for (const part of text
    .replace(/^RRULE:/i, '')
    .replace(/;$/, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    const isGood = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
    if (!isGood?.(value) || parts.has(name))
      return { problem: `"${part.slice(0, 80)}" is not a part of a rule` }
    parts.set(name, value)
  }
  const frequency = parts.get('FREQ')
  if (frequency === undefined) return { problem: '"FREQ" is missing' }
  const problem = contradictionOf(parts, frequency)
  if (problem !== null) return { problem }
  const until = untilOf(parts.get('UNTIL') ?? '')
  parts.delete('UNTIL')
  return { frequency, parts, until, withoutUntil: [...parts].map(part => part.join('=')).join(';') }
}

function contradictionOf(parts: ReadonlyMap<string, string>, frequency: string): string | null {
  if (parts.has('COUNT') && parts.has('UNTIL')) return '"COUNT" and "UNTIL" exclude each other'
  for (const [name, frequencies] of Object.entries(ONLY_WITH))
    if (parts.has(name) && !frequencies.includes(frequency))
      return `"${name}" does not go with "FREQ=${frequency}"`
  if (/\d/.test(parts.get('BYDAY') ?? '')) {
    if (!['MONTHLY', 'YEARLY'].includes(frequency)) return `numbered days do not go with "FREQ=${frequency}"`
    if (parts.has('BYWEEKNO')) return 'numbered days do not go with "BYWEEKNO"'
  }
  if (parts.has('BYSETPOS') && ![...parts.keys()].some(name => name.startsWith('BY') && name !== 'BYSETPOS'))
    return '"BYSETPOS" needs another part to choose from'
  return null
}

function untilOf(value: string): Until | null {
  const found = /^(\d{8})(?:T(\d{6})(Z?))?$/.exec(value)
  if (!found) return null
  const [, date = '', time, utc] = found
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time ?? '235959'}`)
    return utc ? { kind: 'instant', at: wall.toZonedDateTime('UTC').toInstant() } : { kind: 'wall', at: wall }
  } catch {
    return null
  }
}
