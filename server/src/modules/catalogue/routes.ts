import { z } from 'zod'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { absenceRoutes } from './absence-routes.ts'
import { assignmentRoutes } from './assignment-routes.ts'
import { blockCollisionRoutes } from './block-collision-routes.ts'
import { closureRoutes } from './closure-routes.ts'
import { hoursExceptionRoutes } from './hours-exception-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import type { Service } from './service.ts'
import { listServices } from './service-views.ts'
import { staffRoutes } from './staff-routes.ts'

const serviceShape = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  synonyms: z.array(z.string()),
  minutes: z.number(),
  segments: z.array(z.object({ minutes: z.number(), gap_after_minutes: z.number() })),
  price_minor: z.number(),
  currency: z.string(),
  grid_minutes: z.number(),
  minimum_notice_minutes: z.number(),
  horizon_days: z.number(),
  buffer_before_minutes: z.number(),
  buffer_after_minutes: z.number(),
  daily_most: z.number().nullable(),
  grid_kind: z.enum(['window', 'free', 'clock', 'fixed']),
  ask_note: z.string().nullable(),
})

export function catalogueRoutes(platform: Platform) {
  const { db } = platform
  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/services', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: {
        response: {
          200: z.object({ items: z.array(serviceShape), next_cursor: z.null() }),
        },
      },
      handler: async request => {
        const services = await db.inTenant(principalOf(request).tenantId, listServices)
        return { items: services.map(presentService), next_cursor: null }
      },
    })

    assignmentRoutes(platform)(app)
    staffRoutes(platform)(app)
    hoursRoutes(platform)(app)
    hoursExceptionRoutes(platform)(app)
    closureRoutes(platform)(app)
    blockCollisionRoutes(platform)(app)
    absenceRoutes(platform)(app)
  }
}

function presentService(service: Service): z.infer<typeof serviceShape> {
  return {
    id: service.id,
    version: service.version,
    name: service.name,
    synonyms: [...service.synonyms],
    minutes: service.minutes,
    segments: service.segments.map(segment => ({
      minutes: segment.minutes,
      gap_after_minutes: segment.gapAfterMinutes,
    })),
    price_minor: service.priceMinor,
    currency: service.currency,
    grid_minutes: service.gridMinutes,
    minimum_notice_minutes: service.minimumNoticeMinutes,
    horizon_days: service.horizonDays,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    daily_most: service.dailyMost,
    grid_kind: service.gridKind,
    ask_note: service.askNote,
  }
}
