import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { quickHmac } from './quick-hmac.ts'
import { createSealer, type Sealer } from './sealer.ts'

/**
 * Everything derived from the secret key. While one key replaces another, both are accepted, and only the current one
 * signs and seals: `next` are those that other processes may use already, `older` those they may still use. Each purpose has its own key (HKDF, RFC 5869), so that a
 * signature made for one thing is worthless for another.
 */
export type KeyRing = {
  readonly sealer: Sealer
  /** Base64url HMAC-SHA256, cut to 128 bits. */
  sign(purpose: SigningPurpose, text: string): string
  /** What each accepted key signs, the current first, then the older ones: for what is looked up by its signature. */
  signatures(purpose: SigningPurpose, text: string): readonly string[]
  /** How many keys came before the current one and still count. */
  readonly olderKeys: number
  /** By any accepted key. Compares in constant time. */
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
  | 'passkey-challenge'
  | 'used-code'
  | 'login-attempt'
  | 'invitation'
  | 'audit-chain'

/** A signature is 128 bits: 21 characters of six bits each, and two bits in one more. */
const WHOLE_CHARACTERS = 21
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const TWO_BITS = new Map([...ALPHABET].map((letter, six) => [letter, ALPHABET[six & 0b110000] ?? '']))

/** HMAC-SHA256 of a text, in base64url. */
type Mac = (text: string) => string

export function createKeyRing(
  secretKey: Buffer,
  { older = [], next = [] }: { older?: readonly Buffer[]; next?: readonly Buffer[] } = {},
): KeyRing {
  const all = [secretKey, ...older, ...next]
  if (all.some(key => key.length < 32)) throw new Error('the secret key needs at least 32 bytes')
  const [current = createSigner(secretKey), ...others] = all.map(createSigner)
  const signatures = (purpose: SigningPurpose, text: string): string[] =>
    [current, ...others].map(sign => sign(purpose, text))

  return {
    sealer: createSealer(
      derive(secretKey, 'seal'),
      [...older, ...next].map(key => derive(key, 'seal')),
    ),
    sign: current,
    signatures,
    olderKeys: older.length,
    verify: (purpose, text, signature) => {
      const given = Buffer.from(signature)
      return signatures(purpose, text)
        .map(expected => Buffer.from(expected))
        .map(expected => expected.length === given.length && timingSafeEqual(expected, given))
        .includes(true)
    },
  }
}

function createSigner(secretKey: Buffer): KeyRing['sign'] {
  const macs = new Map<SigningPurpose, Mac>()
  const macFor = (purpose: SigningPurpose): Mac => {
    const known = macs.get(purpose)
    if (known) return known
    const secret = derive(secretKey, purpose)
    const mac = purpose === 'slot-token' ? quickHmac(secret) : hmac(secret)
    macs.set(purpose, mac)
    return mac
  }
  return (purpose, text) => cut(macFor(purpose)(text))
}

function hmac(secret: Buffer): Mac {
  const key = createSecretKey(secret)
  return text => createHmac('sha256', key).update(text).digest('base64url')
}

/** The first 128 bits, written as base64url writes sixteen bytes. */
function cut(mac: string): string {
  return mac.slice(0, WHOLE_CHARACTERS) + (TWO_BITS.get(mac.charAt(WHOLE_CHARACTERS)) ?? '')
}

function derive(secretKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `askpro/${purpose}`, 32))
}
