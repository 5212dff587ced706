import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { isPublicAddress } from './public-address.ts'

/**
 * Addresses that tenants give (failure 21): https, a usual port, no credentials, and a name that leads to the public
 * Internet. A name is looked up again for each connection, and the connection goes to an address of that very answer:
 * a name server that answers differently the second time gains nothing.
 */
export type TenantAddress = {
  readonly kind: 'ok'
  readonly url: string
  /** The operator's configuration names this very origin. */
  readonly exempt: boolean
  readonly [checked]: true
}
export type RefusedAddress = { readonly kind: 'refused'; readonly why: AddressProblem }
export type AddressProblem =
  | 'no_address'
  | 'not_https'
  | 'credentials'
  | 'port'
  | 'unknown_name'
  | 'not_public'

declare const checked: unique symbol

/** All addresses of a name. Rejects when there are none. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>

export type AddressGuard = {
  check(url: string): Promise<TenantAddress | RefusedAddress>
  /** For the connection itself: resolves, checks and hands over what was checked. */
  readonly lookup: LookupFunction
  /** For exempt origins: resolves. */
  readonly exemptLookup: LookupFunction
}

const PORTS = new Set(['', '443', '8443'])
const LONGEST = 2000
/** The operating system itself waits up to half a minute for a name server. */
const LONGEST_LOOKUP_MS = 3000

/** The operating system's answer, hosts file included: what it says is checked, wherever it has it from. */
export const resolveByNetwork: ResolveName = async hostname => {
  const late = new AbortController()
  try {
    const found = await Promise.race([
      lookup(hostname, { all: true, verbatim: true }),
      wait(LONGEST_LOOKUP_MS, null, { signal: late.signal }),
    ])
    if (found === null) throw new Error('The name was not found in time.')
    return found.map(({ address }) => address)
  } finally {
    late.abort()
  }
}

/**
 * `allowed` has origins that the operator's configuration exempts, such as `http://127.0.0.1:9000` of a simulator:
 * exactly these, with their port.
 */
export function createAddressGuard(options: {
  allowed: readonly string[]
  resolve: ResolveName
}): AddressGuard {
  const publicAddresses: ResolveName = async hostname => {
    const addresses = await options.resolve(hostname)
    if (!addresses.every(isPublicAddress)) throw new NotPublic()
    return addresses
  }
  return {
    check: async text => {
      const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null
      if (url === null) return refuse('no_address')
      if (url.username !== '' || url.password !== '') return refuse('credentials')
      if (options.allowed.includes(url.origin)) return pass(url, { exempt: true })
      if (url.protocol !== 'https:') return refuse('not_https')
      if (!PORTS.has(url.port)) return refuse('port')
      return await checkHost(url, publicAddresses)
    },
    lookup: lookupBy(publicAddresses),
    exemptLookup: lookupBy(options.resolve),
  }
}

function lookupBy(resolve: ResolveName): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      addresses => {
        const found = addresses.map(address => ({ address, family: isIP(address) }))
        const [first] = found
        if (!first) callback(new Error('The name has no address.'), [])
        else if (all === true) callback(null, found)
        else callback(null, first.address, first.family)
      },
      error => callback(error instanceof Error ? error : new Error(String(error)), []),
    )
  }
}

export class NotPublic extends Error {
  constructor() {
    super('The name leads to an address that is not public.')
    this.name = 'NotPublic'
  }
}

async function checkHost(url: URL, publicAddresses: ResolveName): Promise<TenantAddress | RefusedAddress> {
  const host = nameOf(url)
  // The URL parser has turned every notation of an IPv4 address (decimal, octal, hexadecimal, short) into the plain one.
  if (isIP(host) !== 0) return isPublicAddress(host) ? pass(url, { exempt: false }) : refuse('not_public')
  try {
    const addresses = await publicAddresses(host)
    return addresses.length > 0 ? pass(url, { exempt: false }) : refuse('unknown_name')
  } catch (error) {
    return refuse(error instanceof NotPublic ? 'not_public' : 'unknown_name')
  }
}

/** Without the brackets of an IPv6 address. */
function nameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function pass(url: URL, { exempt }: { exempt: boolean }): TenantAddress {
  return { kind: 'ok', url: url.href, exempt } as TenantAddress
}

function refuse(why: AddressProblem): RefusedAddress {
  return { kind: 'refused', why }
}
