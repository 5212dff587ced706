/** Cal.com's API v2 as far as a product needs it that keeps its appointments there. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebServer } from '../../web-server.ts'
import { CalError, errorBody } from '../cal-error.ts'
import { registerAccountRoutes } from './account-routes.ts'
import { registerBookingRoutes } from './booking-routes.ts'
import { callerOf } from './caller.ts'
import type { ApiParts, CallerOf } from './parts.ts'
import { registerSlotRoutes } from './slot-routes.ts'
import { isServed } from './versions.ts'
import { registerWebhookRoutes } from './webhook-routes.ts'

export async function registerApi(server: WebServer, parts: ApiParts): Promise<void> {
  const { world } = parts
  const callers = new WeakMap<object, number | null>()
  const caller: CallerOf = request => callers.get(request.raw) ?? null

  await server.register(async scope => {
    const api = scope as WebServer
    api.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) =>
      answerError(error, request, reply, world.now()),
    )
    api.addHook('onRequest', async (request, reply) => {
      reply.header('date', new Date(world.now()).toUTCString())
      const path = pathOf(request)
      const { authorization } = request.headers
      const { headers, refusal } = parts.limit.count(authorization ?? request.ip)
      reply.headers({ ...headers })
      if (refusal !== null) throw refusal
      callers.set(request.raw, callerOf(world, authorization))
      if (!isServed(request.method, path, request.headers['cal-api-version']))
        throw new CalError(404, `Cannot ${request.method} ${path}`)
    })
    parts.faults.attachTo(api)
    api.addHook('preHandler', async request => parts.requests.note(request))
    api.addHook('onSend', async (request, reply, payload) => {
      if (reply.statusCode < 400)
        parts.document.check(
          { method: request.method, path: pathOf(request), query: queryOf(request), body: request.body },
          { version: request.headers['cal-api-version'], status: reply.statusCode, answer: payload },
        )
      return payload
    })
    registerAccountRoutes(api, world, caller)
    registerSlotRoutes(api, world, caller)
    registerBookingRoutes(api, parts, caller)
    registerWebhookRoutes(api, world, caller)
  })
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

/** As it was sent, not as it was read. */
function queryOf(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''))
}

function answerError(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  now: number,
) {
  const shown =
    error instanceof CalError
      ? error
      : new CalError(error.statusCode ?? 500, error.message || 'Internal error')
  return reply.code(shown.status).send(errorBody(shown, request.url, now))
}
