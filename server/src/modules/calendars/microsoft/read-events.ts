import { z } from 'zod'
import type { Answer, CalendarAccount, EventChanges, ExternalEvent, Reading } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { GraphAnswer } from './graph-answer.ts'
import type { GraphClient, GraphRequest } from './graph-client.ts'
import { toExternalEvent } from './to-external-event.ts'
import { deltaPage, type GraphEvent, type GraphOccurrence, graphEvent } from './wire.ts'

/** The range is fixed in Graph's token: one that goes on beyond it needs a whole reading. Epoch milliseconds. */
const cursorText = z.object({ link: z.string(), zone: z.string(), until: z.number() })
type Cursor = z.infer<typeof cursorText>
type Item = z.infer<typeof deltaPage>['value'][number]
type Pages =
  | { readonly kind: 'done'; readonly items: readonly Item[]; readonly link: string }
  | { readonly kind: 'expired' }
  | Failure

const PAGE = 200
const MOST_PAGES = 500
const UNREADABLE: Failure = {
  kind: 'later',
  detail: 'The list of events cannot be read.',
  afterSeconds: null,
}

/** Events of a calendar, series expanded by Graph: all of a window, or what has changed since. */
export async function readEvents(
  { client, apiUrl }: { client: GraphClient; apiUrl: () => string | null },
  account: CalendarAccount,
  target: string,
  { cursor: text, window }: Reading,
): Promise<Answer<EventChanges> | { readonly kind: 'expired' }> {
  const cursor = text === null ? null : readCursor(text)
  const isStale =
    cursor === null || cursor.zone !== account.zone || window.end.epochMilliseconds > cursor.until
  if (text !== null && (isStale || !cursor.link.startsWith(`${apiUrl()}/`))) return { kind: 'expired' }
  const pages = await readPages(
    client,
    account,
    cursor === null ? firstOf(target, window) : { next: cursor.link },
  )
  if (pages.kind !== 'done') return pages
  const events = await toEvents(client, { account, target, items: pages.items })
  if (events.kind !== 'done') return events
  const until = cursor?.until ?? window.end.epochMilliseconds
  const isWhole = cursor === null
  return {
    kind: 'done',
    value: {
      extent: isWhole ? 'whole' : 'since',
      events: events.value,
      removed: isWhole ? [] : pages.items.filter(isRemoved).map(({ id }) => id),
      cursor: writeCursor({ link: pages.link, zone: account.zone, until }),
    },
  }
}

type First = Pick<GraphRequest, 'path' | 'query'>

function firstOf(target: string, { start, end }: Reading['window']): First {
  return {
    path: { mailbox: `/calendars/${encodeURIComponent(target)}/calendarView/delta` },
    query: { startDateTime: start.toString(), endDateTime: end.toString() },
  }
}

async function readPages(
  client: GraphClient,
  account: CalendarAccount,
  from: First | { next: string },
): Promise<Pages> {
  const items = new Map<string, Item>()
  let wanted: First = 'next' in from ? { path: from } : from
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const page = readPage(
      await client.ask(account, { operation: 'read changes', method: 'GET', pageSize: PAGE, ...wanted }),
    )
    if ('kind' in page) return page
    // The same one may come on several pages: the last word counts.
    for (const item of page.value) items.set(item.id, item)
    const { '@odata.nextLink': next, '@odata.deltaLink': link } = page
    if (link !== undefined) return { kind: 'done', items: [...items.values()], link }
    if (next === undefined) return UNREADABLE
    wanted = { path: { next } }
  }
  return { kind: 'later', detail: 'The calendar has more events than can be read.', afterSeconds: null }
}

function readPage(answer: GraphAnswer): z.infer<typeof deltaPage> | Exclude<Pages, { kind: 'done' }> {
  if (answer.kind === 'status') {
    if (answer.status === 410) return { kind: 'expired' }
    return answer.status === 404
      ? { kind: 'gone' }
      : { kind: 'later', detail: answer.detail, afterSeconds: null }
  }
  if (answer.kind !== 'ok') return answer
  const page = deltaPage.safeParse(answer.json)
  return page.success ? page.data : UNREADABLE
}

type Place = { readonly account: CalendarAccount; readonly target: string }

async function toEvents(
  client: GraphClient,
  { items, ...place }: Place & { items: readonly Item[] },
): Promise<Answer<ExternalEvent[]> | { readonly kind: 'expired' }> {
  const masters = new Map(items.filter(isMaster).map(event => [event.id, event]))
  const events: ExternalEvent[] = []
  for (const item of items) {
    if (isRemoved(item) || isMaster(item)) continue
    const whole = isEvent(item) ? item : await completed(client, place, { item, masters })
    if ('kind' in whole) return whole
    const event = toExternalEvent(whole, place.account.zone)
    // An entry nobody can place is no free time.
    if (event === null) return UNREADABLE
    events.push(event)
  }
  return { kind: 'done', value: events }
}

/** Occurrences get everything but their times from their series, which is asked for if it did not come along. */
async function completed(
  client: GraphClient,
  place: Place,
  { item, masters }: { item: GraphOccurrence; masters: Map<string, GraphEvent> },
): Promise<GraphEvent | Failure | { readonly kind: 'expired' }> {
  const { id, start, end, seriesMasterId } = item
  const master = masters.get(seriesMasterId) ?? (await findMaster(client, place, seriesMasterId))
  // Deleted between two requests: the next reading tells it whole.
  if (master === null) return { kind: 'expired' }
  if ('kind' in master) return master
  masters.set(seriesMasterId, master)
  return { ...master, id, start, end, seriesMasterId, type: 'occurrence', transactionId: null }
}

async function findMaster(
  client: GraphClient,
  { account, target }: Place,
  id: string,
): Promise<GraphEvent | Failure | null> {
  const path = { mailbox: `/calendars/${encodeURIComponent(target)}/events/${encodeURIComponent(id)}` }
  const answer = await client.ask(account, { operation: 'get series', method: 'GET', path })
  if (answer.kind === 'status') return null
  if (answer.kind !== 'ok') return answer
  return graphEvent.safeParse(answer.json).data ?? UNREADABLE
}

function isRemoved(item: Item): item is Extract<Item, { '@removed': object }> {
  return '@removed' in item
}

function isMaster(item: Item): item is GraphEvent {
  return isEvent(item) && item.type === 'seriesMaster'
}

function isEvent(item: Item): item is GraphEvent {
  return !isRemoved(item) && item.type !== 'occurrence'
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
