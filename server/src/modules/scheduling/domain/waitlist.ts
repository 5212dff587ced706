import { instantOn, localDateOf, wallTimeAt } from '../../../platform/time/zoned.ts'

/**
 * Who is offered a place that became free, and until when they may answer. Pure: instants are epoch milliseconds,
 * ranges are half-open.
 */
const MINUTE = 60_000
/** How long somebody has to answer, counted from eight in the morning if they are asked at night. */
const ANSWER_MS = 120 * MINUTE
const SHORTEST_ANSWER_MS = 15 * MINUTE
/** Whoever says yes must still be able to come. */
const BEFORE_START_MS = 30 * MINUTE
const DAY_HOURS = { from: 8, until: 20 }

/** After so many offers without an answer nobody is asked again. */
export const MOST_UNANSWERED = 3

export type Waiting = {
  readonly entryId: string
  /** Of their tier: higher is asked first. */
  readonly priority: number
  /** Offers they did not answer: who answers comes before who does not. */
  readonly unanswered: number
  readonly createdAt: number
  /** The start must lie in one of them. */
  readonly windows: ReadonlyArray<{ readonly start: number; readonly end: number }>
  /** Nobody named: anybody. */
  readonly staffIds: readonly string[]
  /** Starts they were offered before. */
  readonly offered: readonly number[]
}

/** In the order in which they are asked. */
export function inOrder<T extends Waiting>(waiting: readonly T[]): T[] {
  return waiting.toSorted(
    (one, other) =>
      other.priority - one.priority ||
      one.unanswered - other.unanswered ||
      one.createdAt - other.createdAt ||
      (one.entryId < other.entryId ? -1 : 1),
  )
}

export function suits(waiting: Waiting, slot: { start: number; staffIds: readonly string[] }): boolean {
  if (waiting.offered.includes(slot.start)) return false
  if (waiting.staffIds.length > 0 && !waiting.staffIds.some(id => slot.staffIds.includes(id))) return false
  return waiting.windows.some(window => window.start <= slot.start && slot.start < window.end)
}

/** Null: there is no time left to ask anybody. */
export function offerDeadline(question: { now: number; start: number; zone: string }): number | null {
  const asked = firstWakingMoment(question.now, question.zone)
  const deadline = Math.min(asked + ANSWER_MS, question.start - BEFORE_START_MS)
  return deadline - question.now < SHORTEST_ANSWER_MS ? null : deadline
}

function firstWakingMoment(now: number, zone: string): number {
  const { hour } = wallTimeAt(now, zone)
  if (hour >= DAY_HOURS.from && hour < DAY_HOURS.until) return now
  const date = localDateOf(now, zone)
  return instantOn(hour < DAY_HOURS.from ? date : date.add({ days: 1 }), DAY_HOURS.from * 60, zone)
}
