import { domainToASCII } from 'node:url'
import { z } from 'zod'

const LONGEST = 200
/** RFC 1035 §2.3.4. */
const LONGEST_LABEL = 63

/**
 * An e-mail address as people write it; read as it is sent: "juergen@bücher.example" has the domain
 * "xn--bcher-kva.example" (RFC 5891). Refused: what has no such form, and umlauts before the "@", which few servers take.
 */
export const emailAddress = z
  .string()
  .max(LONGEST)
  .meta({ format: 'idn-email' })
  .transform(withAsciiDomain)
  .pipe(z.email().max(LONGEST))

/**
 * A domain of ASCII stays as it is written: reading it as one of a URL would take "127.1" for an address. So does what
 * has other signs than names have ("bücher.example/x" would lose its end) or is too long; the check after it refuses it.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  if (/^[\x20-\x7e]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return address
  const ascii = domainToASCII(domain)
  return ascii.split('.').every(label => label.length <= LONGEST_LABEL)
    ? address.slice(0, at) + ascii
    : address
}
