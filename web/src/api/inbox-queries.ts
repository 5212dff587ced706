import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { InboxState } from './contract.ts'
import { LOOK_AFTER_MS, pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

export const inboxStates = ['dead', 'waiting', 'processed'] as const satisfies InboxState[]

export const isInboxState = (text: unknown): text is InboxState => inboxStates.some(state => state === text)

/** What arrived for this business, newest first; all of it or that in one state. */
export const inboxPagesQuery = (state: InboxState | undefined) =>
  pagesQuery(
    [topics.inbox, 'pages', state ?? null],
    (page, signal) => {
      const query = { limit: 50, ...page, ...(state && { state }) }
      return unwrap(client.GET('/api/v1/inbox-events', { params: { query }, signal }))
    },
    event => event.state === 'waiting',
  )

export const inboxEventQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.inbox, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/inbox-events/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' ? LOOK_AFTER_MS : false),
  })

/** @throws Problem */
export const replayInboxEvents = (ids: string[]) =>
  unwrap(client.POST('/api/v1/inbox-events/replay', { body: { ids } }))
