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

/**
 * A free start and everything it needs; not offered to anybody yet. Times are epoch milliseconds: a search finds
 * hundreds of slots of which a few are said, and a `Temporal.Instant` takes twenty times as long to make and far longer
 * to be collected.
 */
export type FreeSlot = {
  readonly start: number
  readonly end: number
  readonly zone: string
  readonly service: { readonly id: string; readonly name: string }
  readonly staff: ReadonlyArray<{ readonly id: ResourceId; readonly name: string }>
  readonly claim: Omit<SlotClaim, 'expiresAt'>
  /** Why it is offered with this person. */
  readonly assigned: Decision
}

/** What is known of who could do a service at the starts that were found. */
type Known = {
  readonly service: Service
  readonly zone: string
  readonly resources: readonly BookingResource[]
  readonly turns: Turns
  /** `somebody`: one person was asked for. */
  readonly wish: 'anybody' | 'somebody'
}

/** A free slot as it is offered: what its token books and nothing else. */
export type Slot = Omit<FreeSlot, 'claim'> & { readonly token: string }

type Choice = FreeStart['choices'][number]

/** The fair choice of each free start, as a slot. */
export function toFreeSlots(tenantId: TenantId, starts: readonly FreeStart[], known: Known): FreeSlot[] {
  const { service, zone } = known
  const choose = chooser(known)
  const doneBy = createDoneBy(known)
  const named = { id: service.id, name: service.name }
  return starts.map(free => {
    const { choice, assigned } = choose(free)
    const { lengthMs, staff, resourceIds } = doneBy(choice)
    return {
      start: free.start,
      end: free.start + lengthMs,
      zone,
      service: named,
      assigned,
      staff,
      claim: {
        tenantId,
        serviceId: service.id,
        serviceVersion: service.version,
        start: free.start,
        resourceIds,
        holdId: null,
      },
    }
  })
}

type Done = Pick<FreeSlot, 'staff'> & Pick<SlotClaim, 'resourceIds'> & { readonly lengthMs: number }

/** By whom and for how long a choice is done; the same people are offered again and again. */
function createDoneBy({ service, resources }: Known): (choice: Choice) => Done {
  const known = new Map<string, Done>()
  return choice => {
    const [alone] = choice
    const key = alone && choice.length === 1 ? alone.resourceId : choice.map(unit => unit.resourceId).join()
    const before = known.get(key)
    if (before) return before
    const chosen = choice.flatMap(unit => resources.find(resource => resource.id === unit.resourceId) ?? [])
    const staff = [...new Set(chosen)].filter(resource => resource.kind === 'staff')
    const done = {
      lengthMs: asDoneBy(service, chosen[0]).minutes * 60_000,
      staff: staff.map(({ id, name }) => ({ id, name })),
      resourceIds: chosen.map(resource => resource.id),
    }
    known.set(key, done)
    return done
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
function chooser({ service, resources, turns, wish }: Known) {
  const { assignment: strategy, coolDown } = service
  const weights = new Map<string, number>(resources.map(resource => [resource.id, resource.weight]))
  const order = new Map<string, number>(resources.map((resource, index) => [resource.id, index]))
  const asked: Decision = { by: 'asked', among: 1 }
  return (free: FreeStart): { choice: Choice; assigned: Decision } => {
    const [first = []] = free.choices
    if (wish === 'somebody') return { choice: first, assigned: asked }
    const candidates = free.choices
      .map(choice => {
        const key = choice[0]?.resourceId ?? ''
        const load = { minutes: turns.minutesOn(key, free.start), lastServed: turns.lastServed(key) }
        return { key, weight: weights.get(key) ?? 1, ...load, choice }
      })
      .toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
    const seed = `${service.id}/${free.start}`
    const { chosen, decision } = chooseFairly({ strategy, coolDown, seed, candidates })
    return { choice: chosen?.choice ?? first, assigned: decision }
  }
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
      return slots.map(({ start, end, zone, service, staff, assigned, claim }) => {
        return { start, end, zone, service, staff, assigned, token: write(claim) }
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
