import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const OWN_NETWORK =
  /^(?:::1$|(?:::ffff:)?(?:127|10|192[.]168|172[.](?:1[6-9]|2\d|3[01]))[.]|f[cd][\da-f]{2}:)/i
const MAPPED = /^::ffff:(?=\d+[.])/i

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

/** What is counted as one place: an IPv4 address, and of IPv6 the 64 bits that one household or server has. */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(part => part !== '')
  const right = tail.split(':').filter(part => part !== '')
  const filled = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${filled
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`
}

/** Whether an address is one of a list of addresses and networks (`10.1.0.0/16`). */
export function createAddressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.replace(MAPPED, '').split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return given => {
    const address = given.replace(MAPPED, '')
    return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
}

/** `10.1.2.3`, `10.1.0.0/16`, `2001:db8::/32` and the like. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.replace(MAPPED, '').split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}
