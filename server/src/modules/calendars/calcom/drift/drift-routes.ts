import { z } from 'zod'
import { AppError } from '../../../../platform/errors/app-error.ts'
import { principalOf } from '../../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../../platform/http/paging.ts'
import { permission, unless } from '../../../../platform/http/permission.ts'
import type { CalendarLinkId } from '../../../../platform/ids/ids.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { readLink } from '../../connections/link-store.ts'
import { calendarErrors } from '../../errors.ts'
import { parseTarget } from '../targets.ts'
import { DRIFT_REASONS } from './compare-free-times.ts'
import { type CompareJob, compareKey } from './drift-jobs.ts'
import { DRIFT_STATES, type DriftView, listDrifts } from './drift-store.ts'

const shape = z.object({
  link_id: z.uuid(),
  connection_id: z.uuid(),
  target_name: z.string(),
  service_id: z.uuid().nullable().describe('The service whose times were compared.'),
  state: z
    .enum(DRIFT_STATES)
    .nullable()
    .describe('Null: not compared yet. `not_comparable`: no service of ours is as long as the event type.'),
  compared_at: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  agreeing: z.number().int().nullable().describe('Starts of ours that can be had there too.'),
  differences: z.array(
    z.object({
      side: z.enum(['here', 'there']).describe('Who offers them; the other side does not.'),
      reason: z
        .enum(DRIFT_REASONS)
        .describe(
          'Why not: for `there` what our engine says, for `here` what the event type and its times show.',
        ),
      count: z.number().int(),
      starts: z.array(z.string()).describe('The first five.'),
    }),
  ),
  problem: z.string().nullable(),
  allowed: z.object({ compare: permission }),
})

const SWITCHED_OFF = { de: 'Die Verbindung ist abgeschaltet.', en: 'The connection is switched off.' }

/** Where the free times of Cal.com differ from ours. */
export function driftRoutes({ db, jobs }: Platform, compareJob: CompareJob) {
  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-drifts', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: {
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(shape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const rows = await db.readTenant(principalOf(request).tenantId, tx =>
          listDrifts(tx, { after: decodeCursor(cursor), limit: limit + 1 }),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.linkId }))
        return { ...page, items: page.items.map(presentDrift) }
      },
    })

    app.post('/api/v1/calendar-links/:id/compare', {
      config: {
        access: { kind: 'tenant', scope: 'business' },
        errors: [calendarErrors.unknownLink, calendarErrors.notOfCalcom],
      },
      schema: { params: z.object({ id: z.uuid() }), response: { 202: z.null() } },
      handler: async (request, reply) => {
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const link = await readLink(tx, request.params.id as CalendarLinkId)
          if (link === null || link.state === 'off') throw new AppError(calendarErrors.unknownLink)
          if (parseTarget(link.target)?.kind !== 'event_type') throw new AppError(calendarErrors.notOfCalcom)
          const payload = { tenant_id: tx.tenantId, link_id: link.id }
          await jobs.enqueue(tx, compareJob, payload, { key: compareKey(link.id) })
        })
        return reply.status(202).send(null)
      },
    })
  }
}

function presentDrift(drift: DriftView): z.infer<typeof shape> {
  return {
    link_id: drift.linkId,
    connection_id: drift.connectionId,
    target_name: drift.targetName,
    service_id: drift.serviceId,
    state: drift.state,
    compared_at: timeText(drift.comparedAt),
    from: timeText(drift.windowStart),
    until: timeText(drift.windowEnd),
    agreeing: drift.agreeing,
    differences: (drift.differences ?? []).map(group => ({ ...group, starts: [...group.starts] })),
    problem: drift.problem,
    allowed: {
      compare: unless(drift.isOn ? null : SWITCHED_OFF, 'business'),
    },
  }
}

function timeText(at: Temporal.Instant | null): string | null {
  return at?.toString({ smallestUnit: 'second' }) ?? null
}
