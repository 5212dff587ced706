import { hostCookie } from '../../../platform/http/host-cookie.ts'

/** What the library puts before the names of its own cookies, with a dot. */
const PREFIX = 'askpro'

export type CookieNames = {
  readonly session: string
  /** Between password and code. */
  readonly challenge: string
  /** Marks a browser in which somebody has logged in. */
  readonly device: string
  readonly prefix: string
  readonly secure: boolean
}

/** The cookies of a login. What comes under another name, such as the plain one where https is served, is nobody's. */
export function cookieNames(publicUrl: string): CookieNames {
  const named = (name: string): string => hostCookie(name, publicUrl).name
  return {
    session: named('askpro_session'),
    challenge: named(`${PREFIX}.two_factor`),
    device: named('askpro_device'),
    prefix: named(PREFIX),
    secure: hostCookie(PREFIX, publicUrl).secure,
  }
}
