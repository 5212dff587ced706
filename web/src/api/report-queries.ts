import { queryOptions } from '@tanstack/react-query'
import type { LocalDate } from '../util/local-date.ts'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

export type ReportPeriod = { from: LocalDate; to: LocalDate }

/** The figures of whole days. They are reckoned anew on each visit and whenever somebody asks, not with every call. */
export const reportQuery = ({ from, to }: ReportPeriod) =>
  queryOptions({
    queryKey: [topics.reports, from, to],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/reports/period', { params: { query: { from, to } }, signal })),
  })

/** The same as a file, which the browser saves by itself. */
export const reportExportAddress = (
  period: ReportPeriod,
  file: { format: 'csv' | 'xlsx'; language: string },
) => `/api/v1/reports/period/export?${new URLSearchParams({ ...period, ...file })}`
