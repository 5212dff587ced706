import { client, unwrap } from './client.ts'
import { pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

/** Of the page: words, and whether only logins are asked for. */
export type AuditWish = { q?: string | undefined; only?: 'logins' | undefined }

/** Who changed what and who logged in, newest first; all of it, or what is searched for. */
export const auditPagesQuery = (wish: AuditWish) =>
  pagesQuery([topics.audit, 'pages', searchOf(wish)], (page, signal) => {
    const query = { limit: 50, ...page, ...searchOf(wish) }
    return unwrap(client.GET('/api/v1/audit-events', { params: { query }, signal }))
  })

/** The same as a file, which the browser saves by itself. */
export const auditExportAddress = (wish: AuditWish) =>
  `/api/v1/audit-events/export?${new URLSearchParams(searchOf(wish))}`

const searchOf = ({ q, only }: AuditWish): { q?: string; entity?: string } => ({
  ...(q !== undefined && { q }),
  ...(only === 'logins' && { entity: 'login' }),
})
