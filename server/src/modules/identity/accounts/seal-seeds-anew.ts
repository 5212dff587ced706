import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Platform } from '../../../platform/platform.ts'
import type { Auth } from './auth.ts'

/**
 * Encrypts the seeds of authenticators with what follows from the current secret key. A person may work for several
 * businesses, so their seed is under the key of the installation. What they set up anew meanwhile stays so.
 */
export function createSealSeedsAnew({ db }: Pick<Platform, 'db'>, auth: Auth) {
  return async (): Promise<{ sealed: number; unreadable: number }> => {
    const { secretConfig } = await auth.$context
    if (typeof secretConfig === 'string') throw new Error('The library was given versions of its secret.')
    const rows = await db.acrossTenants('identity: seeds to encrypt anew', tx =>
      tx
        .selectFrom('user_second_factor')
        .select(['user_second_factor.id', 'user_second_factor.secret'])
        .orderBy('user_second_factor.id')
        .execute(),
    )
    const old = rows.filter(({ secret }) => parseEnvelope(secret)?.version !== secretConfig.currentVersion)
    let sealed = 0
    for (const { id, secret } of old) {
      const seed = await symmetricDecrypt({ key: secretConfig, data: secret }).catch(() => null)
      if (seed === null) continue
      const anew = await symmetricEncrypt({ key: secretConfig, data: seed })
      await db.acrossTenants('identity: encrypt a seed anew', tx =>
        tx
          .updateTable('user_second_factor')
          .set({ secret: anew })
          .where('user_second_factor.id', '=', id)
          .where('user_second_factor.secret', '=', secret)
          .execute(),
      )
      sealed += 1
    }
    return { sealed, unreadable: old.length - sealed }
  }
}
