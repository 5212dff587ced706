import type { Calendars, StoredCalendar } from './calendars.ts'
import { spanOf } from './expand.ts'
import type { EventResource } from './wire.ts'

type Wanted = {
  from: number
  until: number
  incremental: boolean
  query: { showDeleted: boolean; privateExtendedProperty?: string | undefined }
}

/** Whether a listing shows an event. Deleted ones are always shown with a sync token. */
export function presentFor(
  event: EventResource,
  calendar: StoredCalendar,
  { from, until, incremental, query }: Wanted,
): boolean {
  if (event.status === 'cancelled') return incremental || query.showDeleted
  const { start, end } = spanOf(event, calendar.timeZone)
  if (end < from || (!incremental && (end === from || start >= until))) return false
  if (query.privateExtendedProperty === undefined) return true
  const [name = '', value] = query.privateExtendedProperty.split('=')
  return event.extendedProperties?.private?.[name] === value
}

/** Merged busy times as `freeBusy` shows them: no ids, nothing transparent, nothing declined. */
export function busyTimes(
  calendar: StoredCalendar,
  calendars: Calendars,
  window: { start: number; end: number },
): { start: string; end: string }[] {
  const spans = calendars
    .list(calendar, { since: -1, single: true, until: window.end })
    .filter(event => isBusy(event))
    .map(event => spanOf(event, calendar.timeZone))
    .filter(({ start, end }) => start < window.end && end > window.start)
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
  const merged: { start: number; end: number }[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged.map(({ start, end }) => ({ start: iso(start), end: iso(end) }))
}

function isBusy(event: EventResource): boolean {
  const declined = event.attendees?.some(({ self, responseStatus }) => self && responseStatus === 'declined')
  const free = event.transparency === 'transparent' || event.eventType === 'workingLocation'
  return event.status !== 'cancelled' && !free && !declined
}

function iso(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'second' })
}
