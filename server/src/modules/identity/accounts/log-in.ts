import type { Platform } from '../../../platform/platform.ts'
import type { Attempts, Subject } from './attempts.ts'
import { type Auth, hashOfCode, refusalOf } from './auth.ts'
import type { UsedCodes } from './used-codes.ts'

export type LoggedIn =
  | {
      readonly kind: 'in'
      readonly token: string
      readonly userId: string
      readonly headers: Headers
      /** What opened the account. */
      readonly method: 'password' | 'totp' | 'backup_code'
    }
  /** The password was right; the cookies carry the challenge. */
  | { readonly kind: 'second_factor'; readonly headers: Headers }
  | { readonly kind: 'wrong' }

/** Password first, then the code where the account has a second factor. Every try is counted before it is looked at. */
export function createLogIn(
  { keys }: Platform,
  { auth, attempts, usedCodes }: { auth: Auth; attempts: Attempts; usedCodes: UsedCodes },
) {
  return {
    async byPassword(given: {
      email: string
      password: string
      address: string
      headers: Headers
    }): Promise<LoggedIn> {
      const email = given.email.trim().toLowerCase()
      const subjects: Subject[] = [
        { kind: 'account', name: email },
        { kind: 'address', name: given.address },
      ]
      const body = { email, password: given.password }
      const entered = await attempts.guess(subjects, () =>
        unlessRefused(auth.api.signInEmail({ body, headers: given.headers, returnHeaders: true })),
      )
      if (entered === null) return { kind: 'wrong' }
      const { headers, response } = entered
      if ('twoFactorRedirect' in response) return { kind: 'second_factor', headers }
      return { kind: 'in', token: response.token, userId: response.user.id, headers, method: 'password' }
    },

    /** A code of the authenticator, or one of the backup codes. */
    async bySecondFactor(given: {
      code: string
      method: 'totp' | 'backup_code'
      challenge: string | undefined
      address: string
      headers: Headers
    }): Promise<LoggedIn> {
      const userId = await challenged(given.challenge)
      if (userId === null) return { kind: 'wrong' }
      const subjects: Subject[] = [
        { kind: 'second-factor', name: userId },
        { kind: 'address', name: given.address },
      ]
      const code = given.code.replaceAll(/\s/g, '')
      const call = { headers: given.headers, returnHeaders: true } as const
      const verify = async () =>
        given.method === 'totp'
          ? await usedCodes.once(userId, code, () => auth.api.verifyTOTP({ ...call, body: { code } }))
          : await firstAccepted(hashesOf(code), hash =>
              auth.api.verifyBackupCode({ ...call, body: { code: hash } }),
            )
      const verified = await attempts.guess(subjects, () => unlessRefused(verify()))
      if (verified === null) return { kind: 'wrong' }
      return {
        kind: 'in',
        token: String(verified.response.token),
        userId,
        headers: verified.headers,
        method: given.method,
      }
    },
  }

  /** Whom the challenge in the cookie is about. The library checks the signature; a forged one counts and fails. */
  async function challenged(cookie: string | undefined): Promise<string | null> {
    const identifier = cookie?.slice(0, cookie.lastIndexOf('.'))
    if (!identifier?.startsWith('2fa-')) return null
    const context = await auth.$context
    const found = await context.internalAdapter.findVerificationValue(identifier)
    return found?.value ?? null
  }

  /** By the current key, and by the others that still count: the codes were stored by one of them. */
  function hashesOf(code: string): string[] {
    const plain = code.replace(/^h:/, '')
    return keys.signatures('backup-code', plain).map(signed => hashOfCode(() => signed, plain))
  }
}

async function firstAccepted<T>(hashes: readonly string[], verify: (hash: string) => Promise<T>): Promise<T> {
  const [hash = '', ...others] = hashes
  try {
    return await verify(hash)
  } catch (error) {
    if (others.length === 0 || refusalOf(error) === null) throw error
    return await firstAccepted(others, verify)
  }
}

/** Null when the library refuses; anything else is a bug and goes on. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return null
  }
}

export type LogIn = ReturnType<typeof createLogIn>
