import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { intersect } from '../../../platform/time/intervals.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import { type EpochRange, localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import type { Catalogue, Place, Service } from '../../catalogue/index.ts'
import { type TierEffects, tierEffects } from '../../customers/index.ts'
import { findFreeStarts, type Need } from '../domain/free-starts.ts'
import { piecesOf } from '../domain/pieces.ts'
import { type FreeSlot, toFreeSlots } from '../slot.ts'
import type { UnknownCalendar } from './external-source.ts'
import { readFreeTime } from './free-time.ts'
import { NO_TURNS, readTurns } from './turns.ts'

const MINUTE = 60_000

export type SlotQuestion = {
  readonly service: Service
  /** Starts from here … */
  readonly from: Temporal.Instant
  /** … to ends by here. */
  readonly to: Temporal.Instant
  readonly staffId?: ResourceId
  /** What the tier of the customer it is for changes. */
  readonly effects?: TierEffects
  /** Which of the free starts count; left out: all of them. */
  readonly accepts?: (start: number) => boolean
  /** The first so many: what lies behind them is not looked at. */
  readonly limit: number
  /** Holds of this holder do not count as taken: what a caller keeps for themselves is offered to them again. */
  readonly holder?: string
  /** Its own place does not count as taken: it would be given up (failures 44, 85). */
  readonly moving?: AppointmentId
  /** Where the basis comes from; left out: from the database. */
  readonly readBasis?: Catalogue['readBookingBasis']
}

export type SlotAnswer = {
  readonly slots: readonly FreeSlot[]
  /** False: nobody who could do it works in the range at all. */
  readonly open: boolean
  /** Who could do it and of whom it is not known whether they are busy elsewhere. */
  readonly unknown: readonly UnknownCalendar[]
}

/**
 * Earliest and latest start that notice, horizon and the rule of working days allow, in epoch milliseconds. A tier may
 * waive the notice and reach further ahead; before which minute of a working day it must begin holds for everybody.
 */
export function createBookableWindow(catalogue: Catalogue) {
  return (
    service: Service,
    now: Temporal.Instant,
    place: Place,
    effects: TierEffects = tierEffects(null),
  ): { earliest: number; latest: number } => {
    const noticeMinutes = effects.notice === 'waived' ? 0 : service.minimumNoticeMinutes
    const notice = now.epochMilliseconds + noticeMinutes * MINUTE
    const days = service.horizonDays + effects.extraHorizonDays
    const lastDay = localDateOf(now.epochMilliseconds, place.zone).add({ days: days + 1 })
    const horizon = startOfLocalDay(lastDay, place.zone) - 1
    const latest = catalogue.latestStartOf(service, now.epochMilliseconds, place) ?? horizon
    return { earliest: Math.floor(notice / MINUTE) * MINUTE, latest: Math.min(horizon, latest) }
  }
}

export function createFindFreeSlots(platform: Platform, catalogue: Catalogue) {
  const bookableWindow = createBookableWindow(catalogue)

  return async function findFreeSlots(tx: Tx, question: SlotQuestion): Promise<SlotAnswer> {
    const range = { start: question.from.epochMilliseconds, end: question.to.epochMilliseconds }
    const found: FreeSlot[] = []
    let open = false
    let unknown: readonly UnknownCalendar[] = []
    for (const piece of piecesOf(range, { limit: inPieces(question), borderAfter: daysLater })) {
      const rest = { ...question, limit: question.limit - found.length }
      const answer = await findIn(tx, rest, piece)
      found.push(...answer.slots)
      open ||= answer.open
      unknown = answer.unknown
      if (found.length === question.limit) break
    }
    return { slots: found, open, unknown }
  }

  /** What begins in a piece of the range and ends within the whole. */
  async function findIn(tx: Tx, question: SlotQuestion, piece: EpochRange): Promise<SlotAnswer> {
    const { service } = question
    const now = platform.clock.now()
    const endsBy = question.to.epochMilliseconds
    const range = { ...piece, end: Math.min(endsBy, piece.end + service.longestMinutes * MINUTE) }
    const free = await readFreeTime(tx, catalogue, {
      service,
      range,
      now: now.epochMilliseconds,
      ignoreHolder: question.holder ?? null,
      ...(question.readBasis === undefined ? {} : { readBasis: question.readBasis }),
      ...(question.moving === undefined ? {} : { moving: [question.moving] }),
    })
    const { resources } = free
    const { zone } = free.place
    const wish = question.staffId === undefined ? 'anybody' : 'somebody'
    const turns =
      wish === 'somebody'
        ? NO_TURNS
        : await readTurns(tx, { service, resources, range, zone, now: now.epochMilliseconds })
    const window = bookableWindow(service, now, free.place, question.effects)
    const needs = withStaff(free.needs, free.resources, question.staffId)
    const starts = findFreeStarts({
      needs,
      grid: free.grid,
      full: free.full,
      earliest: Math.max(piece.start, window.earliest),
      latest: Math.min(window.latest, piece.end - 1),
      endsBy,
      limit: question.limit,
      ...(question.accepts === undefined ? {} : { accepts: question.accepts }),
    })
    return {
      slots: toFreeSlots(tx.tenantId, starts, { service, zone, resources, turns, wish }),
      unknown: free.unknown.filter(({ resourceId }) =>
        needs.some(need => need.units.some(unit => unit.resourceId === resourceId)),
      ),
      open:
        needs[0]?.units.some(unit => intersect(unit.stretches, [piece.start, piece.end]).length > 0) ?? false,
    }
  }
}

/**
 * How many starts are enough. Grids that begin anew with every gap must know where it began, perhaps days ago in a
 * place that never closes: they see the range as a whole.
 */
function inPieces({ service, limit }: SlotQuestion): number {
  const isWhole = service.gridKind === 'free' || service.gridKind === 'clock'
  return isWhole ? Number.POSITIVE_INFINITY : limit
}

function daysLater(start: number, days: number): number {
  return start + days * DAY
}

/** Keeps only the one person asked for, in every role that they can fill; nobody where they can fill none. */
export function withStaff(
  needs: readonly Need[],
  resources: ReadonlyArray<{ id: string; kind: string }>,
  staffId: ResourceId | undefined,
): readonly Need[] {
  if (staffId === undefined) return needs
  const staff = new Set(resources.filter(resource => resource.kind === 'staff').map(resource => resource.id))
  const asked = (need: Need): Need => ({
    ...need,
    units: need.units.filter(unit => unit.resourceId === staffId),
  })
  const able = needs.some(need => asked(need).units.length > 0)
  return needs.map(need => {
    if (!need.units.some(unit => staff.has(unit.resourceId))) return need
    return able && asked(need).units.length === 0 ? need : asked(need)
  })
}
