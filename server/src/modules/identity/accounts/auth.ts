import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { KeyRing } from '../../../platform/crypto/key-ring.ts'
import type { AccountConnections } from '../../../platform/db/connect-accounts.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CookieNames } from './cookie-names.ts'
import { LONGEST, SHORTEST } from './leaked-passwords.ts'

/** Set by us alone on the headers that the library sees: what a client sends under this name never gets there. */
export const ADDRESS_HEADER = 'x-askpro-address'
export const SESSION_HOURS = 12
const CHALLENGE_SECONDS = 600
const RESET_SECONDS = 3600

export type AccountMails = {
  readonly reset: (to: { email: string; name: string }, token: string) => Promise<void>
  readonly verification: (to: { email: string; name: string }, token: string) => Promise<void>
}

/**
 * better-auth on our tables (`0036_accounts.sql`): passwords, sessions, reset, verification and the second factor are its;
 * tenants, memberships, invitations, lock-out and API keys are ours. Its own HTTP handler is not mounted: our routes
 * call it, so every address has its declared need, schema and problems.
 */
export function createAuth(
  { keys, clock, log }: Platform,
  options: {
    connections: AccountConnections
    publicUrl: string
    cookies: CookieNames
    mails: AccountMails
    /** The link of a letter has set another password, and ended every session. */
    onPasswordReset: (userId: string) => Promise<void>
    /** The business that a new session begins in. */
    firstTenant: (userId: string) => Promise<string | null>
  },
) {
  const secrets = accountSecrets(keys)
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    appName: 'AskProAI',
    baseURL: options.publicUrl,
    // The first signs and encrypts; what has no version yet was encrypted with the oldest.
    secrets: secrets.map(value => ({ version: versionOf(value), value })),
    secret: secrets[keys.olderKeys] ?? '',
    database: { db: options.connections.kysely as never, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // What it would say about a wrong password is said by the route, once.
    logger: { level: 'error', log: (_level, message) => log.error({ accounts: message }, 'accounts') },
    user: {
      modelName: 'user_account',
      fields: { emailVerified: 'email_verified', ...times },
    },
    session: {
      modelName: 'user_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      additionalFields: {
        activeTenant: { type: 'string', required: false, input: false, fieldName: 'active_tenant' },
      },
      expiresIn: SESSION_HOURS * 3600,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      modelName: 'user_credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: {
      modelName: 'user_verification',
      fields: { expiresAt: 'expires_at', ...times },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST,
      maxPasswordLength: LONGEST,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => options.mails.reset(user, token),
      onPasswordReset: async ({ user }) => options.onPasswordReset(user.id),
    },
    emailVerification: {
      sendVerificationEmail: async ({ user, token }) => options.mails.verification(user, token),
      expiresIn: RESET_SECONDS,
    },
    advanced: {
      cookiePrefix: options.cookies.prefix,
      useSecureCookies: false,
      cookies: { session_token: { name: options.cookies.session } },
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: options.cookies.secure,
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId<'account'>() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async session => ({
            data: {
              ...session,
              expiresAt: new Date(clock.now().add({ hours: SESSION_HOURS }).epochMilliseconds),
              activeTenant: session.activeTenant ?? (await options.firstTenant(session.userId)),
            },
          }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'AskProAI',
        twoFactorCookieMaxAge: CHALLENGE_SECONDS,
        // Counted by ourselves, together with the other ways of guessing (`attempts.ts`).
        accountLockout: { enabled: false },
        backupCodeOptions: { storeBackupCodes: hashedCodes(text => keys.sign('backup-code', text)) },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'user_second_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  })
}

/** What the library signs cookies with and encrypts with, by each accepted key; the current one first. */
export function accountSecrets(keys: KeyRing): string[] {
  const [ones, twos] = [keys.signatures('accounts', 'one'), keys.signatures('accounts', 'two')]
  return ones.map((one, index) => `${one}${twos[index] ?? ''}`)
}

/** Names a secret without telling it, as the library wants: by a number. */
function versionOf(secret: string): number {
  return Number.parseInt(createHash('sha256').update(secret).digest('hex').slice(0, 8), 16)
}

export type Auth = ReturnType<typeof createAuth>

const HASHED = 'h:'

/**
 * Backup codes as keyed hashes. The library stores a list through these two functions and looks a given code up in
 * it, so the route gives it the hash (`hashOfCode`) and never the code.
 */
function hashedCodes(sign: (text: string) => string) {
  return {
    encrypt: async (json: string): Promise<string> =>
      JSON.stringify((JSON.parse(json) as string[]).map(code => hashOfCode(sign, code))),
    decrypt: async (stored: string): Promise<string> => stored,
  }
}

/** The codes that are left come back to be stored as they are. */
export function hashOfCode(sign: (text: string) => string, code: string): string {
  return code.startsWith(HASHED) ? code : `${HASHED}${sign(code)}`
}

/** What the library refused, by its code; null for anything else. */
export function refusalOf(error: unknown): string | null {
  return error instanceof APIError ? (error.body?.code ?? error.status.toString()) : null
}
