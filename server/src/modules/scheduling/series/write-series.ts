import type { Tx } from '../../../platform/db/database.ts'
import { sendTogether } from '../../../platform/db/send-together.ts'
import {
  type AppointmentId,
  type CustomerId,
  newId,
  type SeriesChangeId,
  type SeriesId,
} from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { writeBooking } from '../booking/insert-booking.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import { seriesBooked } from '../events.ts'
import { type Claimed, claimSlot } from '../holds/claim-slot.ts'
import { lockResources } from '../store.ts'
import type { Occurrence } from './plan-occurrences.ts'
import { insertSeries, insertSeriesChange, replaceForm } from './series-store.ts'
import type { SeriesWish } from './series-wish.ts'

export type PlannedBooking = { readonly occurrence: Occurrence; readonly claim: SlotClaim }

export type WrittenSeries = { readonly id: SeriesId; readonly skipped: readonly Occurrence[] }

type ClaimedBooking = PlannedBooking & { readonly id: AppointmentId; readonly claimed: Claimed }

type Made = { readonly id: SeriesId; readonly changeId: SeriesChangeId; readonly customerId: CustomerId }

/** Writes a series with what its places still can be had of. Whoever asks takes back what was written on null. */
export function createWriteSeries(platform: Platform, parts: { catalogue: Catalogue; customers: Customers }) {
  const { clock, jobs } = platform

  /**
   * Null: the key was taken, something was lost to somebody else that may not be left out, or everything was.
   *
   * Places first, and only then the customer's number, as every booking takes them: two who took them in another order
   * would wait in a circle.
   */
  return async function writeSeries(
    tx: Tx,
    wish: SeriesWish,
    planned: { occurrences: readonly Occurrence[]; bookings: readonly PlannedBooking[] },
  ): Promise<WrittenSeries | null> {
    const places = await claimAll(tx, wish, planned.bookings)
    const isEnough =
      wish.conflicts === 'refuse' ? places.length === planned.bookings.length : places.length > 0
    const made = isEnough ? await begin(tx, wish) : null
    if (!made) return null
    const attendeeName = parts.customers.tidyName(wish.attendeeName)
    for (const [number, { id, claim, claimed, occurrence }] of places.entries()) {
      const own = {
        ...wish,
        token: '',
        idempotencyKey: `${wish.idempotencyKey}/${number}`,
        series: { id: made.id, start: occurrence.start, changeId: made.changeId },
      }
      const booking = { id, wish: own, claim, claimed, customerId: made.customerId, attendeeName }
      await writeBooking(platform, tx, { booking, before: [] })
    }
    const booked = new Set(places.map(({ occurrence }) => occurrence))
    const skipped = planned.occurrences.filter(occurrence => !booked.has(occurrence)).map(asLost)
    await finish(tx, made, { wish, skipped })
    return { id: made.id, skipped }
  }

  /** In order of time for everybody, so that two series for one chair do not wait in a circle. */
  async function claimAll(
    tx: Tx,
    wish: SeriesWish,
    bookings: readonly PlannedBooking[],
  ): Promise<ClaimedBooking[]> {
    const ids = new Set(bookings.flatMap(({ claim }) => claim.resourceIds))
    await lockResources(tx, [...ids].toSorted())
    const places: ClaimedBooking[] = []
    for (const { occurrence, claim } of bookings.toSorted(
      (one, other) => one.claim.start - other.claim.start,
    )) {
      const id: AppointmentId = newId<'appointment'>()
      const { holder } = wish
      const claimed = await claimSlot(platform, parts.catalogue, tx, { claim, holder, appointmentId: id })
      if (claimed.kind === 'claimed') places.push({ id, occurrence, claim, claimed })
      else if (wish.conflicts === 'refuse') break
    }
    return places
  }

  /** Null: the same series was committed by another request while this one waited for the key. */
  async function begin(tx: Tx, wish: SeriesWish): Promise<Made | null> {
    const customer =
      'id' in wish.customer
        ? { id: wish.customer.id, writes: [] }
        : await parts.customers.prepare(tx, wish.customer)
    await sendTogether(tx, customer.writes)
    const id: SeriesId = newId<'series'>()
    const isNew = await insertSeries(tx, {
      ...wish,
      id,
      serviceId: wish.service.id,
      customerId: customer.id,
      attendeeName: parts.customers.tidyName(wish.attendeeName),
      at: clock.now(),
    })
    if (!isNew) return null
    const changeId: SeriesChangeId = newId<'series-change'>()
    const { rrule, dtstart, zone } = wish.rule
    await insertSeriesChange(tx, {
      id: changeId,
      seriesId: id,
      kind: 'booked',
      actor: wish.actor,
      after: { rrule, dtstart: dtstart.toString(), zone },
      at: clock.now(),
    })
    return { id, changeId, customerId: customer.id }
  }

  async function finish(
    tx: Tx,
    { id }: Made,
    { wish, skipped }: { wish: SeriesWish; skipped: readonly Occurrence[] },
  ): Promise<void> {
    if (skipped.length > 0)
      await replaceForm(tx, id, {
        rrule: wish.rule.rrule,
        dtstart: wish.rule.dtstart.toString(),
        exceptions: skipped.map(({ wall }) => wall.toString()),
        resource_id: wish.staffId,
        version: 1,
      })
    await jobs.publish(tx, seriesBooked, { tenant_id: tx.tenantId, series_id: id, version: 1 })
  }
}

/** What was free when it was looked at went to somebody else. */
function asLost(occurrence: Occurrence): Occurrence {
  return occurrence.conflict === null ? { ...occurrence, slot: null, conflict: 'taken' } : occurrence
}
