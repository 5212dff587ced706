import type { Outbound } from '../../../platform/resilience/outbound.ts'
import { askToken } from '../oauth/ask-token.ts'
import type { ConsentEnd, ConsentStart } from '../oauth/consent.ts'
import type { Failure } from '../provider-failure.ts'
import { failureOf } from '../provider-failure.ts'
import type { GoogleSecrets } from './secrets.ts'
import { GOOGLE_SCOPES, type GoogleSettings } from './settings.ts'

/** Where the owner of a Google account is asked. Null: this installation is no client of Google. */
export function googleConsentUrl(
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
export async function endGoogleConsent(
  { outbound, settings }: { outbound: Outbound; settings: GoogleSettings },
  { code, verifier, redirectUri, tenantId, connectionId }: ConsentEnd,
): Promise<{ readonly kind: 'done'; readonly value: GoogleSecrets } | Failure> {
  const { client, tokenUrl: url } = settings
  if (client === null) return { kind: 'unauthorised', detail: 'This installation is no client of Google.' }
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

/** Gives the consent back at Google; one that is over counts as given back. */
export async function giveBackGoogleConsent(
  { outbound, settings }: { outbound: Outbound; settings: GoogleSettings },
  { secrets, tenantId, connectionId }: { secrets: GoogleSecrets; tenantId: string; connectionId: string },
): Promise<{ readonly kind: 'done'; readonly value: null } | Failure> {
  if (secrets.kind !== 'oauth') return { kind: 'done', value: null }
  try {
    await outbound.request({
      ...{ provider: 'google', operation: 'revoke token', connection: connectionId, tenantId },
      ...{ url: settings.revokeUrl, method: 'POST', expect: [400], repeat: 'safe' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: secrets.refreshToken }).toString(),
    })
    return { kind: 'done', value: null }
  } catch (error) {
    return failureOf(error, 'reads')
  }
}
