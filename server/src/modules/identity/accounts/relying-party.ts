import { isIP } from 'node:net'

/** For whom a passkey is made: browsers offer it to pages of this name alone. */
export type RelyingParty = { readonly id: string; readonly origin: string }

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * Null where browsers know no passkeys: over http, and at an address without a name. On this machine the name is
 * `localhost`, over http too, at the port that was asked.
 */
export function relyingParty(address: string, host: string | undefined): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(address)
  if (LOOPBACK.has(hostname)) return { id: 'localhost', origin: `${protocol}//${host ?? 'localhost'}` }
  if (protocol !== 'https:' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  return { id: hostname, origin }
}
