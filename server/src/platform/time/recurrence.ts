import { RRuleTemporal } from 'rrule-temporal'
import { type RuleProblem, type RuleText, readRule, type Until } from './recurrence-rule.ts'
import { yearlyLimits } from './yearly-limits.ts'

export type Recurrence = {
  /** Wall time of the first start, in `zone`. */
  readonly dtstart: Temporal.PlainDateTime
  readonly zone: string
  /** A rule of RFC 5545, such as `FREQ=WEEKLY;BYDAY=MO;COUNT=10`. */
  readonly rrule: string
  /** Starts that do not take place. They count towards `COUNT`. */
  readonly exdates?: readonly Temporal.Instant[]
  /** Further starts, beside those of the rule. */
  readonly rdates?: readonly Temporal.Instant[]
  /** Starts of the rule from then on are not looked for. */
  readonly before?: Temporal.Instant
  /** So many starts at most. */
  readonly limit: number
}

/**
 * Periods that a rule may be searched through. Most without a start never have one (30 February): ten thousand months
 * are two cycles of the calendar. Days and weeks cost little, and every day of January has a thousand starts in twelve
 * thousand of them.
 */
const MOST_PERIODS = 10_000
const MOST_DAYS_OR_WEEKS = 50_000
const LONG_FREQUENCIES: readonly string[] = ['YEARLY', 'MONTHLY']
const LAST_YEAR = 9999

/**
 * The starts of a rule of RFC 5545, sorted, each once; or what is wrong with it. The first is always `dtstart`, and
 * counts even where the rule would not name it. Rules are in wall time: nine o'clock stays nine o'clock. A wall time
 * that clocks skip moves forward by the gap; of one that they show twice the first counts.
 *
 * The library runs in UTC on wall times, because it leaves out what a zone skips. Ends are compared here.
 */
export function expandRecurrence(recurrence: Recurrence): Temporal.Instant[] | RuleProblem {
  const rule = readRule(recurrence.rrule)
  if ('problem' in rule) return rule
  const excluded = new Set((recurrence.exdates ?? []).map(instant => instant.epochMilliseconds))
  const found = startsOfRule(rule, recurrence, excluded)
  if ('problem' in found) return found
  for (const extra of recurrence.rdates ?? [])
    if (!excluded.has(extra.epochMilliseconds)) found.add(extra.epochMilliseconds)
  return [...found]
    .sort((one, other) => one - other)
    .slice(0, recurrence.limit)
    .map(start => Temporal.Instant.fromEpochMilliseconds(start))
}

function startsOfRule(
  rule: RuleText,
  { dtstart, zone, limit, before }: Recurrence,
  excluded: ReadonlySet<number>,
): Set<number> | RuleProblem {
  const found = new Set<number>()
  const most = ['DAILY', 'WEEKLY'].includes(rule.frequency) ? MOST_DAYS_OR_WEEKS : MOST_PERIODS
  const until = rule.until === null ? Number.POSITIVE_INFINITY : instantOf(rule.until, zone)
  const end = before?.epochMilliseconds ?? Number.POSITIVE_INFINITY
  const limits = yearlyLimits(rule, dtstart)
  if (typeof limits === 'string') return { problem: limits }
  const count = limits?.count ?? Number.POSITIVE_INFINITY
  let counted = 0
  const take = (wall: Temporal.PlainDateTime): boolean => {
    if (wall.year > LAST_YEAR) return false
    // The first start counts whatever the rule says.
    if (limits && !wall.equals(dtstart) && !limits.counts(wall)) return true
    const start = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
    if (start > until || start >= end) return false
    counted += 1
    if (!excluded.has(start)) found.add(start)
    return found.size < limit && counted < count
  }
  try {
    const periods = new RRuleTemporal({
      rruleString: limits?.rrule ?? rule.withoutUntil,
      dtstart: dtstart.toZonedDateTime('UTC'),
      includeDtstart: true,
      // A start that is taken out costs a period as any other.
      maxIterations: most + excluded.size,
    })
    periods.all(start => take(start.toPlainDateTime()))
  } catch (cause) {
    // Years beyond those that there are, and months without end: there are no further starts.
    if (cause instanceof RangeError || LONG_FREQUENCIES.includes(rule.frequency)) return found
    return { problem: `yields too seldom: ${found.size} starts in ${most} periods` }
  }
  return found
}

function instantOf(until: Until, zone: string): number {
  return until.kind === 'instant'
    ? until.at.epochMilliseconds
    : until.at.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}
