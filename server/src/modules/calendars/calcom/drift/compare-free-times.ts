import { localDateOf } from '../../../../platform/time/zoned.ts'
import type { Reason } from '../../../scheduling/index.ts'

/** Why a start that one side offers is not to be had on the other. */
export const DRIFT_REASONS = [
  'notice',
  'horizon',
  'closed',
  'taken',
  'runs_over',
  'hours',
  'blocked',
  'absent',
  'full',
  'together',
  'nobody',
] as const
export type DriftReason = (typeof DRIFT_REASONS)[number]

export type DriftGroup = {
  /** Where it is offered: the other side does not have it. */
  readonly side: 'here' | 'there'
  readonly reason: DriftReason
  readonly count: number
  /** The first of them, as instants. */
  readonly starts: readonly string[]
}

export type FreeRange = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
type Explained = { readonly start: Temporal.Instant; readonly reasons: readonly Reason[] }
type Given = {
  readonly ours: readonly FreeRange[]
  readonly theirs: readonly FreeRange[]
  /** What our engine says of each of their starts. */
  readonly explained: readonly Explained[]
  readonly zone: string
  /** The first and the last start that they would take (epoch milliseconds). */
  readonly there: { readonly earliest: number; readonly latest: number }
}

const SHOWN = 5

/**
 * What only one side offers, by reason. Two grids over the same free time are no difference: a start of ours agrees where
 * what they offer covers it, one of theirs where ours does not offer it for its grid alone.
 */
export function compareFreeTimes(given: Given): { agreeing: number; differences: DriftGroup[] } {
  const { ours, theirs, explained } = given
  const openDays = new Set(theirs.map(({ startsAt }) => dayOf(startsAt, given.zone)))
  const onlyHere = ours.flatMap(range => {
    const reason = whyNotThere(range, { ...given, openDays })
    return reason === null ? [] : [{ side: 'here' as const, reason, start: range.startsAt }]
  })
  const onlyThere = explained.flatMap(({ start, reasons }) => {
    const reason = whyNotHere(reasons)
    return reason === null ? [] : [{ side: 'there' as const, reason, start }]
  })
  const groups = Map.groupBy([...onlyHere, ...onlyThere], one => `${one.side}/${one.reason}`)
  return {
    agreeing: ours.length - onlyHere.length,
    differences: [...groups.values()].flatMap(members => {
      const [first] = members
      if (first === undefined) return []
      const starts = members.map(({ start }) => start.toString()).toSorted()
      return [
        { side: first.side, reason: first.reason, count: members.length, starts: starts.slice(0, SHOWN) },
      ]
    }),
  }
}

type There = Pick<Given, 'zone' | 'there' | 'theirs'> & { readonly openDays: ReadonlySet<string> }

function whyNotThere(
  { startsAt, endsAt }: FreeRange,
  { zone, there, theirs, openDays }: There,
): DriftReason | null {
  const [start, end] = [startsAt.epochMilliseconds, endsAt.epochMilliseconds]
  const until = offeredUntil(theirs, start)
  if (until >= end) return null
  if (start < there.earliest) return 'notice'
  if (start > there.latest) return 'horizon'
  if (!openDays.has(dayOf(startsAt, zone))) return 'closed'
  return until > start ? 'runs_over' : 'taken'
}

/** How far what they offer reaches from a moment without a gap, one offer taking up where another ends. */
function offeredUntil(theirs: readonly FreeRange[], from: number): number {
  let until = from
  for (;;) {
    const ends = theirs
      .filter(range => range.startsAt.epochMilliseconds <= until)
      .map(range => range.endsAt.epochMilliseconds)
    const furthest = Math.max(from, ...ends)
    if (furthest <= until) return until
    until = furthest
  }
}

function dayOf(at: Temporal.Instant, zone: string): string {
  return localDateOf(at.epochMilliseconds, zone).toString()
}

function whyNotHere([first]: readonly Reason[]): DriftReason | null {
  switch (first?.rule) {
    case undefined:
    case 'grid':
      return null
    case 'day_full':
      return 'full'
    case 'nobody':
      return first.hindrances[0]?.because ?? 'nobody'
    default:
      return first?.rule ?? null
  }
}
