import type { SystemTx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Longer than any code counts: its own half minute, and one on either side. */
const REMEMBERED_MINUTES = 5

/**
 * A code of the authenticator counts once (RFC 6238, 5.2): whoever saw it typed cannot use it in the same half minute.
 * The library does not remember codes, so they are taken here before it looks at them; of two with one code at the
 * same moment one gets it.
 */
export function createUsedCodes({ db, keys, clock }: Platform) {
  const hashOf = (userId: string, code: string): string => keys.sign('used-code', `${userId}:${code}`)

  return {
    /** Null when the code was used before, or what `verify` makes of it; a code that was wrong is given back. */
    async once<T>(userId: string, code: string, verify: () => Promise<T>): Promise<T | null> {
      if (!(await take(userId, code))) return null
      try {
        return await verify()
      } catch (error) {
        await giveBack(userId, code)
        throw error
      }
    },
    /** Deletes what counts no more anyway. */
    async forget(tx: SystemTx): Promise<void> {
      await tx.deleteFrom('user_used_code').where('user_used_code.used_at', '<', longAgo()).execute()
    },
  }

  async function take(userId: string, code: string): Promise<boolean> {
    const usedAt = isoText(clock.now())
    const taken = await db.acrossTenants('identity: use a code', tx =>
      tx
        .insertInto('user_used_code')
        .values({ user_id: userId, code_hash: hashOf(userId, code), used_at: usedAt })
        .onConflict(conflict =>
          conflict
            .columns(['user_id', 'code_hash'])
            .doUpdateSet({ used_at: usedAt })
            .where('user_used_code.used_at', '<', longAgo()),
        )
        .returning('user_used_code.user_id')
        .executeTakeFirst(),
    )
    return taken !== undefined
  }

  async function giveBack(userId: string, code: string): Promise<void> {
    await db.acrossTenants('identity: a code was wrong', tx =>
      tx
        .deleteFrom('user_used_code')
        .where('user_used_code.user_id', '=', userId)
        .where('user_used_code.code_hash', '=', hashOf(userId, code))
        .execute(),
    )
  }

  function longAgo() {
    return instantSql(clock.now().subtract({ minutes: REMEMBERED_MINUTES }))
  }
}

export type UsedCodes = ReturnType<typeof createUsedCodes>
