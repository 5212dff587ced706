import ipaddr from 'ipaddr.js'

/** Ranges of `ipaddr.js` that lead into the public Internet. Anything it names otherwise is somebody's inside. */
const PUBLIC = 'unicast'
/** RFC 6052 NAT64 of a provider's own network, and RFC 8215: whatever is embedded, the way leads through a gateway. */
const IPV6_GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
/** Azure's host, which answers for the platform: public by its range, but never meant. */
const NEVER = new Set(['168.63.129.16'])

/**
 * Whether a numeric address is one of the public Internet. False for loopback, private, link-local (cloud metadata
 * at 169.254.169.254 too), carrier-grade NAT, multicast, reserved and documentation ranges, and for every IPv6
 * address that hides an IPv4 one: mapped, 6to4, Teredo, NAT64.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (NEVER.has(address.toString()) || address.range() !== PUBLIC) return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(IPV6_GLOBAL)
}
