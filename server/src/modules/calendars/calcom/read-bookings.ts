import { z } from 'zod'
import type { Clock } from '../../../platform/time/clock.ts'
import type { Answer, CalendarAccount, EventChanges, EventSearch, ExternalEvent, Reading } from '../port.ts'
import { technicalAddress } from './attendee.ts'
import type { CalcomClient } from './calcom-client.ts'
import { referenceIn } from './metadata.ts'
import type { CalcomSettings } from './settings.ts'
import { type CalcomTarget, parseTarget } from './targets.ts'
import { toAnswer } from './to-answer.ts'
import { isOver, toExternalEvent } from './to-external-event.ts'
import { type Booking, bookingsAnswer, busyTimesAnswer } from './wire.ts'

const PAGE = 250
/** Below this a reading is not whole: better none than one that leaves something out. */
const MOST_PAGES = 40
/** What was changed just before may be listed a little late: so much is read once more. */
const OVERLAP = { seconds: 120 }

/** From when on, and what of that time was told already. */
const storedCursor = z.object({ after: z.string(), told: z.record(z.string(), z.string()) })
type Cursor = z.infer<typeof storedCursor>

type Parts = { readonly client: CalcomClient; readonly clock: Clock; readonly settings: CalcomSettings }
type Query = Readonly<Record<string, string | number | undefined>>

export function createReadBookings({ client, clock, settings }: Parts) {
  const list = async (account: CalendarAccount, query: Query): Promise<Answer<Listed>> => {
    const bookings: Booking[] = []
    let at: Temporal.Instant | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const reply = await client.ask(account, {
        ...{ operation: 'list bookings', answer: bookingsAnswer },
        query: { ...query, sortUpdatedAt: 'asc', take: PAGE, skip: page * PAGE },
      })
      if (reply.kind !== 'ok') return toAnswer(reply)
      at ??= reply.at
      bookings.push(...reply.value.data)
      if (!reply.value.pagination) return { kind: 'done', value: { bookings, at: at ?? clock.now() } }
    }
    return { kind: 'refused', detail: `There are more than ${MOST_PAGES * PAGE} bookings to read.` }
  }

  const whole = async (account: CalendarAccount, target: BookingsOf, { window }: Reading) => {
    const listed = await list(account, {
      ...scopeOf(target),
      afterStart: window.start.subtract({ hours: 24 }).toString(),
      beforeEnd: window.end.add({ hours: 24 }).toString(),
    })
    if (listed.kind !== 'done') return listed
    const { bookings, at } = listed.value
    return changes(
      'whole',
      bookings.filter(one => !isOver(one) && isWithin(one, window)),
      {
        removed: [],
        cursor: nextCursor(at, bookings),
      },
    )
  }

  const since = async (account: CalendarAccount, target: BookingsOf, { window }: Reading, cursor: Cursor) => {
    const listed = await list(account, { ...scopeOf(target), afterUpdatedAt: cursor.after })
    if (listed.kind !== 'done') return listed
    const { bookings, at } = listed.value
    const news = bookings.filter(one => cursor.told[one.uid] !== editionOf(one))
    const live = news.filter(one => !isOver(one))
    return changes(
      'since',
      live.filter(one => isWithin(one, window)),
      {
        removed: [
          ...news.filter(isOver).map(({ uid }) => uid),
          ...live.filter(one => !isWithin(one, window)).map(({ uid }) => uid),
        ],
        cursor: nextCursor(at, bookings),
      },
    )
  }

  return {
    async readEvents(
      account: CalendarAccount,
      targetText: string,
      reading: Reading,
    ): Promise<Answer<EventChanges> | { readonly kind: 'expired' }> {
      const target = parseTarget(targetText)
      if (target === null) return { kind: 'refused', detail: `Cal.com has no "${targetText}".` }
      if (target.kind === 'calendar') return await readBusyTimes(client, account, { target, reading })
      if (reading.cursor === null) return await whole(account, target, reading)
      const cursor = readCursor(reading.cursor)
      return cursor === null ? { kind: 'expired' } : await since(account, target, reading, cursor)
    },
    /** By time and, because it may have been moved anywhere, by the address that only this appointment has. */
    async findBookings(
      account: CalendarAccount,
      targetText: string,
      { reference, near }: EventSearch,
    ): Promise<Answer<readonly Booking[]>> {
      const target = parseTarget(targetText)
      if (target?.kind !== 'event_type')
        return { kind: 'refused', detail: `"${targetText}" is no event type.` }
      const found: Booking[] = []
      for (const query of [
        { attendeeEmail: technicalAddress(reference, settings.attendeeDomain) },
        { afterStart: near.start.toString(), beforeEnd: near.end.toString() },
      ]) {
        const listed = await list(account, { ...scopeOf(target), ...query })
        if (listed.kind !== 'done') return listed
        found.push(...listed.value.bookings.filter(one => referenceIn(one.metadata) === reference))
        // What was moved lives on in another booking.
        const standing = found.filter(one => !one.rescheduledToUid)
        if (standing.length > 0) return { kind: 'done', value: standing.reverse() }
      }
      return { kind: 'done', value: [] }
    },
  }
}

