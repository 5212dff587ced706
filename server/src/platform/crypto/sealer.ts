import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts secrets for the database, with the id of the key in front so that keys can rotate. */
export type Sealer = {
  /** `context` is authenticated but not stored (for example table and row): a sealed value moved elsewhere does not open. */
  seal(plaintext: string, context: string): string
  /** Throws when the text was changed, sealed with an unknown key, or belongs to another context. */
  open(sealed: string, context: string): string
  /** Whether the current key sealed it. */
  isCurrent(sealed: string): boolean
}

const FORMAT = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function createSealer(current: Buffer, older: readonly Buffer[] = []): Sealer {
  const byId = new Map([current, ...older].map(key => [keyId(key), key]))
  const currentId = keyId(current)
  return {
    seal: (plaintext, context) => `${FORMAT}.${currentId}.${encrypt(current, plaintext, context)}`,
    open(sealed, context) {
      const [format, id, packed] = sealed.split('.')
      const key = id === undefined ? undefined : byId.get(id)
      if (format !== FORMAT || !key || packed === undefined)
        throw new Error('sealed with an unknown key or format')
      return decrypt(key, packed, context)
    },
    isCurrent: sealed => sealed.startsWith(`${FORMAT}.${currentId}.`),
  }
}

/** AES-256-GCM under a nonce of its own: nonce, tag and text, as base64url. */
export function encrypt(key: Buffer, plaintext: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws when a byte, the key or the context is another. */
export function decrypt(key: Buffer, packed: string, context: string): string {
  const bytes = Buffer.from(packed, 'base64url')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

/** Names a key without revealing it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}
