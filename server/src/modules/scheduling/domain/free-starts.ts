import { covers, type Intervals } from '../../../platform/time/intervals.ts'
import { type Calendar, freeGridStarts, type Grid } from './grid.ts'

/**
 * Where an appointment can start. Pure: instants are epoch milliseconds, intervals are half-open and sorted.
 *
 * An appointment needs one unit of each need (a person, a room). Starts lie on the grid of the first need's unit,
 * which also sets the pace. A start is free when every part that a need takes lies inside free time of one of its
 * units, and nobody is needed twice at once; gaps between a person's parts ask nothing of them.
 */
export type Part = {
  /** The first segment it is for. */
  readonly position: number
  readonly offsetMs: number
  readonly durationMs: number
}

/** A lane of a resource. */
export type Unit = Calendar & {
  readonly resourceId: string
  readonly lane: number
  /** Parts of every need, in their order, when this unit of the first need takes another time than usual. */
  readonly pace?: ReadonlyArray<readonly Part[]>
}

export type Need = { readonly units: readonly Unit[]; readonly parts: readonly Part[] }

export type FreeStart = {
  readonly start: number
  /** For each unit of the first need that can: itself and one unit of every other need, in the order of needs. */
  readonly choices: ReadonlyArray<readonly Unit[]>
}

type Question = {
  readonly needs: readonly Need[]
  readonly grid: Grid
  /** In which no start counts. */
  readonly full?: Intervals
  /** First and last start that count, both included. */
  readonly earliest: number
  readonly latest: number
  /** The last end that counts; left out: it does not matter. */
  readonly endsBy?: number
  /** Of those that are free; left out: all of them. */
  readonly accepts?: (start: number) => boolean
  /** It stops at so many. */
  readonly limit: number
}

export function findFreeStarts(question: Question): FreeStart[] {
  const [first] = question.needs
  if (!first) return []
  // In step: nobody is looked at further ahead than the last start that counts.
  const waiting = first.units
    .map(unit => choicesOf(unit, question))
    .map(rest => ({ rest, next: nextOf(rest) }))
  const found: FreeStart[] = []
  while (found.length < question.limit) {
    const start = waiting.reduce((least, { next }) => Math.min(least, next?.[0] ?? Infinity), Infinity)
    if (start === Infinity) break
    const choices: Unit[][] = []
    for (const one of waiting)
      if (one.next?.[0] === start) {
        choices.push(one.next[1])
        one.next = nextOf(one.rest)
      }
    found.push({ start, choices })
  }
  return found
}

type Choice = [number, Unit[]]

function nextOf(choices: Generator<Choice>): Choice | null {
  const { value, done } = choices.next()
  return done ? null : value
}

/** The starts of one unit of the first need, in order of time. */
function* choicesOf(unit: Unit, question: Question): Generator<Choice, undefined> {
  const { needs, grid, full = [], earliest, endsBy, accepts } = question
  const layout = layoutOf(unit, needs)
  const latest = endsBy === undefined ? question.latest : Math.min(question.latest, endsBy - lengthMs(layout))
  const [parts = []] = layout
  for (const start of freeGridStarts(unit, grid, { earliest, latest, lengthMs: parts[0]?.durationMs ?? 0 })) {
    if (covers(full, start, start + 1) || accepts?.(start) === false) continue
    const choice = fits(unit, parts, start) ? chooseOthers([unit], { start, needs, layout }) : null
    if (choice === null) continue
    yield [start, choice]
  }
}

/** What each need takes when this unit fills the first. */
export function layoutOf(unit: Unit, needs: readonly Need[]): ReadonlyArray<readonly Part[]> {
  return unit.pace ?? needs.map(need => need.parts)
}

/** From the first minute of work to the last. */
function lengthMs(layout: ReadonlyArray<readonly Part[]>): number {
  return layout.flat().reduce((length, part) => Math.max(length, part.offsetMs + part.durationMs), 0)
}

type Choosing = {
  readonly start: number
  readonly needs: readonly Need[]
  readonly layout: ReadonlyArray<readonly Part[]>
}

/** The chosen with one unit of every further need; null when there is no such choice, however it is begun. */
function chooseOthers(chosen: Unit[], choosing: Choosing): Unit[] | null {
  const { start, needs, layout } = choosing
  const need = needs[chosen.length]
  if (!need) return chosen
  const parts = layout[chosen.length] ?? need.parts
  for (const unit of whoHasBegunFirst(need.units, chosen)) {
    if (!fits(unit, parts, start) || isNeededTwice(unit, parts, { chosen, layout })) continue
    const choice = chooseOthers([...chosen, unit], choosing)
    if (choice) return choice
  }
  return null
}

/** Whoever has begun goes on if they can. */
function whoHasBegunFirst(units: readonly Unit[], chosen: readonly Unit[]): readonly Unit[] {
  const begun = new Set(chosen.map(unit => unit.resourceId))
  if (!units.some(unit => begun.has(unit.resourceId))) return units
  return units.toSorted(
    (one, other) => Number(begun.has(other.resourceId)) - Number(begun.has(one.resourceId)),
  )
}

function isNeededTwice(
  unit: Unit,
  parts: readonly Part[],
  { chosen, layout }: { chosen: readonly Unit[]; layout: Choosing['layout'] },
): boolean {
  return chosen.some(
    (other, index) =>
      other.resourceId === unit.resourceId &&
      (layout[index] ?? []).some(taken => parts.some(part => overlap(taken, part))),
  )
}

function overlap(one: Part, other: Part): boolean {
  return one.offsetMs < other.offsetMs + other.durationMs && other.offsetMs < one.offsetMs + one.durationMs
}

/** True when every part lies inside one free interval of the unit. */
export function fits(unit: Unit, parts: readonly Part[], start: number): boolean {
  return parts.every(part => {
    const from = start + part.offsetMs
    return covers(unit.free, from, from + part.durationMs)
  })
}