export type ReadBookings = ReturnType<typeof createReadBookings>

type Listed = { readonly bookings: readonly Booking[]; readonly at: Temporal.Instant }
type BookingsOf = Exclude<CalcomTarget, { kind: 'calendar' }>

/** Exactly the event type that is booked, and no relative of it (failure 51). */
function scopeOf(target: BookingsOf): Query {
  return target.kind === 'event_type' ? { eventTypeId: target.id } : {}
}

/** Times that people of the account have elsewhere: ranges without names, told as a whole each time. */
async function readBusyTimes(
  client: CalcomClient,
  account: CalendarAccount,
  { target, reading }: { target: Extract<CalcomTarget, { kind: 'calendar' }>; reading: Reading },
): Promise<Answer<EventChanges>> {
  const { start, end } = reading.window
  const reply = await client.ask(account, {
    operation: 'read busy times',
    query: {
      ...{ dateFrom: start.toString(), dateTo: end.toString(), timeZone: account.zone },
      'calendarsToLoad[0][credentialId]': target.credential,
      'calendarsToLoad[0][externalId]': target.calendar,
    },
    answer: busyTimesAnswer,
  })
  if (reply.kind !== 'ok') return toAnswer(reply)
  const events = reply.value.data.map(
    ({ start: startsAt, end: endsAt }): ExternalEvent => ({
      ...{ id: `${startsAt}/${endsAt}`, uid: null, version: null, reference: null, title: null },
      ...{ busy: 'busy', state: 'confirmed', occurrences: [{ key: 'single', startsAt, endsAt }] },
    }),
  )
  return { kind: 'done', value: { extent: 'whole', events, removed: [], cursor: null } }
}

function changes(
  extent: EventChanges['extent'],
  bookings: readonly Booking[],
  rest: Pick<EventChanges, 'removed' | 'cursor'>,
): Answer<EventChanges> {
  return { kind: 'done', value: { extent, events: bookings.map(toExternalEvent), ...rest } }
}

function nextCursor(at: Temporal.Instant, bookings: readonly Booking[]): string {
  const after = at.subtract(OVERLAP)
  const told = bookings.filter(({ updatedAt }) => Temporal.Instant.compare(updatedAt, after) >= 0)
  return JSON.stringify({
    after: after.toString(),
    told: Object.fromEntries(told.map(one => [one.uid, editionOf(one)])),
  } satisfies Cursor)
}

function editionOf({ status, updatedAt }: Booking): string {
  return `${updatedAt} ${status}`
}

function readCursor(text: string): Cursor | null {
  try {
    return storedCursor.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function isWithin({ start, end }: Booking, window: Reading['window']): boolean {
  return Temporal.Instant.compare(start, window.end) < 0 && Temporal.Instant.compare(end, window.start) > 0
}
