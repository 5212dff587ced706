import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { CalendarAccount } from '../port.ts'

export const CALDAV = 'caldav'

/** The account would have been shown to a server that its owner did not name. */
export class ForeignServer extends Error {
  override readonly name = 'ForeignServer'
}

/** What was typed is no server with an account. */
export class NoLogin extends Error {
  override readonly name = 'NoLogin'
}

/** Server and account, as somebody typed them. */
export type DavLogin = { readonly url: string; readonly username: string; readonly password: string }

const METHODS = ['GET', 'PUT', 'DELETE', 'PROPFIND', 'REPORT'] as const
/** Answers that the adapter understands; everything else is a failure of the server. */
const ANSWERS = [301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 410, 412, 415, 501, 507]

/**
 * `fetch` for the library that speaks WebDAV: through the one door to other machines, only to addresses that tenants may
 * name, and only to the server that the account is for, wherever that server points.
 */
export function createDavFetch(outbound: Outbound, account: CalendarAccount, login: DavLogin): typeof fetch {
  const authorization = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
  return async (input, init = {}) => {
    const url = new URL(String(input))
    if (!isOfServer(url, new URL(login.url)))
      throw new ForeignServer(`${url.host} is not the server of the account.`)
    const address = await outbound.toTenantAddress(url.href)
    if (address.kind === 'refused') throw new ForeignServer(`The address is not allowed: ${address.why}.`)
    const method = METHODS.find(known => known === (init.method ?? 'GET'))
    if (method === undefined) throw new Error(`WebDAV's ${init.method} is not known here.`)
    const { status, headers, text } = await outbound.request({
      provider: CALDAV,
      operation: method.toLowerCase(),
      connection: url.host,
      tenantId: account.tenantId,
      url: address,
      method,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization },
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      expect: ANSWERS,
    })
    return new Response([204, 304].includes(status) ? null : text, { status, headers })
  }
}

/** The same origin; Apple spreads its accounts over machines of its own. */
function isOfServer(url: URL, server: URL): boolean {
  if (url.origin === server.origin) return true
  const isApple = ({ protocol, hostname }: URL): boolean =>
    protocol === 'https:' && hostname.endsWith('.icloud.com')
  return isApple(url) && isApple(server)
}
