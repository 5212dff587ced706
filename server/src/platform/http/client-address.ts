import type { FastifyRequest } from 'fastify'

const OWN_NETWORK =
  /^(?:::1$|(?:::ffff:)?(?:127|10|192[.]168|172[.](?:1[6-9]|2\d|3[01]))[.]|f[cd][\da-f]{2}:)/i

/**
 * Where a request comes from, for counting tries and showing people where they are logged in: what the proxy beside
 * us says, and the peer itself when it is none. Only the last entry is the proxy's own; those before it are whatever
 * the client wrote.
 */
export function clientAddress(request: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  const forwarded = request.headers['x-forwarded-for']
  if (forwarded === undefined || !OWN_NETWORK.test(request.ip)) return request.ip
  return [forwarded].flat().join(',').split(',').at(-1)?.trim().slice(0, 64) || request.ip
}
