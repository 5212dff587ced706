/** Mailboxes, their calendars and events: the state behind Graph. Every change has a number. */
import { randomBytes, randomUUID } from 'node:crypto'
import { GraphError } from './graph-error.ts'
import { type Occurrence, occurrencesOf, spanOf } from './times.ts'
import type { ChangedEvent, EventResource, NewEvent } from './wire.ts'

type StoredEvent = { resource: EventResource; changedAt: number; deleted: boolean }
export type StoredCalendar = {
  readonly id: string
  readonly mailbox: string
  readonly zone: string
  name: string
  canEdit: boolean
  readonly events: Map<string, StoredEvent>
}
export type NewCalendar = { mailbox: string; name?: string; zone?: string; canEdit?: boolean }
export type Change = {
  readonly calendar: StoredCalendar
  readonly eventId: string
  readonly kind: ChangeKind
}
type ChangeKind = 'created' | 'updated' | 'deleted'
/** What a delta tells of one entry. */
export type DeltaItem =
  | { readonly kind: 'whole'; readonly event: EventResource }
  | { readonly kind: 'occurrence'; readonly series: EventResource; readonly occurrence: Occurrence }
  | { readonly kind: 'removed'; readonly id: string }
type Range = { readonly since: number; readonly from: number; readonly until: number }

export function createMailboxes({ now, changed }: { now: () => number; changed: (change: Change) => void }) {
  const calendars = new Map<string, StoredCalendar>()
  let clock = 0

  const store = (calendar: StoredCalendar, resource: EventResource, kind: ChangeKind): EventResource => {
    clock += 1
    const stamp = Buffer.from(`${clock}`).toString('base64')
    const lastModifiedDateTime = new Date(now()).toISOString()
    const stamped = { ...resource, '@odata.etag': `W/"${stamp}"`, lastModifiedDateTime }
    calendar.events.set(resource.id, { resource: stamped, changedAt: clock, deleted: kind === 'deleted' })
    changed({ calendar, eventId: resource.id, kind })
    return stamped
  }

  const find = (id: string, mailbox: string): StoredCalendar => {
    const calendar = calendars.get(id)
    if (calendar?.mailbox !== mailbox)
      throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
    return calendar
  }
  const findEvent = (calendar: StoredCalendar, id: string): EventResource => {
    const stored = calendar.events.get(id)
    const event =
      stored === undefined ? occurrenceOf(calendar, id) : stored.deleted ? undefined : stored.resource
    if (event === undefined)
      throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
    return event
  }

  return {
    find,
    findEvent,
    position: () => clock,
    owners: () => [...new Set([...calendars.values()].map(({ mailbox }) => mailbox))].toSorted(),
    of: (mailbox: string) => [...calendars.values()].filter(calendar => calendar.mailbox === mailbox),
    get: (id: string) => calendars.get(id),
    add({ mailbox, name = 'Kalender', zone = 'Europe/Berlin', canEdit = true }: NewCalendar): string {
      const id = `AQMk${randomBytes(12).toString('base64url')}`
      calendars.set(id, { id, mailbox, zone, name, canEdit, events: new Map() })
      return id
    },
    remove: (id: string): boolean => calendars.delete(id),
    live: (calendar: StoredCalendar) =>
      [...calendar.events.values()].filter(({ deleted }) => !deleted).map(({ resource }) => resource),
    create(calendar: StoredCalendar, wanted: NewEvent): EventResource {
      requireEdit(calendar)
      requireOrder(wanted, calendar.zone)
      const same = [...calendar.events.values()].find(
        ({ resource, deleted }) =>
          !deleted && wanted.transactionId !== undefined && resource.transactionId === wanted.transactionId,
      )
      if (same !== undefined) return repeated(same.resource, wanted, calendar.zone)
      const id = `AAkALg${randomBytes(18).toString('base64url')}`
      const made = {
        ...{ showAs: 'busy' as const, isAllDay: false, isCancelled: false, seriesMasterId: null },
        ...{ responseStatus: { response: 'organizer' }, transactionId: undefined },
        ...wanted,
        ...{ id, iCalUId: randomUUID(), createdDateTime: new Date(now()).toISOString() },
        ...{ '@odata.etag': '', lastModifiedDateTime: '' },
        type: wanted.recurrence ? ('seriesMaster' as const) : ('singleInstance' as const),
      } as EventResource
      return store(calendar, made, 'created')
    },
    change(
      calendar: StoredCalendar,
      id: string,
      { changes, ifMatch }: { changes: ChangedEvent; ifMatch: string | undefined },
    ): EventResource {
      requireEdit(calendar)
      const event = findEvent(calendar, id)
      requireMatch(event, ifMatch)
      const type = event.type === 'occurrence' ? 'exception' : event.type
      const next = { ...event, ...changes, type } as EventResource
      requireOrder(next, calendar.zone)
      return store(calendar, next, 'updated')
    },
    delete(calendar: StoredCalendar, id: string, ifMatch: string | undefined): void {
      requireEdit(calendar)
      const event = findEvent(calendar, id)
      requireMatch(event, ifMatch)
      store(calendar, event, 'deleted')
    },
    /** What a view of the range has new, changed or no longer, since a position. */
    delta: (calendar: StoredCalendar, range: Range): DeltaItem[] =>
      [...calendar.events.values()]
        .filter(({ changedAt }) => changedAt > range.since)
        .flatMap(stored =>
          stored.resource.type === 'seriesMaster'
            ? deltaOfSeries(calendar, stored, range)
            : deltaOfOne(calendar, stored, range),
        ),
  }
}

