import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { DAY, MINUTE } from '../../../platform/time/working-time.ts'
import type { Catalogue, Service } from '../../catalogue/index.ts'
import type { TierEffects } from '../../customers/index.ts'
import { isClosed } from '../availability/check-slot.ts'
import { createBookableWindow, withStaff } from '../availability/find-free-slots.ts'
import { type FreeTime, readFreeTime } from '../availability/free-time.ts'
import { readTurns, type Turns } from '../availability/turns.ts'
import { explainStart } from '../domain/explain-start.ts'
import { findFreeStarts } from '../domain/free-starts.ts'
import type { PlannedStart } from '../domain/series-rule.ts'
import { type FreeSlot, toFreeSlots } from '../slot.ts'

/** Why one of a series cannot be had where the rule has it. */
export const CONFLICTS = [
  'past',
  'too_soon',
  'beyond_horizon',
  'skipped_by_clocks',
  'closed',
  'not_offered',
  'taken',
] as const
export type Conflict = (typeof CONFLICTS)[number]

/** One start that a series would have: what could be booked there, or what stands against it and what is near. */
export type Occurrence = PlannedStart & {
  readonly slot: FreeSlot | null
  readonly conflict: Conflict | null
  readonly alternatives: readonly FreeSlot[]
}

export type WantedStart = PlannedStart & {
  /** Null: anybody. */
  readonly staffId: ResourceId | null
}

export type SeriesQuestion = {
  readonly service: Service
  readonly starts: readonly WantedStart[]
  readonly effects?: TierEffects
  readonly holder: string | null
  /** Their own places do not count as taken. */
  readonly moving?: readonly AppointmentId[]
}

const MOST_ALTERNATIVES = 3
/** So many days before and behind an occurrence something else is looked for. */
const NEAR_DAYS = { before: 2, behind: 4 }
const MOST_NEAR = 500

export type PlanOccurrences = ReturnType<typeof createPlanOccurrences>

/**
 * Every occurrence of a series with its slot or its conflict: the question that offers and books single ones, asked
 * once for the whole range, so that the statements stay as many however long the series is.
 */
export function createPlanOccurrences(platform: Platform, catalogue: Catalogue) {
  const bookableWindow = createBookableWindow(catalogue)
  return async function planOccurrences(tx: Tx, question: SeriesQuestion): Promise<Occurrence[]> {
    const { service } = question
    const now = platform.clock.now()
    const range = rangeOf(question, now.epochMilliseconds)
    const free = await readFreeTime(tx, catalogue, {
      service,
      range,
      now: now.epochMilliseconds,
      ignoreHolder: question.holder,
      ...(question.moving === undefined ? {} : { moving: question.moving }),
    })
    const { zone } = free.place
    const turns = await readTurns(tx, {
      service,
      resources: free.resources,
      range,
      zone,
      now: now.epochMilliseconds,
    })
    const window = bookableWindow(service, now, free.place, question.effects)
    const known: Known = { tx, service, free, turns, window, now: now.epochMilliseconds }
    return question.starts.map(wanted => occurrenceAt(known, wanted))
  }

  /** What can be asked at all, with what is near it. */
  function rangeOf(
    { service, starts, effects }: SeriesQuestion,
    now: number,
  ): { start: number; end: number } {
    const days = service.horizonDays + (effects?.extraHorizonDays ?? 0) + 2
    const all = starts.map(({ start }) => start.epochMilliseconds)
    const inReach = (at: number): number => Math.min(Math.max(at, now), now + days * DAY)
    return {
      start: inReach(Math.min(...all) - NEAR_DAYS.before * DAY),
      end: inReach(Math.max(...all) + NEAR_DAYS.behind * DAY) + service.longestMinutes * MINUTE,
    }
  }
}

type Known = {
  readonly tx: Tx
  readonly service: Service
  readonly free: FreeTime
  readonly turns: Turns
  readonly window: { readonly earliest: number; readonly latest: number }
  readonly now: number
}

function occurrenceAt(known: Known, wanted: WantedStart): Occurrence {
  const { start, wall, isSkipped, staffId } = wanted
  const planned = { start, wall, isSkipped }
  const at = start.epochMilliseconds
  const conflict = conflictBefore(known, wanted)
  if (conflict === 'past' || conflict === 'beyond_horizon')
    return { ...planned, slot: null, conflict, alternatives: [] }
  const [slot] = conflict === null ? slotsFrom(known, { from: at, to: at, staffId }) : []
  if (slot) return { ...planned, slot, conflict: null, alternatives: [] }
  return {
    ...planned,
    slot: null,
    conflict: conflict ?? whyNobody(known, wanted),
    alternatives: nearest(known, wanted),
  }
}

function conflictBefore({ window, now }: Known, { start, isSkipped }: WantedStart): Conflict | null {
  const at = start.epochMilliseconds
  if (at <= now) return 'past'
  if (at > window.latest) return 'beyond_horizon'
  if (at < window.earliest) return 'too_soon'
  return isSkipped ? 'skipped_by_clocks' : null
}

function slotsFrom(
  { tx, service, free, turns, window }: Known,
  wanted: { from: number; to: number; staffId: ResourceId | null },
): FreeSlot[] {
  const { resources, place } = free
  const found = findFreeStarts({
    needs: withStaff(free.needs, resources, wanted.staffId ?? undefined),
    grid: free.grid,
    full: free.full,
    earliest: Math.max(wanted.from, window.earliest),
    latest: Math.min(wanted.to, window.latest),
    limit: MOST_NEAR,
  })
  const wish = wanted.staffId === null ? 'anybody' : 'somebody'
  return toFreeSlots(tx.tenantId, found, { service, zone: place.zone, resources, turns, wish })
}

function whyNobody({ free }: Known, { start, staffId }: WantedStart): Conflict {
  const needs = withStaff(free.needs, free.resources, staffId ?? undefined)
  const question = { ...free, needs, start: start.epochMilliseconds }
  if (isClosed(question)) return 'closed'
  const always = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
  const offGrid = explainStart({ ...question, window: always }).some(reason => reason.rule === 'grid')
  return offGrid ? 'not_offered' : 'taken'
}

/** The nearest free starts, in order of time. */
function nearest(known: Known, { start, staffId }: WantedStart): FreeSlot[] {
  const at = start.epochMilliseconds
  const distance = (slot: FreeSlot): number => Math.abs(slot.claim.start - at)
  const from = at - NEAR_DAYS.before * DAY
  return slotsFrom(known, { from, to: at + (NEAR_DAYS.behind - 1) * DAY, staffId })
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, MOST_ALTERNATIVES)
    .toSorted((one, other) => one.claim.start - other.claim.start)
}
