import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import { type Statement, sendTogether } from '../../../platform/db/send-together.ts'
import { type AppointmentId, type CustomerId, newId } from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import { appointmentBooked } from '../events.ts'
import { partsFromPlace } from '../holds/allocate.ts'
import type { Claimed } from '../holds/claim-slot.ts'
import { type EndedWaits, endingWaits, tellEndedWaits } from '../waitlist/end-waiting.ts'
import type { BookingWish } from './booking-wish.ts'

type Booking = {
  readonly id: AppointmentId
  readonly wish: BookingWish
  readonly claim: SlotClaim
  readonly claimed: Claimed
  readonly customerId: CustomerId
  readonly attendeeName: string
}

/** Writes an appointment that has its place, behind what it needs, and tells who waits no longer because of it. */
export async function writeBooking(
  platform: Platform,
  tx: Tx,
  { booking, before }: { booking: Booking; before: readonly Statement[] },
): Promise<void> {
  const results = await sendTogether(tx, [...before, insertBooking(platform, tx, booking)])
  const [waits] = (results.at(-1)?.rows ?? []) as EndedWaits[]
  if (waits) await tellEndedWaits(platform, tx, waits)
}

/**
 * The row of an appointment that has its place, its parts, its first change, its event and the announcement, and the end of
 * waiting for it, in one statement: each of its own costs as much in the messages to the database as in what it writes.
 */
function insertBooking({ clock, jobs, live }: Platform, tx: Tx, booking: Booking): Statement<EndedWaits> {
  const { id, wish, claim, claimed } = booking
  const { service, done } = claimed
  const contact = 'id' in wish.customer ? null : wish.customer
  const now = instantSql(clock.now())
  const { state, awaitsCalendar } = beginningOf(claimed)
  const after = { state, starts_at: isoText(claim.start), resources: claim.resourceIds }
  const { series } = wish
  const event = {
    tenant_id: tx.tenantId,
    appointment_id: id,
    version: 1,
    ...(series ? { series_change_id: series.changeId } : {}),
  }
  const effects = [
    ...jobs.publishing(tx.tenantId, appointmentBooked, event),
    live.announcing(tx.tenantId, { topic: 'appointment', id, call_id: wish.callId }),
  ]
  const waits = {
    serviceId: service.id,
    customerId: booking.customerId,
    start: claim.start,
    actor: wish.actor,
    at: clock.now(),
    except: wish.waitlistEntryId ?? null,
  }
  return sql<EndedWaits>`
    with made as (
      insert into appointment (id, reference, location_id, service_id, service_version, customer_id, attendee_name,
        state, starts_at, ends_at, price_minor, segment_minutes, currency, source, call_id, group_id,
        series_id, series_start, contact_phone, contact_email, note, idempotency_key, created_at,
        awaits_calendar)
      values (${id}, ${newReference()}, ${claimed.locationId}, ${service.id}, ${service.version},
        ${booking.customerId}, ${booking.attendeeName}, ${state}, ${instantSql(claim.start)},
        ${instantSql(claim.start + done.minutes * 60_000)}, ${done.priceMinor},
        ${done.segmentMinutes === null ? null : [...done.segmentMinutes]}::integer[], ${service.currency},
        ${wish.source}, ${wish.callId}::uuid, ${wish.groupId ?? null}::uuid,
        ${series?.id ?? null}::uuid, ${series ? instantSql(series.start) : sql`null`}, ${contact?.phoneE164 ?? null}, ${contact?.email ?? null},
        ${wish.note?.slice(0, 2000) ?? null}, ${wish.idempotencyKey ?? `own:${id}`}, ${now},
        ${awaitsCalendar})
    ), parts as (
      ${partsFromPlace(tx, id)}
    ), change as (
      insert into appointment_change (id, appointment_id, kind, actor, after, at, series_change_id, request_id)
      values (${newId<'appointment-change'>()}, ${id}, 'booked', ${wish.actor}, ${JSON.stringify(after)}, ${now},
        ${series?.changeId ?? null}::uuid, ${currentRequestId() ?? null})
    ), ${endingWaits(tx, waits)}
    select (select array_agg(ended.id) from ended) as ended,
      (select count(*)::integer from withdrawn) as released, ${sql.join(effects)}
  `.compile(tx)
}

/** Whether it waits for a person, for a calendar that cannot be read, or for nobody. */
function beginningOf({ service, awaitsCalendar }: Claimed) {
  if (service.needsConfirmation) return { state: 'requested', awaitsCalendar: false }
  return { state: awaitsCalendar ? 'requested' : 'confirmed', awaitsCalendar }
}

/** Without letters and digits that sound or look alike on the phone. Seven of 26: eight thousand million. */
const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679'

function newReference(): string {
  return Array.from({ length: 7 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
