import type { ResourceId, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type BookingResource, paced, type Service, totalMinutes } from '../catalogue/index.ts'
import type { FreeStart } from './domain/free-starts.ts'
import {
  decodeSlotToken,
  encodeSlotToken,
  type Signer,
  type SlotClaim,
  slotKey,
} from './domain/slot-token.ts'
import { drawWeighted } from './domain/weighted-draw.ts'

/** A free start and everything it needs; not offered to anybody yet. */
export type FreeSlot = {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly zone: string
  readonly service: { readonly id: string; readonly name: string }
  readonly staff: ReadonlyArray<{ readonly id: ResourceId; readonly name: string }>
  readonly claim: Omit<SlotClaim, 'expiresAt'>
}

/** A free slot as it is offered: what its token books and nothing else. */
export type Slot = Omit<FreeSlot, 'claim'> & { readonly token: string }

/** The first choice of a free start, as a slot. */
export function toFreeSlot(
  tenantId: TenantId,
  found: { service: Service; zone: string; free: FreeStart; resources: readonly BookingResource[] },
): FreeSlot {
  const { service, free } = found
  const choice = chosenOf(free, found)
  const chosen = choice.flatMap(
    unit => found.resources.find(resource => resource.id === unit.resourceId) ?? [],
  )
  const { minutes } = asDoneBy(service, chosen[0])
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(free.start),
    endsAt: Temporal.Instant.fromEpochMilliseconds(free.start + minutes * 60_000),
    zone: found.zone,
    service: { id: service.id, name: service.name },
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

/** Whom of those who could do it a start is offered with. Asked again about the same start, the same person. */
function chosenOf(
  free: FreeStart,
  { service, resources }: { service: Service; resources: readonly BookingResource[] },
): FreeStart['choices'][number] {
  const [first = []] = free.choices
  if (service.assignment === 'first') return first
  const weights = new Map<string, number>(resources.map(resource => [resource.id, resource.weight]))
  const candidates = free.choices.map(choice => {
    const key = choice[0]?.resourceId ?? ''
    return { key, weight: weights.get(key) ?? 1, choice }
  })
  return drawWeighted(`${service.id}/${free.start}`, candidates)?.choice ?? first
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
      const expiresAt = expiry(OFFER_LIFETIME_MS)
      return slots.map(({ claim, ...slot }) => ({
        ...slot,
        token: encodeSlotToken({ ...claim, expiresAt }, signer),
      }))
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
