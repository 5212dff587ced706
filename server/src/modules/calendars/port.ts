import type { CalendarConnectionId, TenantId } from '../../platform/ids/ids.ts'

/** The calendar providers. A feed (`ics`) can only be read. */
export type CalendarProvider = 'calcom' | 'google' | 'microsoft' | 'caldav' | 'ics'

/**
 * What every provider of calendars is to us: busy times in, appointments out, changes back, and whether it can be asked
 * at all. An adapter speaks one provider's protocol and knows nothing of our tables; each method asks over the network
 * (never inside a transaction), answers with a value for whatever the provider says, and throws nothing but bugs.
 */
export type CalendarAdapter = {
  readonly provider: CalendarProvider
  readonly writes: boolean
  /** How the provider tells of changes: `none` is read on a schedule alone. */
  readonly push: 'webhook' | 'channel' | 'none'
  /** Whether the credentials work, and what can be linked: calendars, or event types. */
  listTargets(account: CalendarAccount): Promise<Answer<readonly ExternalTarget[]>>
  /**
   * Whether a target will do before it is linked, with the settings of the link; `refused` says what is missing. Left out:
   * whatever can be read will do.
   */
  tryTarget?(account: CalendarAccount, target: string, settings: unknown): Promise<Answer<null>>
  /** Without a cursor everything of the window, with one what has changed since. `expired`: read without a cursor. */
  readEvents(
    account: CalendarAccount,
    target: string,
    reading: Reading,
  ): Promise<Answer<EventChanges> | { readonly kind: 'expired' }>
  /** The events that carry our reference, newest first: settles what a request that got no clear answer did. */
  findEvents(
    account: CalendarAccount,
    target: string,
    search: EventSearch,
  ): Promise<Answer<readonly ExternalEvent[]>>
  createEvent(account: CalendarAccount, target: string, event: OutgoingEvent): Promise<Answer<WrittenEvent>>
  /** Moves or rewrites what `written` names; some providers make a new event of it. */
  changeEvent(
    account: CalendarAccount,
    target: string,
    event: OutgoingEvent,
    written: WrittenEvent,
  ): Promise<Answer<WrittenEvent>>
  /** An event that is gone already counts as removed. */
  removeEvent(
    account: CalendarAccount,
    target: string,
    written: WrittenEvent,
    reason: string | null,
  ): Promise<Answer<null>>
  /** Only with `push: 'channel'`: asks to be told, for a limited time. */
  startPush?(account: CalendarAccount, target: string, channel: PushWish): Promise<Answer<PushChannel>>
  stopPush?(account: CalendarAccount, channel: PushChannel): Promise<Answer<null>>
  /** Gives back what somebody consented to; the secrets are worth nothing afterwards. */
  endAccess?(account: CalendarAccount): Promise<Answer<null>>
}

/** A connection with its credentials opened. `secrets` is what the adapter stored: it parses it itself. */
export type CalendarAccount = {
  readonly tenantId: TenantId
  readonly connectionId: CalendarConnectionId
  readonly secrets: unknown
  /** Keeps secrets that the provider has replaced, such as a rotated refresh token. */
  keepSecrets(secrets: unknown): Promise<void>
  /** IANA zone of the business: for floating times and days without time. */
  readonly zone: string
  /** Work that somebody waits for goes first where the provider counts requests. */
  readonly urgency: 'live' | 'background'
}

/**
 * What a provider answered. `unclear`: it may or may not have been done, look before repeating. `refused`: never
 * repeat as it is. `unauthorised`: somebody has to connect anew.
 */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'taken'; readonly detail: string }
  | { readonly kind: 'changed_meanwhile' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unauthorised'; readonly detail: string }
  | { readonly kind: 'later'; readonly detail: string; readonly afterSeconds: number | null }
  | { readonly kind: 'unclear'; readonly detail: string }

/** A calendar or an event type that a staff member or a service can be linked to. */
export type ExternalTarget = {
  readonly id: string
  readonly name: string
  readonly kind: 'calendar' | 'event_type'
  readonly writable: boolean
  readonly zone: string | null
  readonly minutes: number | null
  /** Among whom the provider shares it out: a link says who of ours each of them is. Left out: nobody is chosen. */
  readonly hosts?: ReadonlyArray<{ readonly id: string; readonly name: string | null }>
  /** What each booking must answer and nobody is asked on the telephone: a link says the answers. */
  readonly questions?: ReadonlyArray<{ readonly id: string; readonly label: string | null }>
}

export type Reading = {
  readonly cursor: string | null
  /** Half-open. Occurrences of series are expanded within it. */
  readonly window: { readonly start: Temporal.Instant; readonly end: Temporal.Instant }
}

export type EventChanges = {
  /** `whole`: what is not in `events` does not exist within the window. `since`: only what has changed. */
  readonly extent: 'whole' | 'since'
  readonly events: readonly ExternalEvent[]
  /** Ids of events that no longer exist; empty with `whole`. */
  readonly removed: readonly string[]
  /** For the next reading; null: the provider has none, the next is a whole one. */
  readonly cursor: string | null
}

/** One entry of a calendar: a single one, or a series with its occurrences within the window. */
export type ExternalEvent = {
  readonly id: string
  readonly uid: string | null
  /** Changes whenever the event does, such as an ETag; null if the provider has none. */
  readonly version: string | null
  /** The reference that we wrote into it; null: it is not ours. */
  readonly reference: string | null
  readonly busy: 'busy' | 'tentative' | 'free'
  readonly state: 'confirmed' | 'requested' | 'cancelled'
  readonly title: string | null
  readonly occurrences: readonly ExternalOccurrence[]
}

export type ExternalOccurrence = {
  /** Unique within the event, and stays when the occurrence moves. */
  readonly key: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export type EventSearch = {
  readonly reference: string
  /** Where the provider can only search by time. */
  readonly near: { readonly start: Temporal.Instant; readonly end: Temporal.Instant }
}

/** An appointment as it should stand in the other calendar. */
export type OutgoingEvent = {
  /** Stable for the appointment and the target, of the characters 0-9 a-v alone, at most 64. */
  readonly reference: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly zone: string
  readonly title: string
  readonly description: string
  readonly location: string | null
  readonly state: 'confirmed' | 'requested'
  readonly attendee: {
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
    readonly locale: 'de' | 'en'
  }
  /** What the link's settings add, such as answers to booking fields; the adapter parses them. */
  readonly settings: unknown
}

/** Where an event of ours stands: enough to change and remove it. */
export type WrittenEvent = {
  readonly id: string
  readonly uid: string | null
  readonly version: string | null
  readonly state: 'confirmed' | 'requested'
  /** Whom the provider chose, where it chooses; null otherwise. */
  readonly host: string | null
}

export type PushWish = {
  readonly id: string
  readonly address: string
  readonly secret: string
}

export type PushChannel = {
  readonly id: string
  /** The provider's own name for it. */
  readonly resource: string
  readonly expiresAt: Temporal.Instant
}
