import { z } from 'zod'
import { AppError } from '../../../../platform/errors/app-error.ts'
import { principalOf } from '../../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../../../platform/http/paging.ts'
import type { CalendarConnectionId, TenantId } from '../../../../platform/ids/ids.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { type AskProvider, askErrors } from '../../connections/ask-provider.ts'
import { readConnection } from '../../connections/connection-store.ts'
import { calendarErrors } from '../../errors.ts'
import type { CalendarNeighbours } from '../../neighbours.ts'
import { applyImport } from './apply-import.ts'
import { choices, outcomeShape } from './choices.ts'
import { compareOffer } from './compare-offer.ts'
import { comparisonShape, importShape } from './import-shapes.ts'
import { listImports } from './import-store.ts'
import type { createReadOffer, Offer } from './read-offer.ts'

const params = z.object({ id: z.uuid() })
const business = { kind: 'tenant', scope: 'business' } as const
const errors = [...askErrors, calendarErrors.notOfCalcom]
const outcomes = z.object({ items: z.array(outcomeShape) })

type Parts = CalendarNeighbours & AskProvider

/** What Cal.com offers beside what the business has; what a person picks of it is taken over, and nothing else. */
export function importRoutes(
  { db, clock }: Platform,
  parts: Parts,
  readOffer: ReturnType<typeof createReadOffer>,
) {
  const offerOf = async (tenantId: TenantId, id: CalendarConnectionId): Promise<Offer> => {
    const { adapter, account } = await parts.openLive(tenantId, id)
    if (adapter.provider !== 'calcom') throw new AppError(calendarErrors.notOfCalcom)
    return await parts.valueIn(tenantId, id, await readOffer(account))
  }

  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-connections/:id/import', {
      config: { access: business, errors },
      schema: { params, response: { 200: comparisonShape } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const connectionId = request.params.id as CalendarConnectionId
        const offer = await offerOf(tenantId, connectionId)
        return await db.readTenant(tenantId, tx =>
          compareOffer(tx, parts, { connectionId, offer, at: clock.now() }),
        )
      },
    })

    app.post('/api/v1/calendar-connections/:id/import', {
      config: {
        access: business,
        errors: [...errors, calendarErrors.stalePreview, calendarErrors.unknownOwner],
      },
      schema: { params, headers: idempotencyHeaders, body: choices, response: { 200: outcomes } },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const connectionId = request.params.id as CalendarConnectionId
        const offer = await offerOf(tenantId, connectionId)
        const wish = { connectionId, offer, choices: request.body, actor, at: clock.now() }
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 200,
            body: { items: await applyImport(tx, parts, wish) },
          })),
        )
        return answer.body as z.infer<typeof outcomes>
      },
    })

    app.get('/api/v1/calendar-connections/:id/imports', {
      config: { access: business, errors: [calendarErrors.unknownConnection] },
      schema: {
        params,
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(importShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const id = request.params.id as CalendarConnectionId
        const rows = await db.readTenant(principalOf(request).tenantId, async tx => {
          if ((await readConnection(tx, id)) === null) throw new AppError(calendarErrors.unknownConnection)
          return await listImports(tx, id, { after: decodeCursor(cursor), limit: limit + 1 })
        })
        const page = toPage(rows, limit, row => ({ at: row.appliedAt.toString(), id: row.id }))
        return {
          ...page,
          items: page.items.map(({ appliedAt, ...row }) => ({ ...row, applied_at: appliedAt.toString() })),
        }
      },
    })
  }
}
