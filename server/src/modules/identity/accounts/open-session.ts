import { randomBytes } from 'node:crypto'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { accountSecrets, SESSION_HOURS } from './auth.ts'
import type { CookieNames } from './cookie-names.ts'
import { signedCookie } from './signed-cookie.ts'

/** A session as the library would make it, for whoever came by a passkey, which it does not know. */
export function createOpenSession(
  { db, keys, clock }: Platform,
  options: { cookies: CookieNames; firstTenant: (userId: string) => Promise<string | null> },
) {
  return async (opened: { userId: string; address: string; browser: string }): Promise<Headers> => {
    const token = randomBytes(24).toString('base64url')
    const active_tenant = await options.firstTenant(opened.userId)
    await db.acrossTenants('identity: a session by passkey', tx =>
      tx
        .insertInto('user_session')
        .values({
          ...{ id: newId<'session'>(), token, user_id: opened.userId, active_tenant },
          ...{ ip_address: opened.address, user_agent: opened.browser, opened_by_passkey: true },
          expires_at: isoText(clock.now().add({ hours: SESSION_HOURS })),
        })
        .execute(),
    )
    const value = encodeURIComponent(signedCookie(token, accountSecrets(keys)))
    const { session, secure } = options.cookies
    const attributes = `Max-Age=${SESSION_HOURS * 3600}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
    return new Headers({ 'set-cookie': `${session}=${value}; ${attributes}` })
  }
}

/** The library makes a new session with a new password; it is worth what the old one was. */
export async function keepOpenedByPasskey({ db }: Platform, token: string): Promise<void> {
  await db.acrossTenants('identity: a session by passkey goes on', tx =>
    tx
      .updateTable('user_session')
      .set({ opened_by_passkey: true })
      .where('user_session.token', '=', token)
      .execute(),
  )
}
