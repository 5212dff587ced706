import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Json } from './test-product.ts'

const PRESENT = 1
const VERIFIED = 4
const HAS_KEY = 64

type Way = { readonly origin: string; readonly verified?: boolean }

/** A device with one key, as an authenticator answers a browser (WebAuthn level 3, ES256, attestation `none`). */
export class SoftwarePasskey {
  readonly id = randomBytes(24)
  readonly #key: { privateKey: KeyObject; publicKey: KeyObject }
  #count = 0

  constructor() {
    this.#key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  }

  make(options: Json, { origin, verified = true }: Way): Json {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' })
    const cose = map([
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(x, 'base64url'))],
      [int(-3), bytes(Buffer.from(y, 'base64url'))],
    ])
    const length = Buffer.from([0, this.id.length])
    const data = Buffer.concat([
      ...[this.#head(options.rp.id, verified, HAS_KEY), Buffer.alloc(16), length, this.id, cose],
    ])
    const attestation = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(data)],
    ])
    const client = clientData('webauthn.create', options.challenge, origin)
    return this.#credential({
      ...{ clientDataJSON: client, attestationObject: attestation.toString('base64url') },
      transports: ['internal'],
    })
  }

  sign(options: Json, { origin, verified = true }: Way): Json {
    const data = this.#head(options.rpId, verified, 0)
    const client = clientData('webauthn.get', options.challenge, origin)
    const hash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([data, hash]), this.#key.privateKey)
    return this.#credential({
      ...{ clientDataJSON: client, authenticatorData: data.toString('base64url') },
      signature: signature.toString('base64url'),
    })
  }

  #head(name: string, verified: boolean, more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#count)
    const flags = Buffer.from([PRESENT | more | (verified ? VERIFIED : 0)])
    return Buffer.concat([createHash('sha256').update(name).digest(), flags, counter])
  }

  #credential(response: Json): Json {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response }
  }
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
}

/** As much of CBOR (RFC 8949) as an authenticator needs. */
function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  return count < 256
    ? Buffer.from([(major << 5) | 24, count])
    : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value))
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (pairs: ReadonlyArray<readonly [Buffer, Buffer]>): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])
