import type { FastifyReply, FastifyRequest } from 'fastify'
import { clientAddress } from '../../../platform/http/client-address.ts'
import { ADDRESS_HEADER } from './auth.ts'

/** The part of a request that the library may see: cookies, browser and address. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: clientAddress(request) })
  const { cookie, 'user-agent': browser } = request.headers
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (browser !== undefined) headers.set('user-agent', browser.slice(0, 300))
  return headers
}

/** Passes the cookies on that the library set. */
export function passCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}
