import { decrypt, encrypt } from '../crypto/sealer.ts'
import type { Database, Tx } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import { currentKey, type KeyParts, readKey, type TenantKey } from './tenant-keys.ts'

/**
 * Secrets of businesses in the database. Each is sealed with a key of its business and bound to business and purpose:
 * moved to another row or business it does not open, and with the database alone nothing does.
 */
export type TenantSecrets = {
  /** `context` says what the secret is for (table and row); only who opens it with the same gets it. */
  seal(tx: Tx, plaintext: string, context: string): Promise<string>
  /** Within a transaction of the tenant, or by its id outside of one. Throws when it is not the tenant's, or changed. */
  open(whose: Tx | TenantId, sealed: string, context: string): Promise<string>
  /** Whether the tenant's current key sealed it. */
  isCurrent(tx: Tx, sealed: string): Promise<boolean>
}

const FORMAT = 't1'
/** Opened keys that this process remembers, of all tenants. */
const MOST_REMEMBERED = 5000

export function createTenantSecrets(parts: KeyParts & { readonly db: Database }): TenantSecrets {
  const { db, keys } = parts
  /** By tenant and name: a key's name never comes again, so what is remembered stays true. */
  const opened = new Map<string, TenantKey>()

  return {
    async seal(tx, plaintext, context) {
      const key = await currentKey(tx, parts)
      return `${prefixOf(key.id)}${encrypt(key.bytes, plaintext, bound(tx.tenantId, context))}`
    },
    async open(whose, sealed, context) {
      const [format, id, packed] = sealed.split('.')
      // As it was before businesses had keys of their own.
      if (format !== FORMAT) return keys.sealer.open(sealed, context)
      if (id === undefined || packed === undefined) throw new Error('sealed in an unknown format')
      const tenantId = typeof whose === 'string' ? whose : whose.tenantId
      const key = await keyOf(whose, id)
      return decrypt(key.bytes, packed, bound(tenantId, context))
    },
    isCurrent: async (tx, sealed) => sealed.startsWith(prefixOf((await currentKey(tx, parts)).id)),
  }

  async function keyOf(whose: Tx | TenantId, id: string): Promise<TenantKey> {
    const name = `${typeof whose === 'string' ? whose : whose.tenantId}/${id}`
    const known = opened.get(name)
    if (known) return known
    const key =
      typeof whose === 'string'
        ? await db.readTenant(whose, tx => readKey(tx, keys, id))
        : await readKey(whose, keys, id)
    if (opened.size >= MOST_REMEMBERED) opened.clear()
    opened.set(name, key)
    return key
  }
}

/** What everything begins with that a key of a tenant sealed. */
export function prefixOf(keyId: string): string {
  return `${FORMAT}.${keyId}.`
}

function bound(tenantId: TenantId, context: string): string {
  return `${tenantId}/${context}`
}
