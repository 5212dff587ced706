import type { FastifyReply, FastifyRequest } from 'fastify'
import type { KeyRing } from '../../../platform/crypto/key-ring.ts'
import { clientAddress } from '../../../platform/http/client-address.ts'
import { ADDRESS_HEADER, accountSecrets, CHALLENGE_COOKIE, SESSION_COOKIE } from './auth.ts'
import { signedAnew } from './signed-cookie.ts'

/** The part of a request that the library may see: cookies of its own, browser and address. */
export function headersOf(request: FastifyRequest, keys: KeyRing): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: clientAddress(request) })
  const secrets = accountSecrets(keys)
  const cookies = [SESSION_COOKIE, CHALLENGE_COOKIE].flatMap(name => {
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
