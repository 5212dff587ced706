import { randomUUIDv7 } from 'node:crypto'

declare const brand: unique symbol
/** A UUID that names one kind of thing: a `CallId` cannot be passed where a `TenantId` is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type TenantId = Id<'tenant'>
export type LocationId = Id<'location'>
export type ConnectionId = Id<'voice-connection'>
export type CustomerId = Id<'customer'>
export type ServiceId = Id<'service'>
export type ResourceId = Id<'resource'>
export type HoldId = Id<'hold'>
export type AppointmentId = Id<'appointment'>
export type GroupId = Id<'appointment-group'>
export type CallId = Id<'call'>
export type SeriesId = Id<'series'>
export type SeriesChangeId = Id<'series-change'>
export type WaitlistEntryId = Id<'waitlist-entry'>
export type WaitlistOfferId = Id<'waitlist-offer'>
export type ClosureId = Id<'closure'>
export type AbsenceId = Id<'absence'>
export type HoursExceptionId = Id<'hours-exception'>
export type CallbackRequestId = Id<'callback-request'>
export type WishId = Id<'wish'>
export type MessageId = Id<'message'>
export type ArticleId = Id<'knowledge-article'>
export type QuestionId = Id<'unanswered-question'>
export type VoiceAgentId = Id<'voice-agent'>
export type AgentVersionId = Id<'agent-version'>
export type PublicationId = Id<'agent-publication'>
export type CalendarConnectionId = Id<'calendar-connection'>
export type CalendarLinkId = Id<'calendar-link'>
export type SyncEntryId = Id<'sync-entry'>
export type CalendarConflictId = Id<'calendar-conflict'>
export type CalendarFeedId = Id<'calendar-feed'>
export type InboxEventId = Id<'inbox-event'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

let lastMs = 0
let lastCount = 0

/**
 * A new UUIDv7 (RFC 9562 §5.7): unique, and sorted by the order in which this process made them. Within a millisecond
 * the twelve bits after the time count on from a random number (§6.2, method 1); 62 bits stay random.
 */
export function newId<Kind extends string>(): Id<Kind> {
  const drawn: string = randomUUIDv7()
  const ms = Number.parseInt(drawn.slice(0, 8) + drawn.slice(9, 13), 16)
  if (ms > lastMs) {
    lastMs = ms
    lastCount = Number.parseInt(drawn.slice(15, 18), 16) >> 1
  } else if (lastCount < MOST_COUNTED) lastCount += 1
  else {
    lastMs += 1
    lastCount = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const count = lastCount.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${drawn.slice(18)}` as Id<Kind>
}

const MOST_COUNTED = 0xfff

/** Reads an id that came from outside; `null` when it is not a UUID at all. */
export function parseId<Kind extends string>(text: unknown): Id<Kind> | null {
  return typeof text === 'string' && UUID.test(text) ? (text.toLowerCase() as Id<Kind>) : null
}
