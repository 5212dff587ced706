import { queryOptions } from '@tanstack/react-query'
import type { LocalDate } from '../util/local-date.ts'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

export type ReportPeriod = { from: LocalDate; to: LocalDate }
/** Of one person or place; left out: of all. */
export type ReportOnly = { staff?: string | undefined; location?: string | undefined }

/** The figures of whole days. They are reckoned anew on each visit and whenever somebody asks, not with every call. */
export const reportQuery = (wish: ReportPeriod & ReportOnly) =>
  queryOptions({
    queryKey: [topics.reports, wish],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/reports/period', { params: { query: given(wish) }, signal })),
  })

/** The same as a file, which the browser saves by itself. */
export const reportExportAddress = (
  wish: ReportPeriod & ReportOnly,
  file: { format: 'csv' | 'xlsx'; language: string },
) => `/api/v1/reports/period/export?${new URLSearchParams({ ...given(wish), ...file })}`

const given = ({ from, to, staff, location }: ReportPeriod & ReportOnly) => ({
  ...{ from, to },
  ...(staff !== undefined && { staff }),
  ...(location !== undefined && { location }),
})
