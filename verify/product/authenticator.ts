import { createHmac } from 'node:crypto'

/** The code that an authenticator shows for the address of its QR code (RFC 6238), `steps` of 30 seconds from now. */
export function codeOf(totpUri: string, steps = 0): string {
  return codeOfSecret(new URL(totpUri).searchParams.get('secret') ?? '', steps)
}

/** The same for the secret that is typed where nothing can be scanned. */
export function codeOfSecret(text: string, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', base32(text)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')]
    .map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
