import { covers, type Intervals, intersect } from '../../../platform/time/intervals.ts'
import { findFreeStarts, fits, layoutOf, type Need, type Unit } from './free-starts.ts'
import { freeGridStarts, type Grid } from './grid.ts'

/** Why one of those who could be taken cannot: not at work, closed, away, or taken; and until when. */
export type Hindrance = {
  readonly resourceId: string
  readonly because: 'hours' | 'blocked' | 'absent' | 'taken'
  readonly until: number | null
}

/** A rule that removes a start, with what it compares it with. */
export type Reason =
  | { readonly rule: 'notice'; readonly earliest: number }
  | { readonly rule: 'horizon'; readonly latest: number }
  | { readonly rule: 'closed' }
  | { readonly rule: 'full'; readonly most: number }
  /** As many as the service takes begin on this day. */
  | { readonly rule: 'day_full' }
  | { readonly rule: 'grid' }
  /** Everybody could, but not with each other. */
  | { readonly rule: 'together' }
  | { readonly rule: 'nobody'; readonly hindrances: readonly Hindrance[] }

/** What takes time of whom; without a resource it closes the whole place. */
export type Taker = { readonly resourceId: string | null; readonly start: number; readonly end: number }

export type StartQuestion = {
  readonly start: number
  readonly window: { readonly earliest: number; readonly latest: number }
  readonly opening: Intervals
  readonly grid: Grid
  readonly full?: Intervals
  readonly limits: ReadonlyArray<{ readonly at: number; readonly most: number }>
  readonly needs: readonly Need[]
  readonly blocked: ReadonlyArray<Taker & { readonly by: 'closure' | 'absence' }>
  readonly taken: readonly Taker[]
}

/**
 * Every rule that removes a start, in the order in which one would name them. None: it is offered. Asks the same
 * calendars, grid and fit that find free starts, so it cannot say otherwise.
 */
export function explainStart(question: StartQuestion): Reason[] {
  const { start, window } = question
  const reasons: Reason[] = []
  if (start < window.earliest) reasons.push({ rule: 'notice', earliest: window.earliest })
  if (start > window.latest) reasons.push({ rule: 'horizon', latest: window.latest })
  if (covers(question.full ?? [], start, start + 1)) reasons.push({ rule: 'day_full' })
  const found = findFreeStarts({ ...question, full: [], earliest: start, latest: start, limit: 1 })
  return found.length > 0 ? reasons : [...reasons, ...whyNobody(question)]
}

function whyNobody(question: StartQuestion): Reason[] {
  const { start, needs } = question
  if (needs.length === 0) return [{ rule: 'nobody', hindrances: [] }]
  const reasons: Reason[] = []
  const firstMs = needs[0]?.parts[0]?.durationMs ?? 0
  if (!covers(question.opening, start, start + firstMs)) reasons.push({ rule: 'closed' })
  const hindered = needs.filter(
    need => !need.units.some(unit => fits(unit, partsOf(unit, need, needs), start)),
  )
  for (const need of hindered) reasons.push({ rule: 'nobody', hindrances: hindrancesOf(need, question) })
  if (hindered.length === 0) reasons.push(isOnGrid(question) ? { rule: 'together' } : offGrid(question))
  return reasons
}

function partsOf(unit: Unit, need: Need, needs: readonly Need[]) {
  return layoutOf(unit, needs)[needs.indexOf(need)] ?? need.parts
}

/** On the grid of somebody who is free. */
function isOnGrid({ start, grid, needs }: StartQuestion): boolean {
  const [first] = needs
  if (!first) return false
  return first.units.some(unit => {
    const parts = partsOf(unit, first, needs)
    const bounds = { earliest: start, latest: start, lengthMs: parts[0]?.durationMs ?? 0 }
    return fits(unit, parts, start) && [...freeGridStarts(unit, grid, bounds)].length > 0
  })
}

function offGrid({ start, limits }: StartQuestion): Reason {
  const limit = limits.find(candidate => candidate.at === start)
  return limit ? { rule: 'full', most: limit.most } : { rule: 'grid' }
}

/** One for each resource; of several lanes the one that is free first. */
function hindrancesOf(need: Need, question: StartQuestion): Hindrance[] {
  const byResource = Map.groupBy(need.units, unit => unit.resourceId)
  return [...byResource].map(([resourceId, units]) => {
    const [unit] = units
    const parts = (unit ? partsOf(unit, need, question.needs) : need.parts).map(part => {
      const from = question.start + part.offsetMs
      return [from, from + part.durationMs] as const
    })
    if (!unit || !parts.every(part => covers(unit.stretches, ...part)))
      return { resourceId, because: 'hours', until: null }
    const over = (takers: readonly Taker[]): number[] =>
      takers
        .filter(taker => taker.resourceId === null || taker.resourceId === resourceId)
        .filter(taker => parts.some(part => intersect([taker.start, taker.end], part).length > 0))
        .map(taker => taker.end)
    const closed = over(question.blocked.filter(entry => entry.by === 'closure'))
    if (closed.length > 0) return { resourceId, because: 'blocked', until: Math.max(...closed) }
    const absent = over(question.blocked.filter(entry => entry.by === 'absence'))
    if (absent.length > 0) return { resourceId, because: 'absent', until: Math.max(...absent) }
    const taken = over(question.taken)
    return { resourceId, because: 'taken', until: taken.length > 0 ? Math.min(...taken) : null }
  })
}
