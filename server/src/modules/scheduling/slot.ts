import type { ResourceId, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type BookingResource, paced, type Service, totalMinutes } from '../catalogue/index.ts'
import type { Turns } from './availability/turns.ts'
import { chooseFairly, type Decision } from './domain/fairness.ts'
import type { FreeStart } from './domain/free-starts.ts'
import {
  createTokenWriter,
  decodeSlotToken,
  encodeSlotToken,
  type Signer,
  type SlotClaim,
  slotKey,
} from './domain/slot-token.ts'

/** A free start and everything it needs; not offered to anybody yet. */
export type FreeSlot = {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly zone: string
  readonly service: { readonly id: string; readonly name: string }
  readonly staff: ReadonlyArray<{ readonly id: ResourceId; readonly name: string }>
  readonly claim: Omit<SlotClaim, 'expiresAt'>
  /** Why it is offered with this person. */
  readonly assigned: Decision
}

/** A free start and what is known of who could do it. */
type Found = {
  readonly service: Service
  readonly zone: string
  readonly free: FreeStart
  readonly resources: readonly BookingResource[]
  readonly turns: Turns
  /** `somebody`: one person was asked for. */
  readonly wish: 'anybody' | 'somebody'
}

/** A free slot as it is offered: what its token books and nothing else. */
export type Slot = Omit<FreeSlot, 'claim'> & { readonly token: string }

/** The fair choice of a free start, as a slot. */
export function toFreeSlot(tenantId: TenantId, found: Found): FreeSlot {
  const { service, free } = found
  const { choice, assigned } = chosenOf(found)
  const chosen = choice.flatMap(
    unit => found.resources.find(resource => resource.id === unit.resourceId) ?? [],
  )
  const { minutes } = asDoneBy(service, chosen[0])
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(free.start),
    endsAt: Temporal.Instant.fromEpochMilliseconds(free.start + minutes * 60_000),
    zone: found.zone,
    service: { id: service.id, name: service.name },
    assigned,
    staff: [...new Set(chosen)]
      .filter(resource => resource.kind === 'staff')
      .map(({ id, name }) => ({ id, name })),
    claim: {
      tenantId,
      serviceId: service.id,
      serviceVersion: service.version,
      start: free.start,
      resourceIds: chosen.map(resource => resource.id),
      holdId: null,
    },
  }
}

/** Length and price of a service with whoever fills its first role. */
export function asDoneBy(
  service: Service,
  lead: BookingResource | undefined,
): { minutes: number; segmentMinutes: readonly number[] | null; priceMinor: number } {
  const segmentMinutes = lead?.segmentMinutes ?? null
  return {
    minutes: totalMinutes(paced(service.segments, segmentMinutes)),
    segmentMinutes,
    priceMinor: lead?.priceMinor ?? service.priceMinor,
  }
}

/** Whom of those who could do it a start is offered with, and why. */
function chosenOf({ service, free, resources, turns, wish }: Found): {
  choice: FreeStart['choices'][number]
  assigned: Decision
} {
  const [first = []] = free.choices
  if (wish === 'somebody') return { choice: first, assigned: { by: 'asked', among: 1 } }
  const weights = new Map<string, number>(resources.map(resource => [resource.id, resource.weight]))
  const order = new Map<string, number>(resources.map((resource, index) => [resource.id, index]))
  const candidates = free.choices
    .map(choice => {
      const key = choice[0]?.resourceId ?? ''
      const load = { minutes: turns.minutesOn(key, free.start), lastServed: turns.lastServed(key) }
      return { key, weight: weights.get(key) ?? 1, ...load, choice }
    })
    .toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
  const { assignment: strategy, coolDown } = service
  const seed = `${service.id}/${free.start}`
  const { chosen, decision } = chooseFairly({ strategy, coolDown, seed, candidates })
  return { choice: chosen?.choice ?? first, assigned: decision }
}

/** How long an offer may be taken up. */
const OFFER_LIFETIME_MS = 30 * 60_000

export type SlotTokens = ReturnType<typeof createSlotTokens>

export function createSlotTokens({ keys, clock }: Pick<Platform, 'keys' | 'clock'>) {
  const signer: Signer = {
    sign: text => keys.sign('slot-token', text),
    verify: (text, signature) => keys.verify('slot-token', text, signature),
  }
  const expiry = (lifetimeMs: number): number =>
    Math.ceil((clock.now().epochMilliseconds + lifetimeMs) / 1000) * 1000
  return {
    /** Signs what is really offered; a search finds hundreds of slots of which three are said. */
    offer: (slots: readonly FreeSlot[]): Slot[] => {
      const write = createTokenWriter(expiry(OFFER_LIFETIME_MS), signer)
      return slots.map(({ startsAt, endsAt, zone, service, staff, assigned, claim }) => {
        return { startsAt, endsAt, zone, service, staff, assigned, token: write(claim) }
      })
    },
    /** The token of a hold: good for as long as the hold. */
    forHold: (claim: SlotClaim, holdId: SlotClaim['holdId'], expiresAt: Temporal.Instant): string =>
      encodeSlotToken(
        { ...claim, holdId, expiresAt: Math.ceil(expiresAt.epochMilliseconds / 1000) * 1000 },
        signer,
      ),
    /** Also of an expired token: a booking made with it is found again. */
    keyOf(tenantId: TenantId, token: string): string | null {
      const claim = decodeSlotToken(token, signer)
      return claim && claim.tenantId === tenantId ? slotKey(claim) : null
    },
    /** The hold that a token stands for; null for an offer, or for no token of this tenant. */
    holdOf(tenantId: TenantId, token: string): SlotClaim['holdId'] {
      const claim = decodeSlotToken(token, signer)
      return claim && claim.tenantId === tenantId ? claim.holdId : null
    },
    startOf(tenantId: TenantId, token: string): number | null {
      const claim = decodeSlotToken(token, signer)
      return claim && claim.tenantId === tenantId ? claim.start : null
    },
    /** What a token stands for, if it is this tenant's and still counts. */
    read(tenantId: TenantId, token: string): SlotClaim | { kind: 'invalid_token' } | { kind: 'expired' } {
      const claim = decodeSlotToken(token, signer)
      if (!claim || claim.tenantId !== tenantId) return { kind: 'invalid_token' }
      if (claim.expiresAt <= clock.now().epochMilliseconds) return { kind: 'expired' }
      return claim
    },
  }
}
