import type { Tx } from '../../platform/db/database.ts'
import { sendTogether } from '../../platform/db/send-together.ts'
import { type HoldId, type LocationId, newId, type ResourceId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Catalogue, type Service, totalMinutes } from '../catalogue/index.ts'
import { countIn } from './capacity.ts'
import { explainStart } from './domain/explain-start.ts'
import { findFreeStarts, layoutOf, type Part } from './domain/free-starts.ts'
import { type SlotClaim, slotKey } from './domain/slot-token.ts'
import { clearExpiredCounts, clearExpiredHolds, clearExpiredOf } from './expired-holds.ts'
import { createBookableWindow } from './find-free-slots.ts'
import { readFreeTime } from './free-time.ts'
import {
  deleteHold,
  findOwnHold,
  type HoldRow,
  insertHold,
  insertKeptHold,
  MOST_HOLDS,
  type NewHold,
  readHeldSlots,
  renewHold,
} from './hold-store.ts'
import type { HoldRefusal, Refusal } from './refusal.ts'
import { asDoneBy } from './slot.ts'
import { allocate, lockResources, type TakenPart } from './store.ts'

const MINUTE = 60_000
/** However often it is renewed, a slot is kept for so long at most: nobody else could have it. */
const LONGEST_HOLD_MS = 30 * MINUTE

/** A place that is ours until `expiresAt`, or why it is not. */
export type Claimed =
  | {
      readonly kind: 'claimed'
      readonly holdId: HoldId
      readonly service: Service
      /** How long and for how much whoever was chosen does it. */
      readonly done: ReturnType<typeof asDoneBy>
      readonly locationId: LocationId
      readonly expiresAt: Temporal.Instant
    }
  | NotClaimed

/** `expired`: the service or a person changed since the offer. */
export type NotClaimed =
  | { readonly kind: 'taken'; readonly service: Service }
  | { readonly kind: 'closed'; readonly service: Service }
  | { readonly kind: 'beyond_horizon' }
  | Exclude<HoldRefusal, { kind: 'taken' | 'closed' | 'beyond_horizon' | 'invalid_token' }>

type WithAlternatives = { kind: 'taken' | 'closed' }

/** A booking or a move keeps no place of its holder, so that it cannot be refused for keeping too many or too long. */
export function whyNotBooked(
  claimed: Exclude<NotClaimed, WithAlternatives>,
): Exclude<Refusal, WithAlternatives> {
  if (claimed.kind === 'too_many_holds' || claimed.kind === 'held_too_long')
    throw new Error('A booking keeps no place of its holder.')
  return claimed
}

/**
 * Makes the slot of a token ours, or renews the place we already hold. Order matters: calendar rows first (so
 * that no closure slips in), then the check against hours and allocations, then the constraint has the last word.
 */
