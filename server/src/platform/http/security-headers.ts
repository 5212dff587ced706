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

/** Headers that every answer carries. */
export function securityHeaders(app: HttpServer): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    setSecurityHeaders(reply)
    return payload
  })
}

/** For the answers that are given before any hook runs. */
export function setSecurityHeaders(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'same-origin')
  reply.header('x-frame-options', 'DENY')
  reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(self)')
  reply.header('content-security-policy', CONTENT_SECURITY_POLICY)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
}
