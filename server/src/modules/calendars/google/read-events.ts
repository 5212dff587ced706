import { z } from 'zod'
import type { Answer, CalendarAccount, EventChanges, ExternalEvent, Reading } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { GoogleClient } from './google-client.ts'
import { readFreeBusy } from './read-free-busy.ts'
import { toExternalEvent } from './to-external-event.ts'
import { eventPage, type GoogleEvent } from './wire.ts'

/** `until`, in epoch milliseconds: a sync token tells of what has changed, but never of what stands beyond where the first reading ended. */
const cursorText = z.object({ token: z.string(), zone: z.string(), until: z.number() })
type Cursor = z.infer<typeof cursorText>
type Page = z.infer<typeof eventPage>
type Pages =
  | {
      readonly kind: 'done'
      readonly items: readonly GoogleEvent[]
      readonly zone: string
      readonly token: string | null
    }
  | { readonly kind: 'expired' }
  | { readonly kind: 'not_listed'; readonly detail: string }
  | Failure

const PAGE = '1000'
const MOST_PAGES = 200
const FIELDS =
  'timeZone,nextPageToken,nextSyncToken,items(id,status,etag,iCalUID,summary,created,start,end,transparency,eventType,' +
  'attendees(self,responseStatus),recurringEventId,extendedProperties/private)'
const UNREADABLE: Failure = {
  kind: 'later',
  detail: 'The list of events cannot be read.',
  afterSeconds: null,
}

/** Events of a calendar, series expanded by Google: all of a window, or what has changed since. */
export async function readEvents(
  client: GoogleClient,
  account: CalendarAccount,
  target: string,
  reading: Reading,
): Promise<Answer<EventChanges> | { readonly kind: 'expired' }> {
  const { window } = reading
  const cursor = reading.cursor === null ? null : readCursor(reading.cursor)
  if (reading.cursor !== null && (cursor === null || window.end.epochMilliseconds > cursor.until))
    return { kind: 'expired' }
  const first: Record<string, string> =
    cursor === null
      ? { timeMin: window.start.toString(), timeMax: window.end.toString() }
      : { syncToken: cursor.token }
  const pages = await readPages(client, account, target, first)
  if (pages.kind === 'not_listed') return await readFreeBusy(client, account, target, window)
  if (pages.kind !== 'done') return pages
  // Days without time have moved with the zone, and no event says so.
  if (cursor !== null && pages.zone !== cursor.zone) return { kind: 'expired' }
  const until = cursor?.until ?? window.end.epochMilliseconds
  const next = pages.token === null ? null : writeCursor({ token: pages.token, zone: pages.zone, until })
  return toChanges(pages, { extent: cursor === null ? 'whole' : 'since', cursor: next, until })
}

async function readPages(
  client: GoogleClient,
  account: CalendarAccount,
  target: string,
  first: Record<string, string>,
): Promise<Pages> {
  const items: GoogleEvent[] = []
  let next: string | undefined
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const answer = await client.ask(account, {
      operation: 'list events',
      method: 'GET',
      path: `/calendars/${encodeURIComponent(target)}/events`,
      query: {
        ...first,
        ...{ singleEvents: 'true', maxResults: PAGE, maxAttendees: '1', fields: FIELDS },
        ...(next === undefined ? {} : { pageToken: next }),
      },
    })
    const page = readPage(answer)
    if ('kind' in page) return page
    items.push(...page.items)
    next = page.nextPageToken
    if (next === undefined)
      return { kind: 'done', items, zone: page.timeZone, token: page.nextSyncToken ?? null }
  }
  return { kind: 'later', detail: 'The calendar has more events than can be read.', afterSeconds: null }
}

function readPage(answer: Awaited<ReturnType<GoogleClient['ask']>>): Page | Exclude<Pages, { kind: 'done' }> {
  if (answer.kind === 'status') {
    if (answer.status === 410 || answer.status === 400) return { kind: 'expired' }
    return { kind: 'not_listed', detail: answer.detail }
  }
  if (answer.kind === 'refused') return { kind: 'not_listed', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const page = eventPage.safeParse(answer.json)
  return page.success ? page.data : UNREADABLE
}

function toChanges(
  { items, zone }: { items: readonly GoogleEvent[]; zone: string },
  { extent, cursor, until }: { extent: EventChanges['extent']; cursor: string | null; until: number },
): Answer<EventChanges> {
  const events: ExternalEvent[] = []
  const removed: string[] = []
  for (const item of items) {
    if (item.status === 'cancelled') {
      if (extent === 'since') removed.push(item.id)
      continue
    }
    const event = toExternalEvent(item, zone)
    // An entry nobody can place is no free time.
    if (event === null) return UNREADABLE
    if (!isFarOccurrence(item, event, until)) events.push(event)
    else if (extent === 'since') removed.push(item.id)
  }
  return { kind: 'done', value: { extent, events, removed, cursor } }
}

/** A series that was touched comes with every occurrence to its end, decades ahead (observed 2026-09). */
function isFarOccurrence(item: GoogleEvent, { occurrences }: ExternalEvent, until: number): boolean {
  return (
    item.recurringEventId !== undefined &&
    occurrences.every(({ startsAt }) => startsAt.epochMilliseconds >= until)
  )
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(text: string): Cursor | null {
  try {
    return cursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}
