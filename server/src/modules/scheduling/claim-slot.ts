import type { Tx } from '../../platform/db/database.ts'
import { sendTogether } from '../../platform/db/send-together.ts'
import { type HoldId, type LocationId, newId, type ResourceId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Catalogue, type Service, totalMinutes } from '../catalogue/index.ts'
import { countIn } from './capacity.ts'
import { findFreeStarts, layoutOf, type Part } from './domain/free-starts.ts'
import { type SlotClaim, slotKey } from './domain/slot-token.ts'
import { clearExpiredCounts, clearExpiredHolds } from './expired-holds.ts'
import { readFreeTime } from './free-time.ts'
import { asDoneBy } from './slot.ts'
import {
  allocate,
  deleteHold,
  findOwnHold,
  insertHold,
  lockResources,
  releaseOldestHolds,
  renewHold,
  type TakenPart,
} from './store.ts'

const MINUTE = 60_000
/** One caller may keep so many slots at a time; a further one gives up the oldest. */
const MOST_HOLDS = 3

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
  | { readonly kind: 'taken'; readonly service: Service }
  /** The service changed or went since the offer, or the start has passed. */
  | { readonly kind: 'expired' }

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
  if (!current || current.version !== claim.serviceVersion || claim.start <= now.epochMilliseconds)
    return { kind: 'expired' }
  const service = wanted.segments ? withSegments(current, wanted.segments) : current
  const [first] = resources
  if (!first || resources.length !== new Set(claim.resourceIds).size) return { kind: 'expired' }
  const expiresAt = now.add({ milliseconds: wanted.holdMs })
  const still = await askAgain(tx, catalogue, { service, claim, now, ignoreHolder: own?.holder ?? null })
  if (!still) {
    // A place that is ours may have been closed since: a hold does not outlive a closure.
    if (own) await deleteHold(tx, own.id)
    return { kind: 'taken', service }
  }
  const locationId = first.location_id as LocationId
  const common = { kind: 'claimed', service, done: still.done, locationId, expiresAt } as const
  if (own) {
    // Even past its time nobody took the place: whoever wants it deletes the hold first.
    await renewHold(tx, own.id, expiresAt)
    return { ...common, holdId: own.id }
  }

  const hold = { holder, slotKey: key, expiresAt }
  const holdId = await takePlace(tx, { claim, service, resources, hold, now, place: still })
  return holdId === null ? { kind: 'taken', service } : { ...common, holdId }
}

function withSegments(service: Service, segments: Service['segments']): Service {
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
    hold: { holder: string; slotKey: string; expiresAt: Temporal.Instant }
    now: Temporal.Instant
    place: Place
  },
): Promise<HoldId | null> {
  const { claim, service, place } = wanted
  const range = { start: claim.start, end: claim.start + place.done.minutes * MINUTE }
  const now = wanted.now.epochMilliseconds
  const id = newId<'hold'>()
  const counts =
    place.most === null ? [] : [clearExpiredCounts(tx, { serviceId: service.id, startsAt: claim.start, now })]
  const [made] = (
    await sendTogether(tx, [
      clearExpiredHolds(tx, { resourceIds: claim.resourceIds, range, now }),
      ...counts,
      releaseOldestHolds(tx, { holder: wanted.hold.holder, keep: MOST_HOLDS - 1 }),
      insertHold(tx, { id, ...wanted.hold }),
    ])
  ).slice(-1)
  if (made?.numAffectedRows !== 1n) return null
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

type Place = {
  /** How many appointments this start takes; null: as many as there are people. */
  readonly most: number | null
  /** What each resource is taken for, in order of time. */
  readonly parts: ReadonlyMap<string, readonly TakenPart[]>
  readonly done: ReturnType<typeof asDoneBy>
}

/** Asks the same question that made the offer, for this one start and these resources; null: it is not free. */
async function askAgain(
  tx: Tx,
  catalogue: Catalogue,
  {
    service,
    claim,
    now,
    ignoreHolder,
  }: { service: Service; claim: SlotClaim; now: Temporal.Instant; ignoreHolder: string | null },
): Promise<Place | null> {
  const free = await readFreeTime(tx, catalogue, {
    service,
    range: { start: claim.start, end: claim.start + service.longestMinutes * MINUTE },
    now: now.epochMilliseconds,
    ignoreHolder,
  })
  if (free.needs.length !== claim.resourceIds.length) return null
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
  if (!choice || !lead) return null
  return {
    most: free.limits.find(candidate => candidate.at === claim.start)?.most ?? null,
    parts: partsByResource(claim, layoutOf(lead, needs)),
    done: asDoneBy(
      service,
      free.resources.find(resource => resource.id === lead.resourceId),
    ),
  }
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
