import { expandRecurrence } from '../../../platform/time/recurrence.ts'
import { readRule } from '../../../platform/time/recurrence-rule.ts'
import { instantOfWallTime, wallTimeAt } from '../../../platform/time/zoned.ts'

/** By which rule the appointments of a series come again. Nine o'clock stays nine o'clock. Pure. */
export type SeriesRule = {
  /** A rule of RFC 5545, with an end. */
  readonly rrule: string
  /** Wall time of the first one, in `zone`. */
  readonly dtstart: Temporal.PlainDateTime
  readonly zone: string
}

/** Once a week for two years. */
export const MOST_OCCURRENCES = 104

export type PlannedStart = {
  readonly start: Temporal.Instant
  readonly wall: Temporal.PlainDateTime
  /** The clocks skip this wall time; `start` lies behind the gap. */
  readonly isSkipped: boolean
}

export type RuleRefusal =
  | { readonly kind: 'bad_rule'; readonly problem: string }
  /** More than `MOST_OCCURRENCES`, or without end. */
  | { readonly kind: 'too_long' }

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** The starts of a rule, in order of time; or why it makes no series. */
export function plannedStarts(rule: SeriesRule): PlannedStart[] | RuleRefusal {
  const read = readRule(rule.rrule)
  if ('problem' in read) return { kind: 'bad_rule', problem: read.problem }
  const parts = partsOf(read.withoutUntil)
  if (!FREQUENCIES.includes(read.frequency))
    return { kind: 'bad_rule', problem: `"FREQ=${read.frequency}" comes more than once a day` }
  const timed = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].find(name => parts.has(name))
  if (timed !== undefined)
    return { kind: 'bad_rule', problem: `"${timed}" is not for a series, which has one time of day` }
  if (!parts.has('COUNT') && read.until === null) return { kind: 'too_long' }
  const starts = expandRecurrence({ ...rule, limit: MOST_OCCURRENCES + 1 })
  if ('problem' in starts) return { kind: 'bad_rule', problem: starts.problem }
  if (starts.length > MOST_OCCURRENCES) return { kind: 'too_long' }
  if (starts.length === 0) return { kind: 'bad_rule', problem: 'has no date' }
  return starts.map(start => plannedStart(start, rule))
}

function plannedStart(start: Temporal.Instant, { dtstart, zone }: SeriesRule): PlannedStart {
  const shown = wallTimeAt(start, zone).toPlainDateTime()
  const wall = shown.withPlainTime(dtstart.toPlainTime())
  return { start, wall, isSkipped: !shown.equals(wall) }
}

/** What is moved of a series: the time of day, the day of the week, or both. */
export type SeriesShift = {
  readonly time: Temporal.PlainTime | null
  /** 1 is Monday. */
  readonly weekday: number | null
}

/** Where an occurrence lies after the shift; a new weekday is one of the same week. */
export function shiftedStart(
  start: Temporal.Instant,
  shift: SeriesShift & { readonly zone: string },
): PlannedStart {
  const was = wallTimeAt(start, shift.zone).toPlainDateTime()
  const days = shift.weekday === null ? 0 : shift.weekday - was.dayOfWeek
  const wall = was
    .toPlainDate()
    .add({ days })
    .toPlainDateTime(shift.time ?? was.toPlainTime())
  const moved = instantOfWallTime(wall, shift.zone)
  return {
    start: moved,
    wall,
    isSkipped: !wallTimeAt(moved, shift.zone).toPlainDateTime().equals(wall),
  }
}

/** Whether a rule comes on one day of each of its weeks, so that this day can be another one. */
export function hasOneWeekday(rrule: string): boolean {
  const read = readRule(rrule)
  if ('problem' in read) return false
  const day = partsOf(read.withoutUntil).get('BYDAY')
  return read.frequency === 'WEEKLY' && (day === undefined || !day.includes(','))
}

/** The rule from its first moved occurrence on; it ends by their number. */
export function shiftedRule(
  rule: SeriesRule,
  moved: { readonly first: Temporal.PlainDateTime; readonly count: number },
): SeriesRule {
  const read = readRule(rule.rrule)
  if ('problem' in read) throw new Error(`A stored rule cannot be read: ${read.problem}`)
  const parts = partsOf(read.withoutUntil)
  if (hasOneWeekday(rule.rrule) && parts.has('BYDAY'))
    parts.set('BYDAY', WEEKDAYS[moved.first.dayOfWeek - 1] ?? 'MO')
  parts.set('COUNT', String(moved.count))
  const rrule = [...parts].map(part => part.join('=')).join(';')
  return { rrule, dtstart: moved.first, zone: rule.zone }
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

function partsOf(text: string): Map<string, string> {
  return new Map(
    text.split(';').map(part => {
      const [name = '', value = ''] = part.split('=')
      return [name, value] as const
    }),
  )
}
