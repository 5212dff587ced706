import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { problemSchema } from '../../platform/http/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Health } from './health.ts'

const status = z.enum(['ok', 'degraded', 'down', 'not_configured'])
const detail = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])
const report = z.object({
  status,
  checks: z.record(
    z.string(),
    z.object({
      status,
      took_ms: z.number(),
      since: z.string(),
      detail: z.record(z.string(), detail).optional(),
    }),
  ),
  version: z.string(),
})
const open = {
  access: { kind: 'public', why: 'monitors ask without an account; no secrets, no tenants' },
} as const

export function opsRoutes(
  { metrics }: Platform,
  { health, collectFigures }: { health: Health; collectFigures: () => Promise<void> },
) {
  return (app: HttpServer): void => {
    app.get('/health/live', {
      config: open,
      schema: { response: { 200: z.object({ status: z.literal('ok') }) } },
      handler: async () => ({ status: 'ok' as const }),
    })

    app.get('/health/ready', {
      config: open,
      schema: { response: { 200: z.object({ status: z.literal('ok') }), 503: problemSchema } },
      handler: async () => {
        if (!(await health.isReady())) throw new AppError(platformErrors.unavailable)
        return { status: 'ok' as const }
      },
    })

    app.get('/health', {
      config: open,
      schema: { response: { 200: report, 503: report } },
      handler: async (_request, reply) => {
        const found = await health.all()
        return reply.status(found.status === 'down' ? 503 : 200).send(found)
      },
    })

    app.get('/health/:name', {
      config: open,
      schema: {
        params: z.object({ name: z.string().max(40) }),
        response: { 200: report, 503: report, 404: problemSchema },
      },
      handler: async (request, reply) => {
        const found = await health.one(request.params.name)
        if (!found) throw new AppError(platformErrors.notFound)
        return reply.status(found.status === 'down' ? 503 : 200).send(found)
      },
    })

    app.get('/metrics', {
      config: { access: { kind: 'operator-address' } },
      handler: async (_request, reply) => {
        await collectFigures()
        return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
      },
    })
  }
}
