import type { FastifyReply } from 'fastify'
import type { HttpServer } from './http-server.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

const YEAR_SECONDS = Temporal.Duration.from({ days: 365 }).total('seconds')

/** Headers that every answer carries. */
export function securityHeaders(app: HttpServer, setSecurityHeaders: (reply: FastifyReply) => void): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    setSecurityHeaders(reply)
    return payload
  })
}

/** Also for the answers that are given before any hook runs. */
export function createSecurityHeaders(publicUrl: string): (reply: FastifyReply) => void {
  const overTls = publicUrl.startsWith('https:')
  return reply => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-frame-options', 'DENY')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', 'same-origin')
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(self)')
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY)
    if (overTls) reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  }
}
