/** Google's OAuth: authorization codes with PKCE, refresh tokens, access tokens, and JWTs of service accounts. */
import { createHash, generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { z } from 'zod'

/** `{"error", "error_description"}` of RFC 6749 §5.2. */
export class TokenError extends Error {
  readonly status: number
  readonly error: string

  constructor(status: number, error: string, description: string) {
    super(description)
    this.status = status
    this.error = error
  }
}

export type Client = { readonly id: string; readonly secret: string }
type Grant = { readonly email: string; readonly scopes: readonly string[]; live: boolean }
type Code = Grant & { readonly challenge: string | null; readonly redirectUri: string; used: boolean }
type Access = { readonly grant: Grant; readonly expiresAt: number }
type ServiceAccount = { readonly publicKey: string; readonly mayActAs: Set<string> }

const LASTS_MS = 3_599_000
const CODE_LASTS_MS = 10 * 60_000
/** How far the clock of a client may be off. */
const SKEW_SECONDS = 300

const Claims = z.looseObject({
  iss: z.string(),
  scope: z.string(),
  aud: z.string(),
  sub: z.string().optional(),
  iat: z.number(),
  exp: z.number(),
})

export function createTokens({ client, now }: { client: Client; now: () => number }) {
  const codes = new Map<string, Code & { readonly madeAt: number }>()
  const refreshTokens = new Map<string, Grant>()
  const accessTokens = new Map<string, Access>()
  const serviceAccounts = new Map<string, ServiceAccount>()

  const issue = (grant: Grant) => {
    const token = `ya29.${randomBytes(24).toString('base64url')}`
    accessTokens.set(token, { grant, expiresAt: now() + LASTS_MS })
    return {
      access_token: token,
      expires_in: Math.round(LASTS_MS / 1000),
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
    }
  }
  const requireClient = (form: Record<string, string>): void => {
    if (form.client_id !== client.id || form.client_secret !== client.secret)
      throw new TokenError(401, 'invalid_client', 'The OAuth client was not found.')
  }

  const byCode = (form: Record<string, string>) => {
    requireClient(form)
    const code = codes.get(form.code ?? '')
    const wrong = new TokenError(400, 'invalid_grant', 'Malformed auth code.')
    if (code === undefined || code.used || now() - code.madeAt > CODE_LASTS_MS) throw wrong
    code.used = true
    if (code.redirectUri !== form.redirect_uri)
      throw new TokenError(400, 'redirect_uri_mismatch', 'Bad Request')
    if (code.challenge !== null && code.challenge !== challengeOf(form.code_verifier ?? ''))
      throw new TokenError(400, 'invalid_grant', 'Invalid code verifier.')
    const grant: Grant = { email: code.email, scopes: code.scopes, live: true }
    const refresh = `1//${randomBytes(32).toString('base64url')}`
    refreshTokens.set(refresh, grant)
    return { ...issue(grant), refresh_token: refresh }
  }

  const byRefreshToken = (form: Record<string, string>) => {
    requireClient(form)
    const grant = refreshTokens.get(form.refresh_token ?? '')
    if (!grant?.live) throw new TokenError(400, 'invalid_grant', 'Token has been expired or revoked.')
    return issue(grant)
  }

  const byAssertion = (form: Record<string, string>, audience: string) => {
    const claims = Claims.safeParse(readPayload(form.assertion ?? ''))
    const account = claims.success ? serviceAccounts.get(claims.data.iss) : undefined
    if (!claims.success || account === undefined || !isSigned(form.assertion ?? '', account.publicKey))
      throw new TokenError(400, 'invalid_grant', 'Invalid JWT Signature.')
    const { iss, sub, scope, aud } = claims.data
    requireTimely(claims.data, now() / 1000)
    if (aud !== audience) throw new TokenError(400, 'invalid_grant', 'Invalid JWT: Failed audience check.')
    if (sub !== undefined && !account.mayActAs.has(sub))
      throw new TokenError(
        401,
        'unauthorized_client',
        'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      )
    return issue({ email: sub ?? iss, scopes: scope.split(' '), live: true })
  }

  return {
    /** Consent was given: the code that the browser carries back. */
    makeCode(given: {
      email: string
      scopes: string[]
      challenge: string | null
      redirectUri: string
    }): string {
      const code = `4/${randomBytes(24).toString('base64url')}`
      codes.set(code, { ...given, live: true, used: false, madeAt: now() })
      return code
    },
    /** Throws `TokenError`. */
    exchange(form: Record<string, string>, audience: string): object {
      if (form.grant_type === 'authorization_code') return byCode(form)
      if (form.grant_type === 'refresh_token') return byRefreshToken(form)
      if (form.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer')
        return byAssertion(form, audience)
      throw new TokenError(400, 'unsupported_grant_type', `Invalid grant_type: ${form.grant_type}`)
    },
    revoke(token: string): boolean {
      const grant = refreshTokens.get(token) ?? accessTokens.get(token)?.grant
      if (!grant?.live) return false
      grant.live = false
      return true
    },
    /** Who asks, and with which scopes; null: nobody whose token counts. */
    who(authorization: string | undefined): Pick<Grant, 'email' | 'scopes'> | null {
      const access = accessTokens.get(authorization?.replace(/^Bearer /, '') ?? '')
      return access?.grant.live && access.expiresAt > now() ? access.grant : null
    },
    /** A refresh token without a browser, as if consent had been given. */
    grant(email: string, scopes: readonly string[]): string {
      const refresh = `1//${randomBytes(32).toString('base64url')}`
      refreshTokens.set(refresh, { email, scopes, live: true })
      return refresh
    },
    revokeAll(email: string): void {
      for (const grant of refreshTokens.values()) if (grant.email === email) grant.live = false
      for (const { grant } of accessTokens.values()) if (grant.email === email) grant.live = false
    },
    expireAccess: (): void => accessTokens.clear(),
    addServiceAccount(email: string, mayActAs: readonly string[]): { email: string; privateKey: string } {
      const keys = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      })
      serviceAccounts.set(email, { publicKey: keys.publicKey, mayActAs: new Set(mayActAs) })
      return { email, privateKey: keys.privateKey }
    },
    isServiceAccount: (email: string) => serviceAccounts.has(email),
  }
}

export type Tokens = ReturnType<typeof createTokens>

function requireTimely({ iat, exp }: z.infer<typeof Claims>, seconds: number): void {
  if (iat <= seconds + SKEW_SECONDS && exp >= seconds - SKEW_SECONDS && exp - iat <= 3600) return
  throw new TokenError(
    400,
    'invalid_grant',
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
  )
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function readPayload(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return null
  }
}

function isSigned(jwt: string, publicKey: string): boolean {
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  return verify('sha256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))
}
