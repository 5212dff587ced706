import type { Answer, CalendarAccount, ExternalTarget } from '../port.ts'
import type { GraphClient, GraphRequest } from './graph-client.ts'
import { calendarPage } from './wire.ts'

const MOST_PAGES = 20

/** The calendars of a mailbox. Graph does not say in which zone they are. */
export async function listCalendars(
  client: GraphClient,
  account: CalendarAccount,
): Promise<Answer<readonly ExternalTarget[]>> {
  const targets: ExternalTarget[] = []
  let wanted: Pick<GraphRequest, 'path' | 'query'> = {
    path: { mailbox: '/calendars' },
    query: { $top: '100' },
  }
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const answer = await client.ask(account, { operation: 'list calendars', method: 'GET', ...wanted })
    if (answer.kind === 'status') return { kind: 'refused', detail: answer.detail }
    if (answer.kind !== 'ok') return answer
    const page = calendarPage.safeParse(answer.json)
    if (!page.success)
      return { kind: 'later', detail: 'The list of calendars cannot be read.', afterSeconds: null }
    targets.push(
      ...page.data.value.map(({ id, name, canEdit }) => ({
        ...{ id, name, kind: 'calendar' as const, writable: canEdit, zone: null, minutes: null },
      })),
    )
    const next = page.data['@odata.nextLink']
    if (next === undefined) break
    wanted = { path: { next } }
  }
  return { kind: 'done', value: targets }
}
