import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { newId, type ResourceId, type ServiceId, type TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue, Service } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import type { createFindFreeSlots } from '../availability/find-free-slots.ts'
import { inOrder, offerDeadline, suits } from '../domain/waitlist.ts'
import { waitlistOffered } from '../events.ts'
import { keepSlot } from '../holds/claim-slot.ts'
import type { FreeSlot, SlotTokens } from '../slot.ts'
import { insertOffer, lockEntry, openOfferOf } from './waitlist-store.ts'
import { readWaiting, servicesWaitedFor, type WaitingEntry } from './waitlist-views.ts'

/** Free starts looked at for one wish: months of a full calendar. */
const MOST_SLOTS = 5000
/** Places tried for one person before the next is asked. */
const MOST_TRIES = 10
/** In one run; the half-hourly one goes on. */
const MOST_OFFERS = 200

type Parts = {
  catalogue: Catalogue
  customers: Customers
  tokens: SlotTokens
  findFreeSlots: ReturnType<typeof createFindFreeSlots>
}

/**
 * What is free goes to whoever waits for it, best match first: each gets one offer, with a hold until its deadline.
 * Whatever freed the place, the same question is asked. One transaction for each offer, with its event.
 */
export function createOfferPlaces(platform: Platform, parts: Parts) {
  const { db, clock, jobs, live } = platform

  return async function offerPlaces(tenantId: TenantId): Promise<number> {
    let offers = 0
    const services = await db.inTenant(tenantId, tx => servicesWaitedFor(tx, clock.now()))
    for (const serviceId of services)
      while (offers < MOST_OFFERS && (await db.inTenant(tenantId, tx => offerNext(tx, serviceId))))
        offers += 1
    return offers
  }

  async function offerNext(tx: Tx, serviceId: ServiceId): Promise<boolean> {
    await offerAlone(tx)
    const service = await parts.catalogue.readService(tx, serviceId)
    const waiting = inOrder(await readWaiting(tx, { serviceId, now: clock.now() }))
    if (!service || waiting.length === 0) return false
    const slotsFor = createSlotsFor(tx, service, waiting)
    for (const entry of waiting) {
      const slots = (await slotsFor(entry)).filter(slot => suits(entry, asPlace(slot)))
      if (slots.length > 0 && (await offerOneOf(tx, entry, slots.slice(0, MOST_TRIES)))) return true
    }
    return false
  }

  async function offerOneOf(tx: Tx, entry: WaitingEntry, slots: readonly FreeSlot[]): Promise<boolean> {
    // Whoever withdrew or changed their wish meanwhile is left alone.
    const locked = await lockEntry(tx, { id: entry.entryId })
    if (locked?.state !== 'waiting' || (await openOfferOf(tx, entry.entryId))) return false
    for (const slot of slots) if (await offer(tx, entry, slot)) return true
    return false
  }

  async function offer(tx: Tx, entry: WaitingEntry, slot: FreeSlot): Promise<boolean> {
    const now = clock.now()
    const { start } = slot.claim
    const until = offerDeadline({ now: now.epochMilliseconds, start, zone: slot.zone })
    if (until === null) return false
    const id = newId<'waitlist-offer'>()
    const deadlineAt = Temporal.Instant.fromEpochMilliseconds(until)
    const claim = { ...slot.claim, expiresAt: until }
    const kept = await keepSlot(platform, parts.catalogue, tx, {
      claim,
      holder: holderOf(id),
      holdMs: until - now.epochMilliseconds,
    })
    if (kept.kind !== 'claimed') return false
    await insertOffer(tx, {
      id,
      entryId: entry.entryId,
      resourceId: (slot.claim.resourceIds[0] ?? null) as ResourceId | null,
      startsAt: Temporal.Instant.fromEpochMilliseconds(slot.start),
      endsAt: Temporal.Instant.fromEpochMilliseconds(slot.end),
      holdId: kept.holdId,
      token: parts.tokens.forHold(claim, kept.holdId, deadlineAt),
      offeredAt: now,
      deadlineAt,
    })
    await jobs.publish(tx, waitlistOffered, { tenant_id: tx.tenantId, offer_id: id })
    await live.announce(tx, { topic: 'waitlist', id: entry.entryId, call_id: null })
    return true
  }

  /** Free starts for the people and the tier of an entry; asked once for all who wish the same. */
  function createSlotsFor(tx: Tx, service: Service, waiting: readonly WaitingEntry[]) {
    const windows = waiting.flatMap(entry => entry.windows)
    const from = Math.min(...windows.map(window => window.start))
    const to = Math.max(...windows.map(window => window.end)) + service.longestMinutes * 60_000
    const known = new Map<string, Promise<FreeSlot[]>>()
    const ask = async (entry: WaitingEntry, staffId: string | null): Promise<FreeSlot[]> => {
      const { slots } = await parts.findFreeSlots(tx, {
        service,
        from: Temporal.Instant.fromEpochMilliseconds(from),
        to: Temporal.Instant.fromEpochMilliseconds(to),
        limit: MOST_SLOTS,
        effects: entry.effects,
        ...(staffId === null ? {} : { staffId: staffId as ResourceId }),
      })
      return [...slots]
    }
    return async (entry: WaitingEntry): Promise<FreeSlot[]> => {
      const found: FreeSlot[] = []
      for (const staffId of entry.staffIds.length === 0 ? [null] : entry.staffIds) {
        const key = `${staffId}/${entry.effects.extraHorizonDays}/${entry.effects.notice}`
        const slots = known.get(key) ?? ask(entry, staffId)
        known.set(key, slots)
        found.push(...(await slots))
      }
      return found.toSorted((one, other) => one.claim.start - other.claim.start)
    }
  }
}

/** Two who offer at once would each give the second best what the other gives the best. */
async function offerAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.tenantId}/waitlist`}, 0))`.execute(tx)
}

export function holderOf(offerId: string): string {
  return `waitlist:${offerId}`
}

function asPlace(slot: FreeSlot): { start: number; staffIds: readonly string[] } {
  return { start: slot.claim.start, staffIds: slot.staff.map(person => person.id) }
}
