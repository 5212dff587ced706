/**
 * How an appointment gets from where it stands in the other calendar to where it should. What was begun without a clear
 * answer is looked for before anything else (failure 58), so that nothing is made twice.
 *
 * pending → in_step | unclear | failed | conflict | given_up; unclear → any after a look; conflict waits for a person or
 * for what the appointment becomes; given_up waits for that alone.
 */
export type EntryState = 'pending' | 'in_step' | 'conflict' | 'unclear' | 'failed' | 'given_up'

export type Place = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
export type Standing = Place & { readonly state: 'confirmed' | 'requested' | 'cancelled' }
export type Attempt = 'look' | 'create' | 'change' | 'remove'

export type PlannedEntry = {
  readonly state: EntryState
  readonly desired: Standing
  readonly observed: Standing | null
  readonly isWritten: boolean
  readonly attempting: Attempt | null
  readonly leaseUntil: Temporal.Instant | null
}

export type Plan =
  | { readonly kind: 'nothing' }
  /** Somebody else writes it, until then at most. */
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }
  | { readonly kind: 'in_step' }
  /** It begins or began before it could be written (failure 60). */
  | { readonly kind: 'past' }
  | { readonly kind: Attempt }

/** An appointment that is over is removed for so long. */
const REMOVED_FOR = { hours: 24 }

export function planWrite(entry: PlannedEntry, now: Temporal.Instant): Plan {
  if (entry.leaseUntil !== null && isAfter(entry.leaseUntil, now))
    return { kind: 'wait', until: entry.leaseUntil }
  if (entry.attempting !== null) return { kind: 'look' }
  if (entry.state === 'conflict' || entry.state === 'given_up') return { kind: 'nothing' }
  return entry.desired.state === 'cancelled' ? planRemoval(entry, now) : planPresence(entry, now)
}

function planRemoval(entry: PlannedEntry, now: Temporal.Instant): Plan {
  if (!entry.isWritten) return { kind: 'in_step' }
  return isAfter(now, entry.desired.endsAt.add(REMOVED_FOR)) ? { kind: 'past' } : { kind: 'remove' }
}

function planPresence({ desired, observed, isWritten }: PlannedEntry, now: Temporal.Instant): Plan {
  if (isWritten && observed !== null && isSame(observed, desired)) return { kind: 'in_step' }
  if (!isAfter(desired.startsAt, now)) return { kind: 'past' }
  return { kind: isWritten ? 'change' : 'create' }
}

/** What a look found of us there, newest first, without what is cancelled. */
export type Found<Event extends Place> = readonly Event[]

export type AfterLook<Event extends Place> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'in_step'; readonly event: Event }
  /** It is there, and nobody but us has touched it: go on from it. */
  | { readonly kind: 'adopt'; readonly event: Event }
  | { readonly kind: 'moved_outside'; readonly event: Event }
  | { readonly kind: 'removed_outside' }
  | { readonly kind: 'doubled'; readonly events: readonly Event[] }

/** What it means that this, and nothing else, was found. */
export function judgeLook<Event extends Place>(entry: PlannedEntry, found: Found<Event>): AfterLook<Event> {
  const [event, another] = found
  if (another !== undefined) return { kind: 'doubled', events: found }
  const wasThere = entry.isWritten && entry.observed !== null && entry.observed.state !== 'cancelled'
  const isWanted = entry.desired.state !== 'cancelled'
  if (event === undefined)
    return wasThere && isWanted && entry.attempting !== 'remove'
      ? { kind: 'removed_outside' }
      : { kind: 'absent' }
  if (!isWanted) return { kind: 'adopt', event }
  if (isSamePlace(event, entry.desired)) return { kind: 'in_step', event }
  const isOurs = entry.attempting !== 'look' || !wasThere
  return isOurs || (entry.observed !== null && isSamePlace(event, entry.observed))
    ? { kind: 'adopt', event }
    : { kind: 'moved_outside', event }
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.startsAt.equals(other.startsAt) && one.endsAt.equals(other.endsAt)
}

function isSame(one: Standing, other: Standing): boolean {
  return one.state === other.state && isSamePlace(one, other)
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

const FIRST_DISTANCE_SECONDS = 10
const LONGEST_DISTANCE_SECONDS = 15 * 60

/** How long after so many attempts the next one comes. */
export function distanceAfter(attempts: number, wished: number | null): number {
  const grown = FIRST_DISTANCE_SECONDS * 2 ** Math.min(attempts, 10)
  return Math.max(wished ?? 0, Math.min(LONGEST_DISTANCE_SECONDS, grown))
}
