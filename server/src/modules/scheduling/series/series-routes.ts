import { z } from 'zod'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { CustomerId, SeriesId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { schedulingErrors } from '../errors.ts'
import { presentSeries, seriesShape, seriesWithAppointments } from './present-series.ts'
import { type SeriesBookingParts, seriesBookingRoutes } from './series-booking-routes.ts'
import { type SeriesChangeParts, seriesChangeRoutes } from './series-change-routes.ts'
import { listSeries } from './series-views.ts'

export type SeriesParts = SeriesBookingParts & SeriesChangeParts

/** Reading series; booking and changing them is next door. */
export function seriesRoutes(platform: Platform, parts: SeriesParts) {
  const { db, clock } = platform
  return (app: HttpServer): void => {
    seriesBookingRoutes(platform, parts)(app)
    seriesChangeRoutes(platform, parts)(app)

    app.get('/api/v1/series', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: pageQuery.extend({ customer: z.uuid().optional() }),
        response: { 200: z.object({ items: z.array(seriesShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, customer } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const rows = await listSeries(tx, {
            customerId: (customer ?? null) as CustomerId | null,
            after: decodeCursor(cursor),
            limit: limit + 1,
            now: clock.now(),
          })
          const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
          return { items: page.items.map(presentSeries), next_cursor: page.next_cursor }
        })
      },
    })

    app.get('/api/v1/series/:id', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [schedulingErrors.unknownSeries],
      },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: seriesWithAppointments } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          parts.findSeries(tx, request.params.id as SeriesId),
        ),
    })
  }
}
