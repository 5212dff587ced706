import type { Answer, CalendarAccount, OutgoingEvent, WrittenEvent } from '../port.ts'
import type { CalcomClient, CalcomReply } from './calcom-client.ts'
import { composeBooking } from './compose-booking.ts'
import type { EventTypes } from './event-types.ts'
import { referenceIn } from './metadata.ts'
import type { ReadBookings } from './read-bookings.ts'
import type { CalcomSettings } from './settings.ts'
import { parseTarget } from './targets.ts'
import { failureFrom, toAnswer } from './to-answer.ts'
import { isOver, toWrittenEvent } from './to-external-event.ts'
import { type Booking, bookingAnswer, type EventType } from './wire.ts'

type Parts = {
  readonly client: CalcomClient
  readonly eventTypes: EventTypes
  readonly readBookings: ReadBookings
  readonly settings: CalcomSettings
}
type Order = { readonly account: CalendarAccount; readonly target: string; readonly event: OutgoingEvent }

const REMOVED = { kind: 'done', value: null } as const

/** How often a booking may have been moved before nobody follows it any more. */
const MOST_MOVES = 20

/**
 * Bookings made, moved and cancelled. Whatever is not clear is looked up by our reference, which goes into the metadata
 * before anything is sent: Cal.com refuses, breaks off and times out for bookings that it made (failure 58).
 */
export function createWriteBookings({ client, eventTypes, readBookings, settings }: Parts) {
  const lookUp = async ({ account, target, event }: Order): Promise<Answer<Booking | null>> => {
    const near = { start: event.startsAt.subtract({ hours: 24 }), end: event.endsAt.add({ hours: 24 }) }
    const found = await readBookings.findBookings(account, target, { reference: event.reference, near })
    if (found.kind !== 'done') return found
    return { kind: 'done', value: found.value.find(booking => !isOver(booking)) ?? null }
  }

  /** What became of a request whose answer does not say it. */
  const settle = async (order: Order, otherwise: Answer<WrittenEvent>): Promise<Answer<WrittenEvent>> => {
    const found = await lookUp(order)
    if (found.kind !== 'done') return { kind: 'unclear', detail: `Could not be looked up: ${found.kind}` }
    return found.value === null ? otherwise : asWanted(found.value, order.event)
  }

  const follow = async (account: CalendarAccount, uid: string): Promise<Answer<Booking>> => {
    let next = uid
    for (let moves = 0; moves < MOST_MOVES; moves++) {
      const request = { operation: 'read booking', id: next, answer: bookingAnswer } as const
      const answer = toAnswer(await client.ask(account, request))
      if (answer.kind !== 'done') return answer
      const { data } = answer.value
      if (!data.rescheduledToUid) return { kind: 'done', value: data }
      next = data.rescheduledToUid
    }
    return { kind: 'refused', detail: `Booking ${uid} was moved more than ${MOST_MOVES} times.` }
  }

  const createEvent = async (order: Order): Promise<Answer<WrittenEvent>> => {
    const { account, event } = order
    const type = await eventTypeOf(eventTypes, order)
    if (type.kind !== 'done') return type
    const composed = composeBooking(event, type.value, settings)
    if (composed.kind === 'refused') return composed
    if (mayDouble(type.value)) {
      const known = await lookUp(order)
      if (known.kind !== 'done') return known
      if (known.value !== null) return asWanted(known.value, event)
    }
    const { json } = composed
    const reply = await client.ask(account, { operation: 'create booking', json, answer: bookingAnswer })
    return await afterWriting(order, reply)
  }

  /** Only what carries our reference, at our time, is the booking that was asked for (failure 55). */
  const afterWriting = async (
    order: Order,
    reply: CalcomReply<{ data: Booking }>,
  ): Promise<Answer<WrittenEvent>> => {
    switch (reply.kind) {
      case 'ok':
        if (referenceIn(reply.value.data.metadata) === order.event.reference)
          return asWanted(reply.value.data, order.event)
        return await settle(order, {
          kind: 'refused',
          detail: 'Cal.com answered with somebody else’s booking.',
        })
      case 'said_no': {
        const { code } = reply.refusal
        if (code === 'not_found') await eventTypes.forget(order.account)
        if (code === 'not_found')
          return { kind: 'refused', detail: `The event type is not there: ${reply.refusal.message}` }
        if (code === 'unauthorised' || code === 'too_many_requests') return failureFrom(reply.refusal)
        return await settle(order, failureFrom(reply.refusal))
      }
      case 'unclear':
        return await settle(order, reply)
      default:
        return reply
    }
  }

  /** A booking moves into a new one. Words cannot be changed there: what only reads differently stays. */
  const changeEvent = async (order: Order, written: WrittenEvent): Promise<Answer<WrittenEvent>> => {
    const { account, event } = order
    const current = await follow(account, written.id)
    if (current.kind !== 'done') return current
    if (isOver(current.value)) return { kind: 'gone' }
    if (isAt(current.value, event)) return { kind: 'done', value: toWrittenEvent(current.value) }
    if (minutesOf(current.value) !== minutesOf({ start: event.startsAt, end: event.endsAt }))
      return {
        kind: 'refused',
        detail: 'other_length: Cal.com moves a booking, and cannot change its length.',
      }
    const reply = await client.ask(account, {
      ...{ operation: 'move booking', id: current.value.uid, answer: bookingAnswer },
      json: { start: event.startsAt.toString() },
    })
    if (reply.kind === 'ok' && reply.value.data.rescheduledFromUid === current.value.uid)
      return asWanted(reply.value.data, event)
    if (reply.kind === 'later' || reply.kind === 'unauthorised') return reply
    return await afterMoving(account, { uid: current.value.uid, event, reply })
  }

  const afterMoving = async (
    account: CalendarAccount,
    moved: { uid: string; event: OutgoingEvent; reply: CalcomReply<unknown> },
  ): Promise<Answer<WrittenEvent>> => {
    const now = await follow(account, moved.uid)
    if (now.kind === 'gone') return now
    if (now.kind !== 'done') return { kind: 'unclear', detail: `Could not be looked up: ${now.kind}` }
    if (isOver(now.value)) return { kind: 'gone' }
    if (isAt(now.value, moved.event)) return { kind: 'done', value: toWrittenEvent(now.value) }
    const { reply } = moved
    if (reply.kind === 'said_no') return failureFrom(reply.refusal)
    return reply.kind === 'ok' ? { kind: 'unclear', detail: 'Cal.com moved another booking.' } : reply
  }

  /** By uid, never by id, and with as little as it takes (failure 56). */
  const removeEvent = async (
    account: CalendarAccount,
    written: WrittenEvent,
    reason: string | null,
  ): Promise<Answer<null>> => {
    const current = await follow(account, written.id)
    const before = whetherGone(current)
    if (before !== null) return before
    if (current.kind !== 'done') return current
    const { uid } = current.value
    const reply = await client.ask(account, {
      ...{ operation: 'cancel booking', id: uid, answer: bookingAnswer },
      json: reason === null ? {} : { cancellationReason: reason },
    })
    if (reply.kind === 'ok') return REMOVED
    if (reply.kind === 'later' || reply.kind === 'unauthorised') return reply
    return afterCancelling(reply, await follow(account, uid))
  }

  return { createEvent, changeEvent, removeEvent }
}

