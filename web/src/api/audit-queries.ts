import { client, unwrap } from './client.ts'
import { pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

/** Who changed what, newest first; all of it, or where the words are found. */
export const auditPagesQuery = (q: string | undefined) =>
  pagesQuery([topics.audit, 'pages', q ?? null], (page, signal) => {
    const query = { limit: 50, ...page, ...(q !== undefined && { q }) }
    return unwrap(client.GET('/api/v1/audit-events', { params: { query }, signal }))
  })

/** The same as a file, which the browser saves by itself. */
export const auditExportAddress = (q: string | undefined) =>
  `/api/v1/audit-events/export${q === undefined ? '' : `?${new URLSearchParams({ q })}`}`
