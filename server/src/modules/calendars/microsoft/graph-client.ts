import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAccount } from '../port.ts'
import { failureOf, readJson } from '../provider-failure.ts'
import { type GraphAnswer, readRefusal } from './graph-answer.ts'
import { createMicrosoftTokens } from './microsoft-tokens.ts'
import { microsoftSecrets } from './secrets.ts'
import type { MicrosoftSettings, ReadMicrosoftSettings } from './settings.ts'

export type GraphRequest = {
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the mailbox, below the version, or the whole address of a next page. */
  readonly path: { readonly mailbox: string } | { readonly root: string } | { readonly next: string }
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly ifMatch?: string | null
  readonly repeat?: 'safe'
  readonly pageSize?: number
}

export type GraphClient = {
  ask(account: CalendarAccount, request: GraphRequest): Promise<GraphAnswer>
}

const NOT_CONFIGURED: GraphAnswer = {
  kind: 'later',
  detail: 'This installation is not configured for Microsoft.',
  afterSeconds: null,
}
const READ_HERE = [400, 401, 403, 404, 409, 410, 412, 423]
const MOST_BYTES = 16 * 1024 * 1024
/** Before it answers for a subscription, Graph asks our address whether it is ours, and waits ten seconds for that. */
const PATIENCE = { attemptMs: 12_000, totalMs: 30_000 }
/** Four at once for each mailbox and application (long-standing, 2026-11). */
const AT_ONCE = 4

/** Graph v1.0 over our one door outside. Times are asked for in UTC, ids such as stay when an event is moved. */
export function createGraphClient(parts: {
  outbound: Outbound
  clock: Clock
  settings: ReadMicrosoftSettings
}): GraphClient {
  const { outbound } = parts
  outbound.setPolicy('microsoft', { mostBytes: MOST_BYTES, atOncePerTenant: AT_ONCE, ...PATIENCE })
  const tokens = createMicrosoftTokens(parts)

  const send = async (
    { account, settings, token }: { account: CalendarAccount; settings: MicrosoftSettings; token: string },
    wanted: GraphRequest,
  ) => {
    const prefer = ['outlook.timezone="UTC"', 'IdType="ImmutableId"', 'outlook.body-content-type="text"']
    if (wanted.pageSize !== undefined) prefer.push(`odata.maxpagesize=${wanted.pageSize}`)
    return await outbound.request({
      ...{ provider: 'microsoft', operation: wanted.operation, method: wanted.method },
      ...{ connection: account.connectionId, tenantId: account.tenantId, expect: READ_HERE },
      url: addressOf(settings, account, wanted),
      ...(wanted.json === undefined ? {} : { json: wanted.json }),
      ...(wanted.repeat === undefined ? {} : { repeat: wanted.repeat }),
      headers: {
        ...{ authorization: `Bearer ${token}`, prefer: prefer.join(', ') },
        ...(wanted.ifMatch ? { 'if-match': wanted.ifMatch } : {}),
      },
    })
  }

  const tryOnce = async (account: CalendarAccount, wanted: GraphRequest) => {
    const settings = parts.settings()
    if (settings === null) return { status: null, answer: NOT_CONFIGURED }
    const token = await tokens.get(account)
    if (token.kind !== 'done') return { status: null, answer: token }
    const harm = wanted.method === 'GET' || wanted.repeat === 'safe' ? 'reads' : 'writes'
    try {
      const { status, text } = await send({ account, settings, token: token.value }, wanted)
      const json = readJson(text)
      const answer: GraphAnswer = status < 300 ? { kind: 'ok', json } : readRefusal(status, json, harm)
      if (status === 401) tokens.forget(account, token.value)
      return { status, answer }
    } catch (error) {
      return { status: null, answer: failureOf(error, harm) }
    }
  }

  return {
    async ask(account, wanted) {
      const { status, answer } = await tryOnce(account, wanted)
      // A token may end before its time, such as when a password was changed.
      return status === 401 ? (await tryOnce(account, wanted)).answer : answer
    },
  }
}

/** Where the calendars of an account are: one's own, or the mailbox that the application acts in. */
export function mailboxPath(account: CalendarAccount): string {
  const secrets = microsoftSecrets.safeParse(account.secrets)
  return secrets.success && secrets.data.kind === 'application'
    ? `/users/${encodeURIComponent(secrets.data.mailbox)}`
    : '/me'
}

function addressOf(settings: MicrosoftSettings, account: CalendarAccount, wanted: GraphRequest): string {
  const { path } = wanted
  if ('next' in path) return path.next
  const url = new URL(settings.apiUrl + ('root' in path ? path.root : mailboxPath(account) + path.mailbox))
  url.search = new URLSearchParams(wanted.query).toString()
  return url.href
}
