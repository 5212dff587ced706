import { connectAccounts } from '../../platform/db/connect-accounts.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { type AccountLetter, sealLetter } from './accounts/account-mail.ts'
import { createAttempts } from './accounts/attempts.ts'
import { createAuth } from './accounts/auth.ts'
import { cookieNames } from './accounts/cookie-names.ts'
import { createInvitations } from './accounts/invitations.ts'
import { createLogIn } from './accounts/log-in.ts'
import { createLoginRecord } from './accounts/login-record.ts'
import { createOpenSession } from './accounts/open-session.ts'
import { createPasskeyChallenges } from './accounts/passkey-challenges.ts'
import { createPasskeyStore } from './accounts/passkey-store.ts'
import { createPasskeys } from './accounts/passkeys.ts'
import { createFirstTenant } from './accounts/people.ts'
import { createSealSeedsAnew } from './accounts/seal-seeds-anew.ts'
import { createSessionReader } from './accounts/sessions.ts'
import { createUsedCodes } from './accounts/used-codes.ts'
import { listApiKeys, revokeApiKey } from './api-keys.ts'
import { createAuthenticate } from './authenticate.ts'
import { createApiKey } from './create-api-key.ts'
import { createDemoAccounts } from './demo-accounts.ts'
import { accountMailWanted } from './events.ts'
import { defineIdentityJobs } from './jobs.ts'
import { keyRoutes } from './key-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { resetLink, verificationLink } from './links.ts'
import { manageUsers } from './manage-users.ts'
import { createLastUse } from './note-last-use.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { profileRoutes } from './profile-routes.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { sessionRoutes } from './routes.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'

export { type AccountLetter, openLetter } from './accounts/account-mail.ts'
export { accountMailWanted } from './events.ts'

/** Who may act for which tenant: people with accounts, memberships and roles, and API keys. */
export function createIdentity(
  platform: Platform,
  neighbours: { tenants: Tenants },
  options: {
    databaseUrl: string
    publicUrl: string
    /** Where letters lead: the address is known for sure only once the process listens. */
    linkBase: () => string
    demoPassword: string | null
    mail: () => 'configured' | 'not_configured'
  },
) {
  const connections = connectAccounts({ url: options.databaseUrl, log: platform.log })
  const cookies = cookieNames(options.publicUrl)
  const record = createLoginRecord(platform)
  const firstTenant = createFirstTenant(platform)
  const send = async (content: AccountLetter): Promise<void> => {
    const sealed = sealLetter(platform, content)
    await platform.db.acrossTenants('identity: a letter about an account', tx =>
      platform.jobs.publish(tx, accountMailWanted, { id: newId<'letter'>(), sealed }),
    )
  }
  const auth = createAuth(platform, {
    connections,
    publicUrl: options.publicUrl,
    cookies,
    onPasswordReset: userId => record.note({ action: 'password_reset', account: { id: userId } }),
    firstTenant,
    mails: {
      reset: ({ email, name }, token) =>
        send({ kind: 'reset', to: email, name, link: resetLink(options.linkBase(), token) }),
      verification: ({ email, name }, token) =>
        send({ kind: 'verification', to: email, name, link: verificationLink(options.linkBase(), token) }),
    },
  })
  const passkeyStore = createPasskeyStore(platform)
  const challenges = createPasskeyChallenges(platform)
  const openSession = createOpenSession(platform, { cookies, firstTenant })
  const attempts = createAttempts(platform, record.noteLock)
  const usedCodes = createUsedCodes(platform)
  const sessions = createSessionReader(platform)
  const invitations = createInvitations(platform)
  const lastUse = createLastUse(platform)
  const { demoPassword } = options
  const demo =
    demoPassword === null
      ? null
      : createDemoAccounts(platform, { tenants: neighbours.tenants, auth, password: demoPassword })
  const parts = {
    ...{ platform, tenants: neighbours.tenants, auth, attempts, usedCodes, invitations, sessions, demo },
    ...{ logIn: createLogIn(platform, { auth, attempts, usedCodes }), cookies, record },
    ...{ passkeyStore, passkeys: createPasskeys(passkeyStore, challenges), openSession },
    ...{ linkBase: options.linkBase, mail: options.mail },
  }
  defineIdentityJobs(platform, { attempts, usedCodes, challenges })
  return {
    /** Fills the platform's port: who is calling, or null. */
    authenticate: createAuthenticate(platform, { sessions, lastUse, sessionCookie: cookies.session }),
    /** Makes an API key; its text is returned once and kept nowhere. */
    createApiKey: createApiKey.bind(null, platform),
    listApiKeys: listApiKeys.bind(null, platform),
    revokeApiKey: revokeApiKey.bind(null, platform),
    rotateApiKey: rotateApiKey.bind(null, platform),
    users: manageUsers(platform, { invitations, record, linkBase: options.linkBase }),
    sealSeedsAnew: createSealSeedsAnew(platform, auth),
    routes: async (app: HttpServer): Promise<void> => {
      sessionRoutes(parts)(app)
      profileRoutes(parts)(app)
      secondFactorRoutes(parts)(app)
      passkeyRoutes(parts)(app)
      linkRoutes(parts)(app)
      peopleRoutes(parts)(app)
      keyRoutes(platform)(app)
    },
    /** Waits for what is still being noted. */
    close: async (): Promise<void> => {
      await lastUse.close()
      await connections.close()
    },
  }
}
