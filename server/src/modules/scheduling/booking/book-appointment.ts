import type { Tx } from '../../../platform/db/database.ts'
import { type AppointmentId, type CustomerId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers, PreparedCustomer } from '../../customers/index.ts'
import type { FindAlternatives } from '../availability/find-alternatives.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import { type Claimed, claimSlot } from '../holds/claim-slot.ts'
import type { Refusal } from '../refusal.ts'
import type { SlotTokens } from '../slot.ts'
import type { BookingWish } from './booking-wish.ts'
import { writeBooking } from './insert-booking.ts'

export type BookingResult =
  | {
      readonly kind: 'booked'
      readonly appointmentId: AppointmentId
      readonly customerId: CustomerId
      /** True: it was there before, made with the same key. */
      readonly repeated: boolean
    }
  | Refusal

/** An appointment that has its place and is not written yet. */
export type ClaimedBooking = {
  readonly kind: 'claimed'
  readonly id: AppointmentId
  readonly wish: BookingWish
  readonly claim: SlotClaim
  readonly claimed: Claimed
}

type Parts = {
  readonly catalogue: Catalogue
  readonly customers: Customers
  readonly tokens: SlotTokens
  readonly findAlternatives: FindAlternatives
}

export type BookingSteps = ReturnType<typeof createBookingSteps>

/**
 * The two steps of every booking: all its places, and then the customer with all that is written. Who books several at
 * once takes the first step for each before the second for any: a place and the lock of a number are always taken in
 * this order, so that nobody waits in a circle.
 */
export function createBookingSteps(platform: Platform, parts: Parts) {
  return {
    /**
     * Wins the place of a token; whoever holds it keeps it without a gap. `booked`: made before with the same key.
     * Nothing is written on refusal.
     */
    async claim(tx: Tx, wish: BookingWish): Promise<ClaimedBooking | BookingResult> {
      const repeated = await findByIdempotencyKey(tx, wish.idempotencyKey)
      if (repeated) return repeated
      const claim = parts.tokens.read(tx.tenantId, wish.token)
      if ('kind' in claim) return claim
      const id = newId<'appointment'>()
      const { holder } = wish
      const claimed = await claimSlot(platform, parts.catalogue, tx, { claim, holder, appointmentId: id })
      if (claimed.kind === 'taken' || claimed.kind === 'closed') {
        // The same booking may have been committed by another request while this one waited for the place.
        const [ours, alternatives] = await Promise.all([
          findByIdempotencyKey(tx, wish.idempotencyKey),
          parts.findAlternatives(tx, { claim, service: claimed.service }),
        ])
        return ours ?? { kind: claimed.kind, alternatives }
      }
      return claimed.kind === 'claimed' ? { kind: 'claimed', id, wish, claim, claimed } : claimed
    },

    /** Who they are for; locks their number. */
    async customerOf(tx: Tx, { customer }: Pick<BookingWish, 'customer'>): Promise<PreparedCustomer> {
      if ('id' in customer) return { id: customer.id, writes: [] }
      return await parts.customers.prepare(tx, customer)
    },

    /** Appointment, change record and event, behind what their customer needs. */
    async write(tx: Tx, booking: ClaimedBooking, customer: PreparedCustomer): Promise<void> {
      const attendeeName = parts.customers.tidyName(booking.wish.attendeeName)
      const whole = { ...booking, customerId: customer.id, attendeeName }
      await writeBooking(platform, tx, { booking: whole, before: customer.writes })
    },
  }
}

/** Commits an appointment with its allocations, its change record and its event, all in the transaction given. */
export function createBookAppointment({ claim, customerOf, write }: BookingSteps) {
  return async function bookAppointment(tx: Tx, wish: BookingWish): Promise<BookingResult> {
    const booking = await claim(tx, wish)
    if (booking.kind !== 'claimed') return booking
    const customer = await customerOf(tx, wish)
    await write(tx, booking, customer)
    return { kind: 'booked', appointmentId: booking.id, customerId: customer.id, repeated: false }
  }
}

async function findByIdempotencyKey(
  tx: Tx,
  key: string | null,
): Promise<(BookingResult & { kind: 'booked' }) | null> {
  if (key === null) return null
  const row = await tx
    .selectFrom('appointment')
    .select(['appointment.id', 'appointment.customer_id'])
    .where('appointment.tenant_id', '=', tx.tenantId)
    .where('appointment.idempotency_key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  return {
    kind: 'booked',
    appointmentId: row.id as AppointmentId,
    customerId: row.customer_id as CustomerId,
    repeated: true,
  }
}