export async function claimSlot(
  { clock }: Platform,
  catalogue: Catalogue,
  tx: Tx,
  wanted: {
    claim: SlotClaim
    holder: string
    holdMs: number
    /** Of an appointment sold with other parts than the service has by now. */
    segments?: Service['segments'] | null
    /** Kept places are few for each holder; what is booked at once takes none of them. */
    purpose: 'keep' | 'book'
  },
): Promise<Claimed> {
  const { claim, holder } = wanted
  const now = clock.now()
  const key = slotKey(claim)
  const [current, resources, own] = await Promise.all([
    catalogue.readService(tx, claim.serviceId),
    lockResources(tx, claim.resourceIds),
    findOwnHold(tx, claim.holdId ? { id: claim.holdId, slotKey: key } : { holder, slotKey: key }),
  ])
  const service = asSold(current, wanted.segments ?? null)
  const [first] = resources
  const gone = whyGone(claim, { service, resources: resources.length, now })
  if (gone || !service || !first) return { kind: gone ?? 'expired' }
  const expiresAt = now.add({ milliseconds: wanted.holdMs })
  const still = await askAgain(tx, catalogue, { service, claim, now, ignoreHolder: own?.holder ?? null })
  if (typeof still === 'string') {
    // A place that is ours may have been closed since: a hold does not outlive a closure.
    if (own) await deleteHold(tx, own.id)
    return { kind: still, service }
  }
  const locationId = first.location_id as LocationId
  const common = { kind: 'claimed', service, done: still.done, locationId, expiresAt } as const
  if (own) {
    if (wanted.purpose === 'keep' && isHeldTooLong(own, now)) return { kind: 'held_too_long' }
    // Even past its time nobody took the place: whoever wants it deletes the hold first.
    await renewHold(tx, own.id, expiresAt)
    return { ...common, holdId: own.id }
  }

  const hold = { holder, slotKey: key, expiresAt, purpose: wanted.purpose }
  const holdId = await takePlace(tx, { claim, service, resources, hold, now, place: still })
  if (holdId === null) return { kind: 'taken', service }
  return typeof holdId === 'object' ? holdId : { ...common, holdId }
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

function isHeldTooLong({ heldSince }: HoldRow, now: Temporal.Instant): boolean {
  return heldSince !== null && heldSince.until(now).total('milliseconds') >= LONGEST_HOLD_MS
}

function asSold(service: Service | null, segments: Service['segments'] | null): Service | null {
  if (!service || !segments) return service
  const minutes = totalMinutes(segments)
  return { ...service, segments, minutes, longestMinutes: Math.max(minutes, service.longestMinutes) }
}

/** A new hold with all its allocations, or nothing at all. The constraint decides. */
async function takePlace(
  tx: Tx,
  wanted: {
    claim: SlotClaim
    service: Service
    resources: Awaited<ReturnType<typeof lockResources>>
    hold: { holder: string; slotKey: string; expiresAt: Temporal.Instant; purpose: 'keep' | 'book' }
    now: Temporal.Instant
    place: Place
  },
): Promise<HoldId | null | { kind: 'too_many_holds' }> {
  const { claim, service, place, hold } = wanted
  const range = { start: claim.start, end: claim.start + place.done.minutes * MINUTE }
  const now = wanted.now.epochMilliseconds
  const id = newId<'hold'>()
  const counts =
    place.most === null ? [] : [clearExpiredCounts(tx, { serviceId: service.id, startsAt: claim.start, now })]
  const row = { id, now: wanted.now, ...hold }
  const [made] = (
    await sendTogether(tx, [
      clearExpiredHolds(tx, { resourceIds: claim.resourceIds, range, now }),
      ...counts,
      ...(hold.purpose === 'keep'
        ? [clearExpiredOf(tx, hold.holder, now), insertKeptHold(tx, row)]
        : [insertHold(tx, row)]),
    ])
  ).slice(-1)
  if (made?.numAffectedRows !== 1n) {
    const refused = hold.purpose === 'keep' ? await keepElsewhere(tx, row) : null
    if (refused !== 'kept') return refused
  }
  for (const resource of wanted.resources) {
    const resourceId = resource.id as ResourceId
    const parts = place.parts.get(resourceId) ?? []
    if (await allocate(tx, { holdId: id, resourceId, lanes: resource.lanes, parts })) continue
    await deleteHold(tx, id)
    return null
  }
  if (place.most === null) return id
  const count = { serviceId: service.id, startsAt: claim.start, most: place.most, holdId: id }
  if (await countIn(tx, count)) return id
  await deleteHold(tx, id)
  return null
}

/** Somebody else took the place that was free: the next one, until this slot is kept anyhow or all are taken. */
async function keepElsewhere(tx: Tx, hold: NewHold): Promise<'kept' | null | { kind: 'too_many_holds' }> {
  for (let tries = 0; tries < MOST_HOLDS; tries += 1) {
    const kept = await readHeldSlots(tx, hold.holder)
    if (kept.includes(hold.slotKey)) return null
    if (kept.length >= MOST_HOLDS) break
    const [made] = await sendTogether(tx, [insertKeptHold(tx, hold)])
    if (made.numAffectedRows === 1n) return 'kept'
  }
  return { kind: 'too_many_holds' }
}

type Place = {
  /** How many appointments this start takes; null: as many as there are people. */
  readonly most: number | null
  /** What each resource is taken for, in order of time. */
  readonly parts: ReadonlyMap<string, readonly TakenPart[]>
  readonly done: ReturnType<typeof asDoneBy>
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
  const window = createBookableWindow(catalogue)(service, now, free.place)
  if (ignoreHolder === null && claim.start > window.latest) return 'beyond_horizon'
  if (free.needs.length !== claim.resourceIds.length) return 'taken'
  const needs = free.needs.map((need, role) => ({
    ...need,
    units: need.units.filter(unit => unit.resourceId === claim.resourceIds[role]),
  }))
  const [found] = findFreeStarts({
    needs,
    // The grid says where to offer, and may have moved since. An offer stays good while its time is free.
    grid: free.grid.kind === 'fixed' ? free.grid : { kind: 'fixed', starts: [claim.start] },
    earliest: claim.start,
    latest: claim.start,
    limit: 1,
  })
  const [choice] = found?.choices ?? []
  const [lead] = choice ?? []
  if (!choice || !lead) return isClosed({ ...free, needs, start: claim.start }) ? 'closed' : 'taken'
  return {
    most: free.limits.find(candidate => candidate.at === claim.start)?.most ?? null,
    parts: partsByResource(claim, layoutOf(lead, needs)),
    done: asDoneBy(
      service,
      free.resources.find(resource => resource.id === lead.resourceId),
    ),
  }
}

/** Nobody has the place: it is outside hours, a holiday or blocked. */
function isClosed(question: Omit<Parameters<typeof explainStart>[0], 'window'>): boolean {
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
