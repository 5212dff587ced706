import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { problemSchema } from '../../platform/http/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import { toMillisecondString } from '../../platform/time/zoned.ts'
import { reportingErrors } from './errors.ts'
import type { ReportingNeighbours } from './neighbours.ts'
import { TRACE_KINDS, TRACE_TARGETS, type TraceItem, traceRequest } from './request-trace.ts'

const traceItemShape = z.object({
  at: z.string(),
  kind: z.enum(TRACE_KINDS),
  name: z.string(),
  state: z.string().nullable(),
  took_ms: z.number().nullable(),
  target: z.object({ kind: z.enum(TRACE_TARGETS), id: z.string() }).nullable(),
  detail: z.string().nullable(),
})

export function requestRoutes({ db }: Platform, { tenants }: ReportingNeighbours) {
  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/requests/:request_id', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: {
        params: z.object({ request_id: z.string().regex(/^[A-Za-z0-9._-]{8,64}$/) }),
        response: {
          200: z.object({ request_id: z.string(), items: z.array(traceItemShape) }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
        },
      },
      handler: async request => {
        const { request_id } = request.params
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const items = await traceRequest(tx, request_id)
          if (items.length === 0) throw new AppError(reportingErrors.unknownRequest)
          const { timeZone } = await tenants.read(tx)
          return { request_id, items: items.map(item => presentItem(item, timeZone)) }
        })
      },
    })
  }
}

function presentItem(item: TraceItem, zone: string): z.infer<typeof traceItemShape> {
  const { at, tookMs, ...rest } = item
  return { ...rest, at: toMillisecondString(at, zone), took_ms: tookMs }
}
