import type { SystemTx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'

/** More is nobody's wish, and the list shows all. */
export const MOST_PASSKEYS = 20

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly createdAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

/** A key as its signature is checked with. */
export type StoredKey = {
  readonly id: string
  readonly userId: string
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly signCount: number
}

export type NewKey = Omit<StoredKey, 'id'> & { readonly name: string; readonly transports: string[] }

/** Passkeys of people: of each its public half, and how often it has signed. */
export function createPasskeyStore({ db, clock }: Platform) {
  return {
    /** Of one account, oldest first. */
    async list(userId: string): Promise<Array<Passkey & { credentialId: string }>> {
      const rows = await db.acrossTenants('identity: the passkeys of a person', tx =>
        tx
          .selectFrom('user_passkey')
          .select([
            'user_passkey.id',
            'user_passkey.name',
            'user_passkey.credential_id',
            'user_passkey.created_at',
            'user_passkey.last_used_at',
          ])
          .where('user_passkey.user_id', '=', userId)
          .orderBy('user_passkey.created_at')
          .orderBy('user_passkey.id')
          .limit(MOST_PASSKEYS)
          .execute(),
      )
      return rows.map(row => ({
        ...{ id: row.id, name: row.name, credentialId: row.credential_id },
        ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at },
      }))
    },

    async find(credentialId: string): Promise<StoredKey | null> {
      const [row] = await db.lookUp('identity: find a passkey', look =>
        look
          .selectFrom('user_passkey')
          .select([
            'user_passkey.id',
            'user_passkey.user_id',
            'user_passkey.public_key',
            'user_passkey.sign_count',
          ])
          .where('user_passkey.credential_id', '=', credentialId)
          .compile(),
      )
      if (!row) return null
      return {
        ...{ id: row.id, userId: row.user_id, credentialId, signCount: Number(row.sign_count) },
        publicKey: new Uint8Array(row.public_key),
      }
    },

    async add(key: NewKey): Promise<'added' | 'known'> {
      const id = newId<'passkey'>()
      return await db.acrossTenants('identity: a new passkey', async tx => {
        await lockAccount(tx, key.userId)
        const added = await tx
          .insertInto('user_passkey')
          .values({
            ...{ id, user_id: key.userId, name: key.name, credential_id: key.credentialId },
            ...{ public_key: Buffer.from(key.publicKey), sign_count: key.signCount },
            ...{ transports: key.transports, created_at: isoText(clock.now()) },
          })
          .onConflict(conflict => conflict.column('credential_id').doNothing())
          .returning('user_passkey.id')
          .executeTakeFirst()
        await noteWhether(tx, key.userId)
        return added ? 'added' : 'known'
      })
    },

    async used(key: StoredKey, signCount: number): Promise<void> {
      await db.acrossTenants('identity: a passkey was used', tx =>
        tx
          .updateTable('user_passkey')
          .set({ sign_count: signCount, last_used_at: isoText(clock.now()) })
          .where('user_passkey.id', '=', key.id)
          .execute(),
      )
    },

    async rename(userId: string, id: string, name: string): Promise<'renamed' | 'unknown'> {
      const renamed = await db.acrossTenants('identity: the name of a passkey', tx =>
        tx
          .updateTable('user_passkey')
          .set({ name })
          .where('user_passkey.id', '=', id)
          .where('user_passkey.user_id', '=', userId)
          .returning('user_passkey.id')
          .executeTakeFirst(),
      )
      return renamed ? 'renamed' : 'unknown'
    },

    /** The last one stays while it is the only factor that a role asks for. */
    async remove(
      userId: string,
      id: string,
      last: 'may go' | 'stays',
    ): Promise<'removed' | 'unknown' | 'last'> {
      return await db.acrossTenants('identity: a passkey goes', async tx => {
        await lockAccount(tx, userId)
        const mine = await tx
          .selectFrom('user_passkey')
          .select('user_passkey.id')
          .where('user_passkey.user_id', '=', userId)
          .execute()
        if (!mine.some(row => row.id === id)) return 'unknown'
        if (mine.length === 1 && last === 'stays') return 'last'
        await tx.deleteFrom('user_passkey').where('user_passkey.id', '=', id).execute()
        await noteWhether(tx, userId)
        return 'removed'
      })
    },
  }
}

/** Two who change the keys of one account take turns: of the last two only one goes. */
async function lockAccount(tx: SystemTx, userId: string): Promise<void> {
  await tx
    .selectFrom('user_account')
    .select('user_account.id')
    .where('user_account.id', '=', userId)
    .forUpdate()
    .execute()
}

async function noteWhether(tx: SystemTx, userId: string): Promise<void> {
  const left = await tx
    .selectFrom('user_passkey')
    .select('user_passkey.id')
    .where('user_passkey.user_id', '=', userId)
    .limit(1)
    .execute()
  await tx
    .updateTable('user_account')
    .set({ has_passkey: left.length > 0 })
    .where('user_account.id', '=', userId)
    .execute()
}

export type PasskeyStore = ReturnType<typeof createPasskeyStore>
