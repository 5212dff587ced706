import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import { type AccessTokens, createAccessTokens, type FreshToken } from '../oauth/access-tokens.ts'
import { askToken, type Refused } from '../oauth/ask-token.ts'
import type { CalendarAccount } from '../port.ts'
import { type GoogleSecrets, googleSecrets } from './secrets.ts'
import type { GoogleSettings, ReadGoogleSettings } from './settings.ts'
import { signAssertion } from './sign-assertion.ts'

type Parts = { readonly outbound: Outbound; readonly clock: Clock; readonly settings: ReadGoogleSettings }
type Fetched = { readonly kind: 'done'; readonly value: FreshToken } | Refused

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** Access tokens of people who consented, and of service accounts that sign for themselves. */
export function createGoogleTokens({ outbound, clock, settings }: Parts): AccessTokens {
  const ask = (
    account: CalendarAccount,
    settings: GoogleSettings,
    form: Record<string, string>,
  ): Promise<Fetched> =>
    askToken(outbound, {
      ...{ provider: 'google', connection: account.connectionId, tenantId: account.tenantId },
      ...{ url: settings.tokenUrl, form },
    })

  const asPerson = async (account: CalendarAccount, refreshToken: string): Promise<Fetched> => {
    const to = settings()
    const client = to?.client ?? null
    if (to === null || client === null)
      return { kind: 'unauthorised', detail: 'This installation is no client of Google.' }
    const form = { client_id: client.id, client_secret: client.secret, refresh_token: refreshToken }
    return await ask(account, to, { grant_type: 'refresh_token', ...form })
  }

  const asService = async (
    account: CalendarAccount,
    secrets: Extract<GoogleSecrets, { kind: 'service_account' }>,
  ): Promise<Fetched> => {
    const to = settings()
    if (to === null) return { kind: 'unauthorised', detail: 'This installation is no client of Google.' }
    const at = async (now: Temporal.Instant): Promise<Fetched> => {
      const assertion = signAssertion(secrets, { audience: to.tokenUrl, at: now })
      if (assertion === null) return { kind: 'unauthorised', detail: 'The private key cannot be used.' }
      return await ask(account, to, { grant_type: JWT_BEARER, assertion })
    }
    const answer = await at(clock.now())
    // Google refuses claims from clocks that are more than minutes off: it is told its own time then.
    const isClock = answer.kind === 'unauthorised' && /\biat\b.*\bexp\b/.test(answer.detail)
    return isClock && answer.providerTime ? await at(answer.providerTime) : answer
  }

  return createAccessTokens(clock, async account => {
    const secrets = googleSecrets.safeParse(account.secrets)
    if (!secrets.success) return { kind: 'unauthorised', detail: 'The stored credentials are not readable.' }
    return secrets.data.kind === 'oauth'
      ? await asPerson(account, secrets.data.refreshToken)
      : await asService(account, secrets.data)
  })
}
