import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import { type AccessTokens, createAccessTokens, type FreshToken } from '../oauth/access-tokens.ts'
import { askToken } from '../oauth/ask-token.ts'
import type { CalendarAccount } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import { type MicrosoftSecrets, microsoftSecrets } from './secrets.ts'
import {
  MICROSOFT_SCOPES,
  type MicrosoftSettings,
  type ReadMicrosoftSettings,
  tokenUrlOf,
} from './settings.ts'

type Fetched = { readonly kind: 'done'; readonly value: FreshToken } | Failure

const NO_CLIENT: Failure = { kind: 'unauthorised', detail: 'This installation is no client of Microsoft.' }

/** Access tokens of people who consented, and of an application that acts in a mailbox of a directory. */
export function createMicrosoftTokens({
  outbound,
  clock,
  settings,
}: {
  outbound: Outbound
  clock: Clock
  settings: ReadMicrosoftSettings
}): AccessTokens {
  const ask = (
    account: CalendarAccount,
    to: { settings: MicrosoftSettings; directory: string },
    form: Record<string, string>,
  ) =>
    askToken(outbound, {
      ...{ provider: 'microsoft', connection: account.connectionId, tenantId: account.tenantId },
      ...{ url: tokenUrlOf(to.settings, to.directory), form },
    })

  /** With every use Microsoft replaces the refresh token; the old one ends by itself. */
  const asPerson = async (account: CalendarAccount, refreshToken: string): Promise<Fetched> => {
    const known = settings()
    const client = known?.client ?? null
    if (known === null || client === null) return NO_CLIENT
    const answer = await ask(
      account,
      { settings: known, directory: 'common' },
      {
        ...{ grant_type: 'refresh_token', refresh_token: refreshToken, scope: MICROSOFT_SCOPES.join(' ') },
        ...{ client_id: client.id, client_secret: client.secret },
      },
    )
    if (answer.kind !== 'done') return answer
    const { token, lastsSeconds, refreshToken: replaced } = answer.value
    const secrets = replaced === null ? {} : { secrets: { kind: 'delegated', refreshToken: replaced } }
    return { kind: 'done', value: { token, lastsSeconds, ...secrets } }
  }

  const asApplication = async (
    account: CalendarAccount,
    { directory, clientId, clientSecret }: Extract<MicrosoftSecrets, { kind: 'application' }>,
  ): Promise<Fetched> => {
    const known = settings()
    const id = clientId ?? known?.client?.id
    const secret = clientSecret ?? known?.client?.secret
    if (known === null || id === undefined || secret === undefined) return NO_CLIENT
    return await ask(
      account,
      { settings: known, directory },
      {
        ...{ grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' },
        ...{ client_id: id, client_secret: secret },
      },
    )
  }

  return createAccessTokens(clock, async account => {
    const secrets = microsoftSecrets.safeParse(account.secrets)
    if (!secrets.success) return { kind: 'unauthorised', detail: 'The stored credentials are not readable.' }
    return secrets.data.kind === 'delegated'
      ? await asPerson(account, secrets.data.refreshToken)
      : await asApplication(account, secrets.data)
  })
}
