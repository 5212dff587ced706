import type { SystemTx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { Platform } from '../../../platform/platform.ts'

const CHALLENGE_MINUTES = 5

/** What devices have to sign. A challenge is taken by whoever brings it first, and is then gone. */
export function createPasskeyChallenges({ db, keys, clock }: Platform) {
  const hashOf = (challenge: string): string => keys.sign('passkey-challenge', challenge)

  return {
    async give(challenge: string, userId: string | null): Promise<void> {
      const expires = isoText(clock.now().add({ minutes: CHALLENGE_MINUTES }))
      const row = { challenge_hash: hashOf(challenge), user_id: userId, expires_at: expires }
      await db.acrossTenants('identity: what a passkey has to sign', tx =>
        tx.insertInto('user_passkey_challenge').values(row).execute(),
      )
    },

    /** Whether it was given to them (null: at the login), is not over, and was not taken before. */
    async take(challenge: string, userId: string | null): Promise<boolean> {
      const taken = await db.acrossTenants('identity: a passkey has signed', tx =>
        tx
          .deleteFrom('user_passkey_challenge')
          .where(
            'user_passkey_challenge.challenge_hash',
            'in',
            keys.signatures('passkey-challenge', challenge),
          )
          .where('user_passkey_challenge.user_id', userId === null ? 'is' : '=', userId)
          .where('user_passkey_challenge.expires_at', '>', instantSql(clock.now()))
          .returning('user_passkey_challenge.challenge_hash')
          .executeTakeFirst(),
      )
      return taken !== undefined
    },

    /** Deletes what was never signed. */
    async forget(tx: SystemTx): Promise<void> {
      await tx
        .deleteFrom('user_passkey_challenge')
        .where('user_passkey_challenge.expires_at', '<', instantSql(clock.now()))
        .execute()
    },
  }
}

export type PasskeyChallenges = ReturnType<typeof createPasskeyChallenges>
