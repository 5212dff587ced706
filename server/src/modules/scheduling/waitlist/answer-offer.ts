import type { Tx } from '../../../platform/db/database.ts'
import type { CallId, WaitlistEntryId, WaitlistOfferId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { BookingResult, createBookAppointment } from '../booking/book-appointment.ts'
import { deleteHold } from '../holds/hold-store.ts'
import type { AppointmentSource } from '../views.ts'
import { holderOf } from './offer-places.ts'
import {
  endEntry,
  lockEntry,
  type OfferState,
  openOfferOf,
  readOffer,
  type StoredOffer,
  settleOffer,
  type WaitlistState,
} from './waitlist-store.ts'
import { readEntry } from './waitlist-views.ts'

export type AnswerWish = {
  readonly offerId: WaitlistOfferId
  readonly actor: string
  readonly source: AppointmentSource
  readonly callId: CallId | null
}

export type AcceptResult =
  | BookingResult
  | { readonly kind: 'unknown' }
  /** It was declined, withdrawn or has run out. */
  | { readonly kind: 'over'; readonly state: Exclude<OfferState, 'accepted'> }

/** `repeated`: it was so before, and nothing was done. */
export type DeclineResult =
  | { readonly kind: 'declined'; readonly repeated: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'over'; readonly state: OfferState }

export type WithdrawResult =
  | { readonly kind: 'withdrawn'; readonly repeated: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not_waiting'; readonly state: WaitlistState }

/** Yes, no, or not any more. What is not taken goes to the next. */
export function createAnswerOffer(
  { clock, jobs, live }: Platform,
  parts: {
    bookAppointment: ReturnType<typeof createBookAppointment>
    offerPlaces: JobDefinition<{ tenant_id: string }>
  },
) {
  /** The appointment, from the place that was held for it. Said again, the same appointment. */
  async function acceptOffer(tx: Tx, wish: AnswerWish): Promise<AcceptResult> {
    const offer = await lockOffer(tx, wish.offerId)
    if (!offer) return { kind: 'unknown' }
    if (offer.state !== 'accepted' && offer.state !== 'open') return { kind: 'over', state: offer.state }
    if (offer.state === 'open' && isOver(offer)) return { kind: 'over', state: 'expired' }
    const entry = await readEntry(tx, offer.entryId)
    if (!entry) throw new Error('An offer is of an entry.')
    const booked = await parts.bookAppointment(tx, {
      token: offer.token,
      holder: holderOf(offer.id),
      idempotencyKey: holderOf(offer.id),
      customer: { id: entry.customerId },
      attendeeName: entry.attendeeName,
      source: wish.source,
      callId: wish.callId,
      note: entry.note,
      actor: wish.actor,
      waitlistEntryId: offer.entryId,
    })
    if (booked.kind !== 'booked' || offer.state === 'accepted') return booked
    const { appointmentId } = booked
    const at = clock.now()
    await settleOffer(tx, offer.id, { state: 'accepted', actor: wish.actor, at, appointmentId })
    await endEntry(tx, offer.entryId, { state: 'booked', actor: wish.actor, at })
    await tell(tx, offer.entryId)
    return booked
  }

  async function declineOffer(tx: Tx, wish: Pick<AnswerWish, 'offerId' | 'actor'>): Promise<DeclineResult> {
    const offer = await lockOffer(tx, wish.offerId)
    if (!offer) return { kind: 'unknown' }
    if (offer.state === 'declined') return { kind: 'declined', repeated: true }
    if (offer.state !== 'open') return { kind: 'over', state: offer.state }
    await giveUp(tx, offer, { state: isOver(offer) ? 'expired' : 'declined', actor: wish.actor })
    return { kind: 'declined', repeated: false }
  }

  /** Waits no longer; what is offered to them at the moment goes to the next. */
  async function leaveWaitlist(
    tx: Tx,
    wish: { entryId: WaitlistEntryId; actor: string },
  ): Promise<WithdrawResult> {
    const entry = await lockEntry(tx, { id: wish.entryId })
    if (!entry) return { kind: 'unknown' }
    if (entry.state === 'withdrawn') return { kind: 'withdrawn', repeated: true }
    if (entry.state !== 'waiting') return { kind: 'not_waiting', state: entry.state }
    const offer = await openOfferOf(tx, entry.id)
    if (offer) await giveUp(tx, offer, { state: 'withdrawn', actor: wish.actor })
    await endEntry(tx, entry.id, { state: 'withdrawn', actor: wish.actor, at: clock.now() })
    await tell(tx, entry.id)
    return { kind: 'withdrawn', repeated: false }
  }

  async function lockOffer(tx: Tx, id: WaitlistOfferId): Promise<StoredOffer | null> {
    const known = await readOffer(tx, id)
    if (!known) return null
    await lockEntry(tx, { id: known.entryId })
    return await readOffer(tx, id)
  }

  function isOver(offer: StoredOffer): boolean {
    return Temporal.Instant.compare(offer.deadlineAt, clock.now()) <= 0
  }

  async function giveUp(
    tx: Tx,
    offer: StoredOffer,
    { state, actor }: { state: 'declined' | 'withdrawn' | 'expired'; actor: string },
  ): Promise<void> {
    await settleOffer(tx, offer.id, { state, actor, at: clock.now() })
    await deleteHold(tx, offer.holdId)
    await jobs.enqueue(tx, parts.offerPlaces, { tenant_id: tx.tenantId })
    await tell(tx, offer.entryId)
  }

  async function tell(tx: Tx, entryId: WaitlistEntryId): Promise<void> {
    await live.announce(tx, { topic: 'waitlist', id: entryId, call_id: null })
  }

  return { acceptOffer, declineOffer, leaveWaitlist, giveUp, lockOffer, isOver }
}
