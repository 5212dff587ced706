import type { FastifyRequest } from 'fastify'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request of this method may change something. */
export function isChange({ method }: Pick<FastifyRequest, 'method'>): boolean {
  return !READING.has(method)
}

/**
 * Whether a page of somebody else sent the request. Browsers name the page's origin with everything that changes
 * something, and no page can name another; programs name none. `null` (a sandboxed frame) is somebody else.
 */
export function isFromElsewhere(request: Pick<FastifyRequest, 'headers'>, publicUrl: string): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (!URL.canParse(origin)) return true
  const page = new URL(origin)
  return page.host !== host && page.origin !== new URL(publicUrl).origin
}
