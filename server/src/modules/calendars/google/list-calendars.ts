import type { Answer, CalendarAccount, ExternalTarget } from '../port.ts'
import type { GoogleClient } from './google-client.ts'
import { calendarPage } from './wire.ts'

const MOST_PAGES = 20

/** The calendars in an account's list: its own, and those that others have shared with it. */
export async function listCalendars(
  client: GoogleClient,
  account: CalendarAccount,
): Promise<Answer<readonly ExternalTarget[]>> {
  const targets: ExternalTarget[] = []
  let next: string | undefined
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const answer = await client.ask(account, {
      ...{ operation: 'list calendars', method: 'GET', path: '/users/me/calendarList' },
      query: { maxResults: '250', ...(next === undefined ? {} : { pageToken: next }) },
    })
    if (answer.kind === 'status') return { kind: 'refused', detail: answer.detail }
    if (answer.kind !== 'ok') return answer
    const page = calendarPage.safeParse(answer.json)
    if (!page.success)
      return { kind: 'later', detail: 'The list of calendars cannot be read.', afterSeconds: null }
    targets.push(
      ...page.data.items.map(({ id, summary, summaryOverride, timeZone, accessRole }) => ({
        ...{ id, name: summaryOverride ?? summary, kind: 'calendar' as const, minutes: null },
        writable: accessRole === 'owner' || accessRole === 'writer',
        zone: timeZone ?? null,
      })),
    )
    next = page.data.nextPageToken
    if (next === undefined) break
  }
  return { kind: 'done', value: targets }
}
