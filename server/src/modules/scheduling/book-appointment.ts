import type { Tx } from '../../platform/db/database.ts'
import { type AppointmentId, type CustomerId, newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers, PreparedCustomer } from '../customers/index.ts'
import type { BookingWish } from './booking-wish.ts'
import { claimSlot } from './claim-slot.ts'
import type { FindAlternatives } from './find-alternatives.ts'
import { writeBooking } from './insert-booking.ts'
import type { Refusal } from './refusal.ts'
import type { SlotTokens } from './slot.ts'

export type BookingResult =
  | {
      readonly kind: 'booked'
      readonly appointmentId: AppointmentId
      readonly customerId: CustomerId
      /** True: it was there before, made with the same key. */
      readonly repeated: boolean
    }
  | Refusal

/**
 * Commits an appointment with its allocations, its change record and its event, all in the transaction given.
 * Whoever holds the slot keeps it without a gap; everybody else must win it first. Nothing is written on refusal.
 */
export function createBookAppointment(
  platform: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    tokens: SlotTokens
    findAlternatives: FindAlternatives
  },
) {
  return async function bookAppointment(tx: Tx, wish: BookingWish): Promise<BookingResult> {
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
    if (claimed.kind !== 'claimed') return claimed
    const customer = await customerOf(tx, wish)
    const attendeeName = parts.customers.tidyName(wish.attendeeName)
    const booking = { id, wish, claim, claimed, customerId: customer.id, attendeeName }
    await writeBooking(platform, tx, { booking, before: customer.writes })
    return { kind: 'booked', appointmentId: id, customerId: customer.id, repeated: false }
  }

  async function customerOf(tx: Tx, { customer }: BookingWish): Promise<PreparedCustomer> {
    if ('id' in customer) return { id: customer.id, writes: [] }
    return await parts.customers.prepare(tx, customer)
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
