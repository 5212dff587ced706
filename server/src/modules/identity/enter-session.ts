import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { passCookies } from './accounts/auth-call.ts'
import type { LoggedIn } from './accounts/log-in.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { presentSession } from './session-shape.ts'
import { tellOfNewDevice } from './tell-new-device.ts'
import { whereFrom } from './where-from.ts'

type Entered = {
  readonly headers: Headers
  readonly method: Extract<LoggedIn, { kind: 'in' }>['method'] | 'passkey'
}

/** What every way of logging in ends with. The cookie leaves only once the login is on record. */
export function createEntry(parts: IdentityParts) {
  const { record, cookies } = parts
  return async (result: Entered, request: FastifyRequest, reply: FastifyReply) => {
    const session = await parts.sessions(cookieIn(result.headers, cookies.session))
    if (!session) throw new AppError(identityErrors.noBusiness)
    await record.note({
      action: 'logged_in',
      account: { id: session.userId },
      alsoIn: session.tenantId,
      details: { method: result.method, ...whereFrom(request) },
    })
    passCookies(reply, result.headers)
    await tellOfNewDevice(parts, session, request, reply)
    return await presentSession(parts, session)
  }
}

/** The session cookie that is being set. */
export function cookieIn(headers: Headers, name: string): string {
  const found = headers.getSetCookie().findLast(cookie => cookie.startsWith(`${name}=`))
  return decodeURIComponent(found?.split(';')[0]?.slice(name.length + 1) ?? '')
}
