import { randomInt } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type Statement, sendTogether } from '../../platform/db/send-together.ts'
import { type AppointmentId, type CallId, type CustomerId, newId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers, CustomerWish } from '../customers/index.ts'
import { type Claimed, claimSlot, whyNotBooked } from './claim-slot.ts'
import type { SlotClaim } from './domain/slot-token.ts'
import { appointmentBooked } from './events.ts'
import type { FindAlternatives } from './find-alternatives.ts'
import { HOLD_MS } from './hold-slot.ts'
import type { Refusal } from './refusal.ts'
import type { SlotTokens } from './slot.ts'
import { turnHoldIntoAppointment } from './store.ts'

export type BookingWish = {
  readonly token: string
  /** Whose holds count as our own: `call:<id>` or `api:<key>`. */
  readonly holder: string
  /** The same key is the same booking, however often it is asked for. */
  readonly idempotencyKey: string
  readonly customer: CustomerWish | { readonly id: CustomerId }
  readonly attendeeName: string
  readonly source: 'phone' | 'web' | 'api' | 'staff'
  readonly callId: CallId | null
  readonly note: string | null
  /** For the record of changes. */
  readonly actor: string
}

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
  type Booking = {
    readonly id: AppointmentId
    readonly wish: BookingWish
    readonly claim: SlotClaim
    readonly claimed: Claimed & { kind: 'claimed' }
    readonly customerId: CustomerId
  }
  const insertAppointment = (tx: Tx, { id, wish, claim, claimed, customerId }: Booking): Statement => {
    const { service, locationId, done } = claimed
    const contact = 'id' in wish.customer ? null : wish.customer
    return tx
      .insertInto('appointment')
      .values({
        id,
        reference: newReference(),
        location_id: locationId,
        service_id: service.id,
        service_version: service.version,
        customer_id: customerId,
        attendee_name: parts.customers.tidyName(wish.attendeeName),
        state: 'confirmed',
        starts_at: isoText(claim.start),
        ends_at: isoText(claim.start + done.minutes * 60_000),
        price_minor: done.priceMinor,
        segment_minutes: done.segmentMinutes === null ? null : [...done.segmentMinutes],
        currency: service.currency,
        source: wish.source,
        call_id: wish.callId,
        contact_phone: contact?.phoneE164 ?? null,
        contact_email: contact?.email ?? null,
        note: wish.note?.slice(0, 2000) ?? null,
        idempotency_key: wish.idempotencyKey,
        created_at: isoText(platform.clock.now()),
      })
      .compile()
  }
  const insertChange = (tx: Tx, { id, wish, claim }: Booking): Statement =>
    tx
      .insertInto('appointment_change')
      .values({
        id: newId<'appointment-change'>(),
        appointment_id: id,
        kind: 'booked',
        actor: wish.actor,
        after: JSON.stringify({
          state: 'confirmed',
          starts_at: isoText(claim.start),
          resources: claim.resourceIds,
        }),
        at: isoText(platform.clock.now()),
        request_id: currentRequestId(),
      })
      .compile()

  return async function bookAppointment(tx: Tx, wish: BookingWish): Promise<BookingResult> {
    const repeated = await findByIdempotencyKey(tx, wish.idempotencyKey)
    if (repeated) return repeated
    const claim = parts.tokens.read(tx.tenantId, wish.token)
    if ('kind' in claim) return claim
    const claimed = await claimSlot(platform, parts.catalogue, tx, {
      claim,
      holder: wish.holder,
      holdMs: HOLD_MS,
      purpose: 'book',
    })
    if (claimed.kind === 'taken' || claimed.kind === 'closed') {
      // The same booking may have been committed by another request while this one waited for the place.
      const [ours, alternatives] = await Promise.all([
        findByIdempotencyKey(tx, wish.idempotencyKey),
        parts.findAlternatives(tx, { claim, service: claimed.service }),
      ])
      return ours ?? { kind: claimed.kind, alternatives }
    }
    if (claimed.kind !== 'claimed') return whyNotBooked(claimed)

    const id = newId<'appointment'>()
    const customerId =
      'id' in wish.customer ? wish.customer.id : await parts.customers.resolve(tx, wish.customer)
    const booking = { id, wish, claim, claimed, customerId }
    await Promise.all([
      sendTogether(tx, [
        insertAppointment(tx, booking),
        ...turnHoldIntoAppointment(tx, claimed.holdId, id),
        insertChange(tx, booking),
      ]),
      platform.jobs.publish(tx, appointmentBooked, {
        tenant_id: tx.tenantId,
        appointment_id: id,
        version: 1,
      }),
      platform.live.announce(tx, { topic: 'appointment', id, call_id: wish.callId }),
    ])
    return { kind: 'booked', appointmentId: id, customerId, repeated: false }
  }
}

async function findByIdempotencyKey(
  tx: Tx,
  key: string,
): Promise<(BookingResult & { kind: 'booked' }) | null> {
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

/** Without letters and digits that sound or look alike on the phone. Seven of 26: eight thousand million. */
const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679'

function newReference(): string {
  return Array.from({ length: 7 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
