import type { Tx } from '../../../platform/db/database.ts'
import type { LocationId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { type Catalogue, type Service, totalMinutes } from '../../catalogue/index.ts'
import { readWidestHorizon, tierEffects } from '../../customers/index.ts'
import { explainStart } from '../domain/explain-start.ts'
import { findFreeStarts, layoutOf, type Part, type Unit } from '../domain/free-starts.ts'
import { type SlotClaim, slotKey } from '../domain/slot-token.ts'
import { type TakenPart, type Taking, withBuffers } from '../holds/allocate.ts'
import { deleteHold, findOwnHold, type HoldRow } from '../holds/hold-store.ts'
import { asDoneBy } from '../slot.ts'
import { lockResources } from '../store.ts'
import { createBookableWindow } from './find-free-slots.ts'
import { buffersOf, readFreeTime } from './free-time.ts'

const MINUTE = 60_000

export type SlotWish = {
  readonly claim: SlotClaim
  /** Whose holds count as our own; null: nobody kept anything before. */
  readonly holder: string | null
  /** Of an appointment sold with other parts than the service has by now. */
  readonly segments?: Service['segments'] | null
}

/** The slot of a token is there, and its calendar rows are ours until the transaction ends. */
export type CheckedSlot = {
  readonly kind: 'free'
  readonly claim: SlotClaim
  readonly service: Service
  /** How long and for how much whoever was chosen does it. */
  readonly done: ReturnType<typeof asDoneBy>
  readonly locationId: LocationId
  readonly now: Temporal.Instant
  /** What we keep of it already. */
  readonly own: HoldRow | null
  /** How many appointments this start takes; null: as many as there are people. */
  readonly most: number | null
  /** The local day it begins on, and how many appointments that takes; null: as many as find a place. */
  readonly day: { readonly startsAt: number; readonly most: number } | null
  readonly takings: readonly Taking[]
  /** Somebody's calendar elsewhere cannot be read: it waits until it can, or for a person. */
  readonly awaitsCalendar: boolean
  /** Some of whom it takes have a calendar elsewhere, and it may know more than its mirror. */
  readonly mirrored: boolean
}

/** `expired`: the service or a person changed since the offer. */
export type NotFree =
  | { readonly kind: 'taken'; readonly service: Service }
  | { readonly kind: 'closed'; readonly service: Service }
  | { readonly kind: 'beyond_horizon' | 'past' | 'service_gone' | 'expired' }

/**
 * Whether the slot of a token is still there for us. Order matters: calendar rows first (so that no closure slips in),
 * then the check against hours and allocations; whoever takes it then has the last word of the constraint to hear.
 */
export async function checkSlot(
  { clock }: Platform,
  catalogue: Catalogue,
  tx: Tx,
  { claim, holder, segments }: SlotWish,
): Promise<CheckedSlot | NotFree> {
  const now = clock.now()
  const [resources, current, own] = await Promise.all([
    lockResources(tx, claim.resourceIds),
    catalogue.readService(tx, claim.serviceId),
    ownHold(tx, claim, holder),
  ])
  const service = asSold(current, segments ?? null)
  const [first] = resources
  const gone = whyGone(claim, { service, resources: resources.length, now })
  if (gone || !service || !first) return { kind: gone ?? 'expired' }
  const still = await askAgain(tx, catalogue, { service, claim, now, ignoreHolder: own?.holder ?? null })
  if (typeof still === 'string') {
    // A place that is ours may have been closed since: a hold does not outlive a closure.
    if (own) await deleteHold(tx, own.id)
    return still === 'beyond_horizon' ? { kind: still } : { kind: still, service }
  }
  const takings = resources.map(resource => takingOf(resource, still, service))
  const locationId = first.location_id as LocationId
  const { most, done, day, awaitsCalendar, mirrored } = still
  const found = { claim, service, locationId, now, own, takings, most, day, done }
  return { kind: 'free', ...found, awaitsCalendar, mirrored }
}

async function ownHold(tx: Tx, claim: SlotClaim, holder: string | null): Promise<HoldRow | null> {
  if (claim.holdId) return await findOwnHold(tx, { id: claim.holdId, slotKey: slotKey(claim) })
  return holder === null ? null : await findOwnHold(tx, { holder, slotKey: slotKey(claim) })
}

/** What was offered is not there any more, whoever else wants it. */
function whyGone(
  claim: SlotClaim,
  known: { service: Service | null; resources: number; now: Temporal.Instant },
): 'past' | 'service_gone' | 'expired' | null {
  if (claim.start <= known.now.epochMilliseconds) return 'past'
  if (!known.service) return 'service_gone'
  const isSame = known.service.version === claim.serviceVersion
  return isSame && known.resources === new Set(claim.resourceIds).size ? null : 'expired'
}

function asSold(service: Service | null, segments: Service['segments'] | null): Service | null {
  if (!service || !segments) return service
  const minutes = totalMinutes(segments)
  return { ...service, segments, minutes, longestMinutes: Math.max(minutes, service.longestMinutes) }
}

type Place = {
  readonly most: number | null
  readonly day: CheckedSlot['day']
  readonly choice: readonly Unit[]
  /** What each resource is taken for, in order of time. */
  readonly parts: ReadonlyMap<string, TakenPart[]>
  readonly done: ReturnType<typeof asDoneBy>
  readonly awaitsCalendar: boolean
  readonly mirrored: boolean
}

function takingOf(
  { id, lanes }: { id: string; lanes: number },
  { choice, parts }: Place,
  service: Service,
): Taking {
  const lane = choice.find(unit => unit.resourceId === id)?.lane ?? 1
  return {
    resourceId: id as ResourceId,
    lanes,
    lane,
    parts: withBuffers(parts.get(id) ?? [], buffersOf(service)),
  }
}

/** Asks the same question that made the offer, for this one start and these resources. */
async function askAgain(
  tx: Tx,
  catalogue: Catalogue,
  {
    service,
    claim,
    now,
    ignoreHolder,
  }: { service: Service; claim: SlotClaim; now: Temporal.Instant; ignoreHolder: string | null },
): Promise<Place | 'taken' | 'closed' | 'beyond_horizon'> {
  const free = await readFreeTime(tx, catalogue, {
    service,
    range: { start: claim.start, end: claim.start + service.longestMinutes * MINUTE },
    now: now.epochMilliseconds,
    ignoreHolder,
  })
  const bookableWindow = createBookableWindow(catalogue)
  const isBeyond = (extraHorizonDays: number): boolean =>
    claim.start > bookableWindow(service, now, free.place, { ...tierEffects(null), extraHorizonDays }).latest
  // What was offered for the sake of a tier does not say for which.
  if (ignoreHolder === null && isBeyond(0) && isBeyond(await readWidestHorizon(tx))) return 'beyond_horizon'
  if (free.needs.length !== claim.resourceIds.length) return 'taken'
  const needs = free.needs.map((need, role) => ({
    ...need,
    units: need.units.filter(unit => unit.resourceId === claim.resourceIds[role]),
  }))
  const [found] = findFreeStarts({
    needs,
    // The grid says where to offer, and may have moved since. An offer stays good while its time is free.
    grid: free.grid.kind === 'fixed' ? free.grid : { kind: 'fixed', starts: [claim.start] },
    full: free.full,
    earliest: claim.start,
    latest: claim.start,
    limit: 1,
  })
  const [choice] = found?.choices ?? []
  const [lead] = choice ?? []
  if (!choice || !lead) return isClosed({ ...free, needs, start: claim.start }) ? 'closed' : 'taken'
  const isTaken = ({ resourceId }: { resourceId: ResourceId }) => claim.resourceIds.includes(resourceId)
  return {
    awaitsCalendar: free.unknown.some(isTaken),
    mirrored: free.mirrored.some(isTaken),
    most: free.limits.find(candidate => candidate.at === claim.start)?.most ?? null,
    day: dayOf(service, claim.start, free.place.zone),
    choice,
    parts: partsByResource(claim, layoutOf(lead, needs)),
    done: asDoneBy(
      service,
      free.resources.find(resource => resource.id === lead.resourceId),
    ),
  }
}

export function dayOf(service: Service, start: number, zone: string): CheckedSlot['day'] {
  if (service.dailyMost === null) return null
  return { startsAt: startOfLocalDay(localDateOf(start, zone), zone), most: service.dailyMost }
}

/** Nobody has the place: it is outside hours, a holiday or blocked. */
export function isClosed(question: Omit<Parameters<typeof explainStart>[0], 'window'>): boolean {
  const always = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
  const hindrances = explainStart({ ...question, window: always }).flatMap(reason => {
    if (reason.rule === 'closed') return ['hours' as const]
    return reason.rule === 'nobody' ? reason.hindrances.map(({ because }) => because) : ['taken' as const]
  })
  return hindrances.length > 0 && !hindrances.includes('taken')
}

/** Somebody who fills several roles is taken for all their parts at once, on one lane. */
function partsByResource(claim: SlotClaim, layout: ReadonlyArray<readonly Part[]>): Map<string, TakenPart[]> {
  const parts = claim.resourceIds.flatMap((resourceId, role) =>
    (layout[role] ?? []).map(({ position, offsetMs, durationMs }) => {
      const start = claim.start + offsetMs
      return { resourceId, position, start, end: start + durationMs }
    }),
  )
  return Map.groupBy(
    parts.toSorted((one, other) => one.start - other.start),
    part => part.resourceId,
  )
}
