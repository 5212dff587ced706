/** Microsoft's identity platform: codes with PKCE, refresh tokens that are replaced with every use, client credentials. */
import { createHash, randomBytes } from 'node:crypto'

/** `{"error", "error_description", "error_codes"}` with Microsoft's number. */
export class TokenError extends Error {
  readonly status: number
  readonly error: string
  readonly number: number

  constructor(status: number, error: string, number: number, description: string) {
    super(`AADSTS${number}: ${description}`)
    this.status = status
    this.error = error
    this.number = number
  }
}

export type Client = { readonly id: string; readonly secret: string }
/** Who acts: one person in her own mailbox, or the application in every mailbox of a directory. */
export type Identity =
  | { readonly kind: 'person'; readonly mailbox: string }
  | { readonly kind: 'application'; readonly directory: string }
type Grant = { readonly mailbox: string; readonly scopes: readonly string[]; live: boolean }
type Code = Grant & { readonly challenge: string | null; readonly redirectUri: string }
type Access = { identity: Identity; scopes: readonly string[]; expiresAt: number; isLive: () => boolean }

const LASTS_MS = 3_600_000

export function createTokens({ client, now }: { client: Client; now: () => number }) {
  const codes = new Map<string, Code>()
  const refreshTokens = new Map<string, Grant>()
  const accessTokens = new Map<string, Access>()
  /** Directory → whether its administrator lets the application act. */
  const directories = new Map<string, boolean>()

  const issue = (access: Omit<Access, 'expiresAt'>) => {
    const token = `eyJ0.${randomBytes(24).toString('base64url')}`
    accessTokens.set(token, { ...access, expiresAt: now() + LASTS_MS })
    const scope = access.scopes.filter(name => name !== 'offline_access').join(' ')
    return { token_type: 'Bearer', expires_in: LASTS_MS / 1000, access_token: token, scope }
  }
  const issueTo = (grant: Grant) => {
    const refresh = `0.A${randomBytes(32).toString('base64url')}`
    refreshTokens.set(refresh, grant)
    const identity = { kind: 'person' as const, mailbox: grant.mailbox }
    const lasting = grant.scopes.includes('offline_access') ? { refresh_token: refresh } : {}
    return { ...issue({ identity, scopes: grant.scopes, isLive: () => grant.live }), ...lasting }
  }
  const requireClient = (form: Record<string, string>): void => {
    if (form.client_id !== client.id)
      throw new TokenError(400, 'unauthorized_client', 700016, 'Application was not found in the directory.')
    if (form.client_secret !== client.secret)
      throw new TokenError(401, 'invalid_client', 7000215, 'Invalid client secret provided.')
  }

  const byCode = (form: Record<string, string>) => {
    const code = codes.get(form.code ?? '')
    codes.delete(form.code ?? '')
    if (code === undefined || code.redirectUri !== form.redirect_uri)
      throw new TokenError(400, 'invalid_grant', 70008, 'The provided authorization code is not valid.')
    if (code.challenge !== null && code.challenge !== challengeOf(form.code_verifier ?? ''))
      throw new TokenError(
        400,
        'invalid_grant',
        501481,
        'The Code_Verifier does not match the code_challenge.',
      )
    return issueTo({ mailbox: code.mailbox, scopes: code.scopes, live: true })
  }
  const byRefreshToken = (form: Record<string, string>) => {
    const grant = refreshTokens.get(form.refresh_token ?? '')
    if (!grant?.live)
      throw new TokenError(
        400,
        'invalid_grant',
        50173,
        'The provided grant has expired due to it being revoked.',
      )
    return issueTo(grant)
  }
  const byCredentials = (directory: string) => {
    if (directories.get(directory) !== true)
      throw new TokenError(400, 'unauthorized_client', 700016, 'The application was not consented to there.')
    const identity = { kind: 'application' as const, directory }
    const isLive = () => directories.get(directory) === true
    return issue({ identity, scopes: ['Calendars.ReadWrite'], isLive })
  }

  return {
    makeCode(given: {
      mailbox: string
      scopes: string[]
      challenge: string | null
      redirectUri: string
    }): string {
      const code = `0.A${randomBytes(24).toString('base64url')}`
      codes.set(code, { ...given, live: true })
      return code
    },
    /** Throws `TokenError`. */
    exchange(directory: string, form: Record<string, string>): object {
      requireClient(form)
      if (form.grant_type === 'authorization_code') return byCode(form)
      if (form.grant_type === 'refresh_token') return byRefreshToken(form)
      if (form.grant_type === 'client_credentials') return byCredentials(directory)
      throw new TokenError(400, 'unsupported_grant_type', 70003, 'The grant type is not supported.')
    },
    who(authorization: string | undefined): Pick<Access, 'identity' | 'scopes'> | null {
      const access = accessTokens.get(authorization?.replace(/^Bearer /, '') ?? '')
      return access?.isLive() && access.expiresAt > now() ? access : null
    },
    grant(mailbox: string, scopes: readonly string[]): string {
      const refresh = `0.A${randomBytes(32).toString('base64url')}`
      refreshTokens.set(refresh, { mailbox, scopes, live: true })
      return refresh
    },
    revokeAll(mailbox: string): void {
      for (const grant of refreshTokens.values()) if (grant.mailbox === mailbox) grant.live = false
    },
    letApplicationAct: (directory: string, may: boolean): void => {
      directories.set(directory, may)
    },
    expireAccess: (): void => accessTokens.clear(),
  }
}

export type Tokens = ReturnType<typeof createTokens>

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