export type Mailboxes = ReturnType<typeof createMailboxes>

export function occurrenceId(seriesId: string, date: string): string {
  return `${seriesId}.${date.replaceAll('-', '')}`
}

function deltaOfOne(calendar: StoredCalendar, { resource, deleted }: StoredEvent, range: Range): DeltaItem[] {
  if (!deleted && isIn(range, spanOf(resource, calendar.zone))) return [{ kind: 'whole', event: resource }]
  return range.since === -1 ? [] : [{ kind: 'removed', id: resource.id }]
}

function deltaOfSeries(
  calendar: StoredCalendar,
  { resource: series, deleted }: StoredEvent,
  range: Range,
): DeltaItem[] {
  const { isAllDay } = series
  const found = occurrencesOf(series, calendar.zone, range.until)
    .filter(({ date }) => !calendar.events.has(occurrenceId(series.id, date)))
    .filter(({ start, end }) => isIn(range, spanOf({ start, end, isAllDay }, calendar.zone)))
  if (!deleted)
    return found.length === 0
      ? []
      : [
          { kind: 'whole', event: series },
          ...found.map(occurrence => ({ kind: 'occurrence' as const, series, occurrence })),
        ]
  const removed = found.map(({ date }) => ({ kind: 'removed' as const, id: occurrenceId(series.id, date) }))
  return range.since === -1 ? [] : removed
}

function isIn({ from, until }: Range, { start, end }: { start: number; end: number }): boolean {
  return start < until && end > from
}

/** One day of a series that nobody has changed by itself yet. */
function occurrenceOf(calendar: StoredCalendar, id: string): EventResource | undefined {
  const cut = id.lastIndexOf('.')
  const series = cut === -1 ? undefined : calendar.events.get(id.slice(0, cut))
  if (series === undefined || series.deleted) return undefined
  const found = occurrencesOf(series.resource, calendar.zone, Number.MAX_SAFE_INTEGER).find(
    ({ date }) => occurrenceId(series.resource.id, date) === id,
  )
  if (found === undefined) return undefined
  const { recurrence: _rule, transactionId: _once, ...rest } = series.resource
  const { start, end } = found
  return { ...rest, id, start, end, type: 'occurrence', seriesMasterId: series.resource.id }
}

/** The same once more is answered as if it had been made now; other content under the same id is refused. */
function repeated(known: EventResource, wanted: NewEvent, zone: string): EventResource {
  const [one, other] = [spanOf(known, zone), spanOf(wanted, zone)]
  if (one.start === other.start && one.end === other.end && known.subject === wanted.subject) return known
  throw new GraphError(
    409,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. A request with the same transaction ID has already been made.",
  )
}

function requireEdit(calendar: StoredCalendar): void {
  if (!calendar.canEdit)
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
}

function requireMatch(event: EventResource, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== event['@odata.etag'])
    throw new GraphError(412, 'ErrorIrresolvableConflict', 'The change key passed in does not match.')
}

function requireOrder(event: NewEvent, zone: string): void {
  const { start, end } = spanOf(event, zone)
  if (end < start) throw new GraphError(400, 'ErrorPropertyValidationFailure', 'The end is before the start.')
}
