import type { Outbound } from '../../../platform/resilience/outbound.ts'
import { askToken } from '../oauth/ask-token.ts'
import type { ConsentEnd, ConsentProvider, ConsentStart } from '../oauth/consent.ts'
import type { Failure } from '../provider-failure.ts'
import type { MicrosoftSecrets } from './secrets.ts'
import {
  MICROSOFT_SCOPES,
  type MicrosoftSettings,
  type ReadMicrosoftSettings,
  tokenUrlOf,
} from './settings.ts'

const NOT_KNOWN: Failure = { kind: 'unauthorised', detail: 'This installation is no client of Microsoft.' }

/** Where the owner of a mailbox is asked. Null: this installation is no client of Microsoft. */
function microsoftConsentUrl(
  { loginUrl, client }: MicrosoftSettings,
  { redirectUri, state, challenge }: ConsentStart,
): string | null {
  if (client === null) return null
  const url = new URL(`${loginUrl}/common/oauth2/v2.0/authorize`)
  url.search = new URLSearchParams({
    ...{ client_id: client.id, redirect_uri: redirectUri, response_type: 'code', state },
    ...{ scope: MICROSOFT_SCOPES.join(' '), code_challenge: challenge, code_challenge_method: 'S256' },
    ...{ response_mode: 'query', prompt: 'select_account' },
  }).toString()
  return url.href
}

/** What is kept of a consent. It cannot be given back at Microsoft by us: its owner does that in the account. */
async function endMicrosoftConsent(
  { outbound, settings }: { outbound: Outbound; settings: MicrosoftSettings },
  { code, verifier, redirectUri, tenantId, connectionId }: ConsentEnd,
): Promise<{ readonly kind: 'done'; readonly value: MicrosoftSecrets } | Failure> {
  const { client } = settings
  if (client === null) return NOT_KNOWN
  const answer = await askToken(outbound, {
    ...{ provider: 'microsoft', connection: connectionId, tenantId, url: tokenUrlOf(settings, 'common') },
    form: {
      ...{ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
      ...{ client_id: client.id, client_secret: client.secret, scope: MICROSOFT_SCOPES.join(' ') },
    },
  })
  if (answer.kind !== 'done') return answer
  const { refreshToken, scopes } = answer.value
  // Scopes come with or without the address of Graph before them.
  if (!scopes.some(scope => scope.endsWith('Calendars.ReadWrite')))
    return { kind: 'unauthorised', detail: 'Not allowed: Calendars.ReadWrite' }
  if (refreshToken === null) return { kind: 'unauthorised', detail: 'Microsoft gave no lasting access.' }
  return { kind: 'done', value: { kind: 'delegated', refreshToken } }
}

/** Consent as the routes need it. */
export function microsoftConsent(outbound: Outbound, read: ReadMicrosoftSettings): ConsentProvider {
  return {
    url: start => {
      const settings = read()
      return settings && microsoftConsentUrl(settings, start)
    },
    end: async wanted => {
      const settings = read()
      return settings === null ? NOT_KNOWN : await endMicrosoftConsent({ outbound, settings }, wanted)
    },
  }
}
