import type { FastifyReply, FastifyRequest } from 'fastify'
import { clientAddress } from '../../../platform/http/client-address.ts'
import type { Platform } from '../../../platform/platform.ts'
import { ADDRESS_HEADER, accountSecrets } from './auth.ts'
import type { CookieNames } from './cookie-names.ts'
import { signedAnew } from './signed-cookie.ts'

/** The part of a request that the library may see: cookies of its own, browser and address. */
export function headersOf(
  request: FastifyRequest,
  { platform: { keys }, cookies: names }: { readonly platform: Platform; readonly cookies: CookieNames },
): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: clientAddress(request) })
  const secrets = accountSecrets(keys)
  const cookies = [names.session, names.challenge].flatMap(name => {
    const value = request.cookies[name]
    return value === undefined ? [] : [`${name}=${encodeURIComponent(signedAnew(value, secrets))}`]
  })
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  const browser = request.headers['user-agent']
  if (browser !== undefined) headers.set('user-agent', browser.slice(0, 300))
  return headers
}

/** Passes the cookies on that the library set. */
export function passCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}
