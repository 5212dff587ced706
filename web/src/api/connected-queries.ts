import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { CalendarConflict, CalendarConnection, CalendarLink } from './contract.ts'
import { topics } from './queries.ts'

const MOST = 100

export const connectionsQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'connections'],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST }
      return (await unwrap(client.GET('/api/v1/calendar-connections', { params: { query }, signal }))).items
    },
  })

export const linksQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'links'],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST }
      return (await unwrap(client.GET('/api/v1/calendar-links', { params: { query }, signal }))).items
    },
  })

/** What a person has to decide about appointments elsewhere. */
export const openConflictsQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'conflicts'],
    queryFn: async ({ signal }) => {
      const query = { state: 'open', limit: MOST } as const
      return (await unwrap(client.GET('/api/v1/calendar-conflicts', { params: { query }, signal }))).items
    },
  })

const unsettled = ['pending', 'unclear', 'failed', 'given_up'] as const

/** Appointments that do not stand elsewhere as they should, apart from what somebody is asked about. */
export const differencesQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'differences'],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(
        unsettled.map(state => {
          const query = { state, limit: MOST }
          return unwrap(client.GET('/api/v1/sync-entries', { params: { query }, signal }))
        }),
      )
      return lists.flatMap(({ items }) => items)
    },
  })

/** Where the free times of Cal.com differ from ours. */
export const driftsQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'drifts'],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST }
      return (await unwrap(client.GET('/api/v1/calendar-drifts', { params: { query }, signal }))).items
    },
  })

export const compareLink = (id: string) =>
  unwrap(client.POST('/api/v1/calendar-links/{id}/compare', { params: { path: { id } } }))

/** Secret addresses of somebody's appointments; the addresses themselves are known to nobody here. */
export const feedsQuery = () =>
  queryOptions({
    queryKey: [topics.connected, 'feeds'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/calendar-feeds', { signal }))).items,
  })

/** A new address, shown this once; the one before leads nowhere. */
export const makeFeed = async (resourceId: string): Promise<string> => {
  const { path } = await unwrap(client.POST('/api/v1/calendar-feeds', { body: { resource_id: resourceId } }))
  return new URL(path, window.location.origin).href
}

export const revokeFeed = (id: string) =>
  unwrap(client.DELETE('/api/v1/calendar-feeds/{id}', { params: { path: { id } } }))

/** The calendars or event types of an account, asked of the provider now. */
export const targetsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [topics.connected, 'targets', connectionId],
    queryFn: async ({ signal }) => {
      const path = { id: connectionId }
      return (
        await unwrap(client.POST('/api/v1/calendar-connections/{id}/test', { params: { path }, signal }))
      ).targets
    },
    // Asked when somebody asks for it: it is their account that is counted.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export type ConnectionWish = {
  provider: CalendarConnection['provider']
  name: string
  secrets: Record<string, string>
  /** The same for one opening of the form: pressed twice, it is one connection. */
  key: string
}

export const createConnection = ({ provider, name, secrets, key }: ConnectionWish) =>
  unwrap(
    client.POST('/api/v1/calendar-connections', {
      params: { header: { 'idempotency-key': key } },
      body: {
        provider,
        name,
        secrets: Object.entries(secrets).map(([secret, value]) => ({ name: secret, value })),
      },
    }),
  )

/** Where somebody lets us in; it leads back to the page of connected calendars. */
export const beginConsent = async (id: string): Promise<string> =>
  (await unwrap(client.POST('/api/v1/calendar-connections/{id}/consent', { params: { path: { id } } }))).url

type ConnectionChange = Partial<Pick<CalendarConnection, 'when_unknown' | 'outside_changes'>> & {
  state?: 'ok' | 'off'
}

export const changeConnection = (id: string, body: ConnectionChange) =>
  unwrap(client.PATCH('/api/v1/calendar-connections/{id}', { params: { path: { id } }, body }))

/** A name with a point is within another: `hosts.17`. */
export type LinkSettings = Array<{ name: string; value: string }>

export type LinkWish = {
  connection_id: string
  resource_id: string
  service_id: string | null
  target: string
  direction: CalendarLink['direction']
  settings?: LinkSettings
  key: string
}

export const createLink = ({ key, ...body }: LinkWish) =>
  unwrap(client.POST('/api/v1/calendar-links', { params: { header: { 'idempotency-key': key } }, body }))

export const readLinkNow = (id: string) =>
  unwrap(client.POST('/api/v1/calendar-links/{id}/read', { params: { path: { id } } }))

export const endLink = (id: string) =>
  unwrap(client.DELETE('/api/v1/calendar-links/{id}', { params: { path: { id } } }))

export const retryEntry = (id: string) =>
  unwrap(client.POST('/api/v1/sync-entries/{id}/retry', { params: { path: { id } } }))

export type Settlement = Exclude<NonNullable<CalendarConflict['settlement']>, 'by_itself'>

export const settleConflict = (id: string, settlement: Settlement) =>
  unwrap(
    client.POST('/api/v1/calendar-conflicts/{id}/settle', {
      params: { path: { id } },
      body: { settlement },
    }),
  )
