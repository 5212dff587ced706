import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { quickHmac } from './quick-hmac.ts'
import { createSealer, type Sealer } from './sealer.ts'

/**
 * Everything derived from the one secret key. Each purpose has its own key (HKDF, RFC 5869), so that a
 * signature made for one thing is worthless for another.
 */
export type KeyRing = {
  readonly sealer: Sealer
  /** Base64url HMAC-SHA256, cut to 128 bits. */
  sign(purpose: SigningPurpose, text: string): string
  /** Compares in constant time. */
  verify(purpose: SigningPurpose, text: string, signature: string): boolean
}

export type SigningPurpose =
  | 'slot-token'
  | 'csrf'
  | 'api-key'
  | 'voice-line'
  | 'one-time-code'
  | 'one-time-code-hash'
  | 'accounts'
  | 'backup-code'
  | 'used-code'
  | 'login-attempt'
  | 'invitation'
  | 'audit-chain'

const SIGNATURE_BYTES = 16

/** HMAC-SHA256 of a text, in hexadecimal. */
type Mac = (text: string) => string

export function createKeyRing(secretKey: Buffer): KeyRing {
  if (secretKey.length < 32) throw new Error('the secret key needs at least 32 bytes')
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `askpro/${purpose}`, 32))
  const macs = new Map<SigningPurpose, Mac>()
  const macFor = (purpose: SigningPurpose): Mac => {
    const known = macs.get(purpose)
    if (known) return known
    const mac = purpose === 'slot-token' ? quickHmac(derive(purpose)) : hmac(derive(purpose))
    macs.set(purpose, mac)
    return mac
  }
  const sign = (purpose: SigningPurpose, text: string): string =>
    Buffer.from(macFor(purpose)(text).slice(0, SIGNATURE_BYTES * 2), 'hex').toString('base64url')

  return {
    sealer: createSealer(derive('seal')),
    sign,
    verify: (purpose, text, signature) => {
      const expected = Buffer.from(sign(purpose, text))
      const given = Buffer.from(signature)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}

function hmac(secret: Buffer): Mac {
  const key = createSecretKey(secret)
  return text => createHmac('sha256', key).update(text).digest('hex')
}
