import type { Outbound } from '../../../platform/resilience/outbound.ts'
import { askToken } from '../oauth/ask-token.ts'
import type { ConsentEnd, ConsentProvider, ConsentStart } from '../oauth/consent.ts'
import type { Failure } from '../provider-failure.ts'
import type { GoogleSecrets } from './secrets.ts'
import { GOOGLE_SCOPES, type GoogleSettings, type ReadGoogleSettings } from './settings.ts'

const NOT_KNOWN: Failure = { kind: 'unauthorised', detail: 'This installation is no client of Google.' }

/** Where the owner of a Google account is asked. Null: this installation is no client of Google. */
function googleConsentUrl(
  { consentUrl, client }: GoogleSettings,
  { redirectUri, state, challenge }: ConsentStart,
): string | null {
  if (client === null) return null
  const url = new URL(consentUrl)
  url.search = new URLSearchParams({
    ...{ client_id: client.id, redirect_uri: redirectUri, response_type: 'code', state },
    ...{ scope: GOOGLE_SCOPES.join(' '), code_challenge: challenge, code_challenge_method: 'S256' },
    // Without both Google gives no refresh token to who consents a second time (2026-11).
    ...{ access_type: 'offline', prompt: 'consent' },
  }).toString()
  return url.href
}

/** What is kept of a consent. People may untick parts of what they are asked for: then it is none. */
async function endGoogleConsent(
  { outbound, settings }: { outbound: Outbound; settings: GoogleSettings },
  { code, verifier, redirectUri, tenantId, connectionId }: ConsentEnd,
): Promise<{ readonly kind: 'done'; readonly value: GoogleSecrets } | Failure> {
  const { client, tokenUrl: url } = settings
  if (client === null) return NOT_KNOWN
  const answer = await askToken(outbound, {
    ...{ provider: 'google', connection: connectionId, tenantId, url },
    form: {
      ...{ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
      ...{ client_id: client.id, client_secret: client.secret },
    },
  })
  if (answer.kind !== 'done') return answer
  const { refreshToken, scopes } = answer.value
  const missing = GOOGLE_SCOPES.filter(scope => !scopes.includes(scope))
  if (missing.length > 0) return { kind: 'unauthorised', detail: `Not allowed: ${missing.join(' ')}` }
  if (refreshToken === null) return { kind: 'unauthorised', detail: 'Google gave no lasting access.' }
  return { kind: 'done', value: { kind: 'oauth', refreshToken } }
}

/** Consent as the routes need it. */
export function googleConsent(outbound: Outbound, read: ReadGoogleSettings): ConsentProvider {
  return {
    url: start => {
      const settings = read()
      return settings && googleConsentUrl(settings, start)
    },
    end: async wanted => {
      const settings = read()
      return settings === null ? NOT_KNOWN : await endGoogleConsent({ outbound, settings }, wanted)
    },
  }
}
