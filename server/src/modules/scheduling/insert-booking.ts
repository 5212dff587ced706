import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql, isoText } from '../../platform/db/instant-sql.ts'
import type { Statement } from '../../platform/db/send-together.ts'
import { type AppointmentId, type CustomerId, newId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { partsFromPlace } from './allocate.ts'
import type { BookingWish } from './booking-wish.ts'
import type { Claimed } from './claim-slot.ts'
import type { SlotClaim } from './domain/slot-token.ts'
import { appointmentBooked } from './events.ts'

type Booking = {
  readonly id: AppointmentId
  readonly wish: BookingWish
  readonly claim: SlotClaim
  readonly claimed: Claimed
  readonly customerId: CustomerId
  readonly attendeeName: string
}

/**
 * The row of an appointment that has its place, its parts, its first change, its event and the announcement, in one
 * statement: each of its own costs as much in the messages to the database as in what it writes.
 */
export function insertBooking({ clock, jobs, live }: Platform, tx: Tx, booking: Booking): Statement {
  const { id, wish, claim, claimed } = booking
  const { service, done } = claimed
  const contact = 'id' in wish.customer ? null : wish.customer
  const now = instantSql(clock.now())
  const state = service.needsConfirmation ? 'requested' : 'confirmed'
  const after = { state, starts_at: isoText(claim.start), resources: claim.resourceIds }
  const event = { tenant_id: tx.tenantId, appointment_id: id, version: 1 }
  const effects = [
    ...jobs.publishing(tx.tenantId, appointmentBooked, event),
    live.announcing(tx.tenantId, { topic: 'appointment', id, call_id: wish.callId }),
  ]
  return sql`
    with made as (
      insert into appointment (id, reference, location_id, service_id, service_version, customer_id, attendee_name,
        state, starts_at, ends_at, price_minor, segment_minutes, currency, source, call_id, group_id,
        contact_phone, contact_email, note, idempotency_key, created_at)
      values (${id}, ${newReference()}, ${claimed.locationId}, ${service.id}, ${service.version},
        ${booking.customerId}, ${booking.attendeeName}, ${state}, ${instantSql(claim.start)},
        ${instantSql(claim.start + done.minutes * 60_000)}, ${done.priceMinor},
        ${done.segmentMinutes === null ? null : [...done.segmentMinutes]}::integer[], ${service.currency},
        ${wish.source}, ${wish.callId}::uuid, ${wish.groupId ?? null}::uuid, ${contact?.phoneE164 ?? null}, ${contact?.email ?? null},
        ${wish.note?.slice(0, 2000) ?? null}, ${wish.idempotencyKey ?? `own:${id}`}, ${now})
    ), parts as (
      ${partsFromPlace(tx, id)}
    ), change as (
      insert into appointment_change (id, appointment_id, kind, actor, after, at, request_id)
      values (${newId<'appointment-change'>()}, ${id}, 'booked', ${wish.actor}, ${JSON.stringify(after)}, ${now},
        ${currentRequestId() ?? null})
    )
    select ${sql.join(effects)}
  `.compile(tx)
}

/** Without letters and digits that sound or look alike on the phone. Seven of 26: eight thousand million. */
const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679'

function newReference(): string {
  return Array.from({ length: 7 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
