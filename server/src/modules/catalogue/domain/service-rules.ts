import type { FixedStart } from './fixed-starts.ts'
import { paced, type Segment, totalMinutes } from './segments.ts'

/** An allocation is looked for so far back, so nothing takes longer. */
const LONGEST_MINUTES = 1440

type Checked = {
  readonly segments: readonly Segment[]
  readonly gridKind: string
  readonly fixedStarts: readonly FixedStart[]
  readonly takes: ReadonlyArray<{
    readonly roles: readonly string[] | null
    readonly segmentMinutes: readonly number[] | null
  }>
}

export type ServiceProblem = {
  readonly kind: 'too_long' | 'contradicts_itself'
  readonly detail: string
}

/** What is wrong with a service as a whole, where each part of it may be right; null if nothing is. */
export function problemOf(wish: Checked): ServiceProblem | null {
  return lengthProblem(wish) ?? rolesProblem(wish) ?? startsProblem(wish)
}

function lengthProblem({ segments, takes }: Checked): ServiceProblem | null {
  if (totalMinutes(segments) > LONGEST_MINUTES) return tooLong(totalMinutes(segments))
  for (const { segmentMinutes } of takes) {
    if (segmentMinutes === null) continue
    if (segmentMinutes.length !== segments.length)
      return contradiction(`There are ${segments.length} segments, and minutes of ${segmentMinutes.length}.`)
    const minutes = totalMinutes(paced(segments, segmentMinutes))
    if (minutes > LONGEST_MINUTES) return tooLong(minutes)
  }
  return null
}

/** A role is of one kind in all segments, and whoever fills roles fills some that there are. */
function rolesProblem({ segments, takes }: Checked): ServiceProblem | null {
  const kinds = new Map<string, string>()
  for (const { role, kind } of needsOf(segments)) {
    if ((kinds.get(role) ?? kind) !== kind) return contradiction(`Role "${role}" is of two kinds.`)
    kinds.set(role, kind)
  }
  const unknown = takes.flatMap(({ roles }) => roles ?? []).find(role => !kinds.has(role))
  return unknown === undefined ? null : contradiction(`No segment needs the role "${unknown}".`)
}

function needsOf(segments: readonly Segment[]) {
  return segments.flatMap(({ needs }) => needs ?? [])
}

function startsProblem({ gridKind, fixedStarts }: Checked): ServiceProblem | null {
  if (gridKind === 'fixed' && fixedStarts.length === 0)
    return contradiction('It starts at fixed times only, and has none.')
  if (gridKind !== 'fixed' && fixedStarts.length > 0)
    return contradiction('It has fixed times, and does not start at those only.')
  const times = new Set(fixedStarts.map(({ weekday, atMinute }) => `${weekday}/${atMinute}`))
  return times.size < fixedStarts.length ? contradiction('A fixed time is there twice.') : null
}

function tooLong(minutes: number): ServiceProblem {
  return { kind: 'too_long', detail: `It takes ${minutes} minutes; ${LONGEST_MINUTES} is the most.` }
}

function contradiction(detail: string): ServiceProblem {
  return { kind: 'contradicts_itself', detail }
}
