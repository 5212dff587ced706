import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { CalendarImport } from './contract.ts'
import { topics } from './queries.ts'

const MOST = 20

/** What Cal.com has beside what the business has. */
export const comparisonQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [topics.imports, 'comparison', connectionId],
    queryFn: async ({ signal }) =>
      await unwrap(
        client.GET('/api/v1/calendar-connections/{id}/import', {
          params: { path: { id: connectionId } },
          signal,
        }),
      ),
    // Cal.com is asked each time, and counts it.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  })

/** What was taken over, newest first. */
export const importsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [topics.imports, 'records', connectionId],
    queryFn: async ({ signal }) => {
      const params = { path: { id: connectionId }, query: { limit: MOST } }
      return (await unwrap(client.GET('/api/v1/calendar-connections/{id}/imports', { params, signal }))).items
    },
  })

type Field = CalendarImport['services'][number]['fields'][number]['field']
export type ImportWish = {
  preview: string
  services: {
    target: string
    fields: Field[]
    hosts: boolean
    their_fields?: Field[]
    price_minor?: number
  }[]
  people: { host: string; resource_id: string | null }[]
  weeks: { schedule: string; week: boolean; days: string[] }[]
}

export const takeOver = async (connectionId: string, body: ImportWish) =>
  (
    await unwrap(
      client.POST('/api/v1/calendar-connections/{id}/import', {
        params: { path: { id: connectionId }, header: {} },
        body,
      }),
    )
  ).items
