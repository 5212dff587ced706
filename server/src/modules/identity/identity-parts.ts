import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import type { Attempts } from './accounts/attempts.ts'
import type { Auth } from './accounts/auth.ts'
import type { CookieNames } from './accounts/cookie-names.ts'
import type { Invitations } from './accounts/invitations.ts'
import type { LogIn } from './accounts/log-in.ts'
import type { LoginRecord } from './accounts/login-record.ts'
import type { createOpenSession } from './accounts/open-session.ts'
import type { PasskeyStore } from './accounts/passkey-store.ts'
import type { Passkeys } from './accounts/passkeys.ts'
import type { SessionReader } from './accounts/sessions.ts'
import type { UsedCodes } from './accounts/used-codes.ts'
import type { DemoAccounts } from './demo-accounts.ts'

/** What the routes of this module share. */
export type IdentityParts = {
  readonly platform: Platform
  readonly tenants: Tenants
  readonly auth: Auth
  readonly attempts: Attempts
  readonly usedCodes: UsedCodes
  readonly invitations: Invitations
  readonly logIn: LogIn
  readonly sessions: SessionReader
  /** Null outside of demo mode. */
  readonly demo: DemoAccounts | null
  /** Where letters lead. */
  readonly linkBase: () => string
  readonly cookies: CookieNames
  readonly record: LoginRecord
  readonly passkeys: Passkeys
  readonly passkeyStore: PasskeyStore
  readonly openSession: ReturnType<typeof createOpenSession>
  /** Whether a letter would be sent at all. */
  readonly mail: () => 'configured' | 'not_configured'
}
