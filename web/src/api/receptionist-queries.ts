import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

export const receptionistQuery = () =>
  queryOptions({
    queryKey: [topics.receptionist, 'now'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/receptionist', { signal })),
  })

export const versionPagesQuery = () =>
  infiniteQueryOptions({
    queryKey: [topics.receptionist, 'versions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        client.GET('/api/v1/receptionist/versions', {
          params: { query: { limit: 10, ...(pageParam !== undefined && { cursor: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: page => page.next_cursor ?? undefined,
  })

export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.receptionist, 'version', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/receptionist/versions/{id}', { params: { path: { id } }, signal })),
  })

/** Where two versions differ; none between one that is missing and anything. */
export const differencesQuery = (from: string | null, to: string | null) =>
  queryOptions({
    queryKey: [topics.receptionist, 'differences', from, to],
    enabled: from !== null && to !== null,
    queryFn: async ({ signal }) => {
      const query = { from: from ?? '', to: to ?? '' }
      return (await unwrap(client.GET('/api/v1/receptionist/differences', { params: { query }, signal })))
        .items
    },
  })

export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.receptionist, 'publication', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/receptionist/publications/{id}', { params: { path: { id } }, signal })),
  })

export const claimRatesQuery = () =>
  queryOptions({
    queryKey: [topics.calls, 'claims'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/reports/claims', { signal })),
  })

/** What of the telephone somebody should look at. Nothing announces that something stopped coming, so it is asked for. */
export const alarmsQuery = () =>
  queryOptions({
    queryKey: [topics.receptionist, 'alarms'],
    refetchInterval: 60_000,
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET('/api/v1/receptionist/alarms', { signal }))).items.map(({ alarm }) => alarm),
  })
