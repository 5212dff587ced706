import type { FastifyRequest } from 'fastify'
import { beginSpan, callTrace, isTracing, type OpenSpan } from '../observability/tracing.ts'
import type { HttpServer } from './http-server.ts'

declare module 'fastify' {
  interface FastifyRequest {
    openSpan: OpenSpan | null
    begunAt: number
  }
}

/**
 * A span for each request. That of a voice path waits until it is known which call it belongs to (`inCallTrace`):
 * the id of a trace cannot be changed later, and an unsigned body must not choose one.
 */
export function traceRequests(app: HttpServer): void {
  app.decorateRequest('openSpan', null)
  app.decorateRequest('begunAt', 0)
  if (!isTracing()) return
  app.addHook('onRequest', (request, _reply, done) => {
    request.begunAt = performance.now()
    const access = request.routeOptions.config.access?.kind
    // A socket is no request that ends: what happens on it has spans of its own.
    if (access === 'signed' || access === 'secret-address') return done()
    const given = request.headers.traceparent
    const span = begin(request, typeof given === 'string' ? given : null)
    if (span) span.run(done)
    else done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const span = request.openSpan ?? begin(request, null)
    span?.note({ 'http.response.status_code': reply.statusCode })
    span?.end(reply.statusCode >= 500 ? 'failed' : 'ok')
    done()
  })
}

/** Runs the work of a verified request in the trace of its call. */
export async function inCallTrace<T>(
  request: FastifyRequest,
  call: { readonly connection: string; readonly callId: string | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const span = request.openSpan ?? begin(request, traceOf(call))
  return span ? await span.run(work) : await work()
}

function traceOf({ connection, callId }: { connection: string; callId: string | undefined }): string | null {
  return callId === undefined ? null : callTrace({ connection, callId })
}

function begin(request: FastifyRequest, parent: string | null): OpenSpan | null {
  const route = request.routeOptions.url ?? 'none'
  request.openSpan = beginSpan(`${request.method} ${route}`, {
    kind: 'server',
    parent,
    begunAt: request.begunAt,
    attributes: {
      'http.request.method': request.method,
      'http.route': route,
      'askpro.request_id': request.id,
    },
  })
  return request.openSpan
}
