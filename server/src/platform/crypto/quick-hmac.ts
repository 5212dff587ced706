import { hash } from 'node:crypto'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
const INNER = 0x36
const OUTER = 0x5c

/**
 * HMAC-SHA256 (RFC 2104) of texts, in base64url; the key is the 64 hexadecimal characters of a 32-byte secret. An
 * answer with free times signs hundreds: two one-shot digests take 1.4 to 2.0 µs, `createHmac` 6 to 8 µs, most of it
 * for making its object (Node 26, 2026-11).
 */
export function quickHmac(secret: Buffer): (text: string) => string {
  if (secret.length !== BLOCK_BYTES / 2) throw new Error('The secret has 32 bytes.')
  const key = Buffer.from(secret.toString('hex'), 'latin1')
  // Characters below 128 stay so under the mask: as text they are one byte each.
  const inner = masked(key, INNER).toString('latin1')
  // The key, and behind it what the inner digest was: written anew for each text, and read before anybody else runs.
  const outer = Buffer.concat([masked(key, OUTER), Buffer.alloc(DIGEST_BYTES)])
  return text => {
    outer.write(hash('sha256', inner + text, 'hex'), BLOCK_BYTES, 'hex')
    return hash('sha256', outer, 'base64url')
  }
}

function masked(key: Buffer, mask: number): Buffer {
  return Buffer.from(key.map(byte => byte ^ mask))
}