/** Null: it is there, or that is not known. */
function whetherGone(found: Answer<Booking>): Answer<null> | null {
  const isGone = found.kind === 'gone' || (found.kind === 'done' && isOver(found.value))
  return isGone ? REMOVED : null
}

function afterCancelling(
  reply: Exclude<CalcomReply<unknown>, { kind: 'ok' }>,
  now: Answer<Booking>,
): Answer<null> {
  const gone = whetherGone(now)
  if (gone !== null) return gone
  if (now.kind !== 'done') return { kind: 'unclear', detail: `Could not be looked up: ${now.kind}` }
  return reply.kind === 'said_no' ? failureFrom(reply.refusal) : reply
}

async function eventTypeOf(eventTypes: EventTypes, { account, target }: Order): Promise<Answer<EventType>> {
  const parsed = parseTarget(target)
  if (parsed?.kind !== 'event_type') return { kind: 'refused', detail: `"${target}" is no event type.` }
  const found = await eventTypes.find(account, parsed.id)
  if (found.kind !== 'done') return found
  if (found.value === null) return { kind: 'refused', detail: `Event type ${parsed.id} is not there.` }
  return { kind: 'done', value: found.value }
}

/** Another host, or a request that blocks nothing, would make a second booking of a repeat: these are looked up first. */
function mayDouble({ schedulingType, confirmationPolicy }: EventType): boolean {
  return schedulingType === 'roundRobin' || confirmationPolicy?.type !== undefined
}

function asWanted(booking: Booking, event: OutgoingEvent): Answer<WrittenEvent> {
  if (isOver(booking)) return { kind: 'gone' }
  return isAt(booking, event)
    ? { kind: 'done', value: toWrittenEvent(booking) }
    : { kind: 'changed_meanwhile' }
}

function isAt({ start, end }: Booking, event: OutgoingEvent): boolean {
  return start.equals(event.startsAt) && end.equals(event.endsAt)
}

function minutesOf({ start, end }: Pick<Booking, 'start' | 'end'>): number {
  return start.until(end).total('minutes')
}
