import type { Answer, CalendarAccount, EventChanges, ExternalEvent, Reading } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { GoogleClient } from './google-client.ts'
import { freeBusyAnswer } from './wire.ts'

/** Longer ranges are refused (seen in cal.com, 2025-11). */
const LONGEST = { hours: 80 * 24 }
const UNREADABLE: Failure = { kind: 'later', detail: 'The busy times cannot be read.', afterSeconds: null }

type Span = { readonly start: string; readonly end: string }

/**
 * For calendars that show when somebody is busy and nothing else. An error for the calendar comes with status 200 and
 * empty busy times: it is never read as free.
 */
export async function readFreeBusy(
  client: GoogleClient,
  account: CalendarAccount,
  target: string,
  window: Reading['window'],
): Promise<Answer<EventChanges>> {
  const busy: Span[] = []
  for (
    let start = window.start;
    Temporal.Instant.compare(start, window.end) < 0;
    start = start.add(LONGEST)
  ) {
    const whole = start.add(LONGEST)
    const end = Temporal.Instant.compare(whole, window.end) < 0 ? whole : window.end
    const answer = await askOnce(client, account, target, { start, end })
    if (answer.kind !== 'done') return answer
    busy.push(...answer.value)
  }
  return { kind: 'done', value: { extent: 'whole', events: busy.map(toEvent), removed: [], cursor: null } }
}

async function askOnce(
  client: GoogleClient,
  account: CalendarAccount,
  target: string,
  { start, end }: Reading['window'],
): Promise<Answer<readonly Span[]>> {
  const answer = await client.ask(account, {
    ...{ operation: 'query busy times', method: 'POST', path: '/freeBusy', repeat: 'safe' },
    json: { timeMin: start.toString(), timeMax: end.toString(), items: [{ id: target }] },
  })
  if (answer.kind === 'status') return { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const read = freeBusyAnswer.safeParse(answer.json)
  const calendar = read.success ? read.data.calendars[target] : undefined
  if (calendar === undefined) return UNREADABLE
  const [problem] = calendar.errors
  if (problem === undefined) return { kind: 'done', value: calendar.busy }
  if (problem.reason === 'notFound') return { kind: 'gone' }
  return { kind: 'later', detail: `Busy times: ${problem.reason}`, afterSeconds: null }
}

function toEvent({ start, end }: Span): ExternalEvent {
  const [startsAt, endsAt] = [Temporal.Instant.from(start), Temporal.Instant.from(end)]
  return {
    id: `busy-${startsAt.epochMilliseconds}-${endsAt.epochMilliseconds}`,
    ...{ uid: null, version: null, reference: null, busy: 'busy', state: 'confirmed', title: null },
    occurrences: [{ key: 'only', startsAt, endsAt }],
  }
}
