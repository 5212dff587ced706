import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditEventView, listAuditEvents } from '../../platform/audit/audit-views.ts'
import { csvText } from '../../platform/files/table-file.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { momentOf, momentText } from '../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import type { Platform } from '../../platform/platform.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import type { Tenants } from '../tenants/index.ts'

const config = { access: { kind: 'tenant', scope: 'audit' } } as const
const MOST_EXPORTED = 10_000
const values = z.record(z.string(), z.unknown()).nullable()

const search = z.object({
  q: z.string().trim().min(1).max(100).optional().describe('Anywhere in who, what or the values.'),
  actor: z.string().max(200).optional(),
  entity: z.string().max(60).optional().describe('A table, such as appointment.'),
  entity_id: z.string().max(60).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  from: momentText.optional(),
  to: momentText.optional(),
})

const eventShape = z.object({
  id: z.uuid(),
  at: z.string(),
  actor: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  entity: z.string(),
  entity_id: z.string(),
  before: values.describe('Of a change only what differs.'),
  after: values,
  request_id: z.string().nullable(),
  sealed: z.boolean().describe('Part of the chain that `askpro audit verify` checks.'),
})

/** Who changed what, for the business itself: searched, and as a file. */
export function auditRoutes({ db }: Platform, { tenants }: { tenants: Tenants }) {
  return (app: HttpServer): void => {
    app.get('/api/v1/audit-events', {
      config,
      schema: {
        querystring: pageQuery.extend(search.shape),
        response: { 200: z.object({ items: z.array(eventShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, ...wanted } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const rows = await listAuditEvents(tx, searchFor(wanted, timeZone), {
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.at.toString(), id: row.id }))
          return { ...page, items: page.items.map(event => present(event, timeZone)) }
        })
      },
    })

    app.get('/api/v1/audit-events/export', {
      config,
      schema: { produces: ['text/csv'], querystring: search, response: { 200: z.string() } },
      handler: async (request, reply) => {
        const csv = await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const rows = await listAuditEvents(tx, searchFor(request.query, timeZone), {
            after: null,
            limit: MOST_EXPORTED,
          })
          return toCsv(rows.map(event => present(event, timeZone)))
        })
        return reply
          .header('content-disposition', 'attachment; filename="audit-events.csv"')
          .type('text/csv; charset=utf-8')
          .serializer((text: unknown) => String(text))
          .send(csv)
      },
    })
  }
}

function searchFor(wanted: z.infer<typeof search>, zone: string) {
  const { q, actor, entity, entity_id, action, from, to } = wanted
  return {
    ...{ words: q ?? null, actor: actor ?? null, entity: entity ?? null, action: action ?? null },
    entityId: entity_id ?? null,
    from: from === undefined ? null : momentOf(from, zone),
    to: to === undefined ? null : momentOf(to, zone),
  }
}

function present(event: AuditEventView, zone: string): z.infer<typeof eventShape> {
  const { id, at, actor, action, entity, entityId, before, after, requestId, sealed } = event
  return {
    ...{ id, at: toOffsetString(at, zone), actor, action, entity, entity_id: entityId, before, after },
    ...{ request_id: requestId, sealed },
  }
}

function toCsv(events: ReadonlyArray<z.infer<typeof eventShape>>): string {
  const head = ['at', 'actor', 'action', 'entity', 'entity_id', 'before', 'after', 'request_id']
  const rows = events.map(event => [
    ...[event.at, event.actor, event.action, event.entity, event.entity_id],
    ...[jsonOf(event.before), jsonOf(event.after), event.request_id],
  ])
  return csvText({ head, rows }, ',')
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
