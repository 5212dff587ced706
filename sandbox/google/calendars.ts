/** Accounts, their calendars and events: the state behind the Calendar API. Every change has a number. */
import { randomBytes } from 'node:crypto'
import { expand, type Instance, spanOf } from './expand.ts'
import { GoogleError } from './google-error.ts'
import type { ChangedEvent, EventResource, NewEvent, Role } from './wire.ts'

export type StoredCalendar = {
  readonly id: string
  summary: string
  readonly timeZone: string
  readonly roles: Map<string, Role>
  readonly events: Map<string, StoredEvent>
}
type StoredEvent = { resource: EventResource; changedAt: number }

export type NewCalendar = {
  id: string
  summary?: string
  timeZone?: string
  /** E-mail address of an account → what it may. */
  roles: Record<string, Role>
}

const RANK: Record<Role, number> = { freeBusyReader: 0, reader: 1, writer: 2, owner: 3 }
const NEVER = Number.MAX_SAFE_INTEGER

export function createCalendars({
  now,
  changed,
}: {
  now: () => number
  changed: (calendar: StoredCalendar) => void
}) {
  const calendars = new Map<string, StoredCalendar>()
  let clock = 0

  const store = (calendar: StoredCalendar, resource: EventResource): EventResource => {
    clock += 1
    const stamped = { ...resource, etag: `"${clock}000"`, updated: new Date(now()).toISOString() }
    calendar.events.set(resource.id, { resource: stamped, changedAt: clock })
    changed(calendar)
    return stamped
  }

  /** `primary` is the calendar that is named like its owner. */
  const find = (id: string, email: string, least: Role): StoredCalendar => {
    const calendar = calendars.get(id === 'primary' ? email : id)
    const role = calendar?.roles.get(email)
    if (calendar === undefined || role === undefined) throw new GoogleError(404, 'notFound', 'Not Found')
    if (RANK[role] < RANK[least])
      throw new GoogleError(403, 'requiredAccessLevel', `You need to have ${least} access to this calendar.`)
    return calendar
  }

  const findEvent = (calendar: StoredCalendar, id: string): EventResource => {
    const event = calendar.events.get(id)?.resource ?? instanceOf(calendar, id)
    if (event === undefined) throw new GoogleError(404, 'notFound', 'Not Found')
    return event
  }

  return {
    find,
    findEvent,
    position: () => clock,
    get: (id: string) => calendars.get(id),
    of: (email: string): { calendar: StoredCalendar; role: Role }[] =>
      [...calendars.values()].flatMap(calendar => {
        const role = calendar.roles.get(email)
        return role === undefined ? [] : [{ calendar, role }]
      }),
    add({ id, summary = id, timeZone = 'Europe/Berlin', roles }: NewCalendar): void {
      const events = calendars.get(id)?.events ?? new Map()
      calendars.set(id, { id, summary, timeZone, roles: new Map(Object.entries(roles)), events })
    },
    /** E-mail addresses of people who have a calendar. */
    owners: (): string[] =>
      [
        ...new Set(
          [...calendars.values()].flatMap(({ roles }) =>
            [...roles].flatMap(([email, role]) => (role === 'owner' ? [email] : [])),
          ),
        ),
      ].toSorted(),
    remove: (id: string): boolean => calendars.delete(id),
    insert(calendar: StoredCalendar, wanted: NewEvent): EventResource {
      requireOrder(wanted, calendar.timeZone)
      const id = wanted.id ?? randomBytes(13).toString('hex')
      // A deleted event keeps its id: it cannot be given away again.
      if (calendar.events.has(id))
        throw new GoogleError(409, 'duplicate', 'The requested identifier already exists.')
      return store(calendar, {
        ...{ kind: 'calendar#event', status: 'confirmed', eventType: 'default' },
        ...{ created: new Date(now()).toISOString(), updated: '', etag: '', sequence: 0 },
        ...wanted,
        id,
        iCalUID: wanted.iCalUID ?? `${id}@google.com`,
      } as EventResource)
    },
    change(
      calendar: StoredCalendar,
      id: string,
      { changes, ifMatch }: { changes: ChangedEvent; ifMatch: string | undefined },
    ): EventResource {
      const event = findEvent(calendar, id)
      requireMatch(event, ifMatch)
      const next = merge(event, changes)
      requireOrder(next, calendar.timeZone)
      return store(calendar, { ...next, sequence: event.sequence + 1 })
    },
    delete(calendar: StoredCalendar, id: string, ifMatch: string | undefined): void {
      const event = findEvent(calendar, id)
      if (event.status === 'cancelled') throw new GoogleError(410, 'deleted', 'Resource has been deleted')
      requireMatch(event, ifMatch)
      store(calendar, { ...event, status: 'cancelled' })
    },
    /** Everything, or what has changed since; series expanded or as they stand. */
    list(
      calendar: StoredCalendar,
      { since, single, until }: { since: number; single: boolean; until: number },
    ): EventResource[] {
      const changedSince = [...calendar.events.values()].filter(event => event.changedAt > since)
      const items = changedSince.flatMap(({ resource }) =>
        single && resource.recurrence !== undefined
          ? expand(resource, calendar.timeZone, until)
              .filter(({ stamp }) => !calendar.events.has(`${resource.id}_${stamp}`))
              .map(instance => toInstance(resource, instance))
          : [resource],
      )
      return items.toSorted((one, other) => startOf(one, calendar) - startOf(other, calendar))
    },
  }
}

export type Calendars = ReturnType<typeof createCalendars>

/** An instance of a series that nobody has changed yet. */
function instanceOf(calendar: StoredCalendar, id: string): EventResource | undefined {
  const cut = id.lastIndexOf('_')
  const series = cut === -1 ? undefined : calendar.events.get(id.slice(0, cut))?.resource
  if (series === undefined) return undefined
  const found = expand(series, calendar.timeZone, NEVER).find(({ stamp }) => stamp === id.slice(cut + 1))
  return found && toInstance(series, found)
}

function toInstance(series: EventResource, instance: Instance): EventResource {
  const { recurrence: _rule, ...rest } = series
  return {
    ...rest,
    id: `${series.id}_${instance.stamp}`,
    start: instance.start,
    end: instance.end,
    recurringEventId: series.id,
    originalStartTime: instance.start,
  }
}

/** PATCH semantics: objects are merged one level deep, null removes, lists are replaced. */
function merge(event: EventResource, changes: ChangedEvent): EventResource {
  const properties = {
    ...event.extendedProperties,
    ...changes.extendedProperties,
    private: { ...event.extendedProperties?.private, ...changes.extendedProperties?.private },
  }
  const merged = {
    ...event,
    ...changes,
    start: { ...event.start, ...changes.start },
    end: { ...event.end, ...changes.end },
    extendedProperties: properties,
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as EventResource
}

function requireMatch(event: EventResource, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== event.etag)
    throw new GoogleError(412, 'conditionNotMet', 'Precondition Failed')
}

function requireOrder(event: NewEvent | EventResource, zone: string): void {
  const { start, end } = spanOf(event, zone)
  if (end < start) throw new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.')
}

function startOf(event: EventResource, calendar: StoredCalendar): number {
  return spanOf(event, calendar.timeZone).start
}
