import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAccount } from '../port.ts'
import { failureOf, readJson } from '../provider-failure.ts'
import type { GoogleAnswer } from './google-answer.ts'
import { createGoogleTokens } from './google-tokens.ts'
import { readRefusal } from './read-refusal.ts'
import type { ReadGoogleSettings } from './settings.ts'

export type GoogleRequest = {
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly ifMatch?: string | null
  /** Where a POST only asks, or may be repeated. */
  readonly repeat?: 'safe'
}

export type GoogleClient = {
  ask(account: CalendarAccount, request: GoogleRequest): Promise<GoogleAnswer>
}

const NOT_CONFIGURED: GoogleAnswer = {
  kind: 'later',
  detail: 'This installation is not configured for Google.',
  afterSeconds: null,
}
const READ_HERE = [400, 401, 403, 404, 409, 410, 412]
/** A page of a thousand events with long descriptions left out is far below. */
const MOST_BYTES = 16 * 1024 * 1024

/** The Calendar API v3 over our one door outside. */
export function createGoogleClient(parts: {
  outbound: Outbound
  clock: Clock
  settings: ReadGoogleSettings
}): GoogleClient {
  const { outbound } = parts
  outbound.setPolicy('google', { mostBytes: MOST_BYTES })
  const tokens = createGoogleTokens(parts)

  const send = async (
    { account, apiUrl, token }: { account: CalendarAccount; apiUrl: string; token: string },
    wanted: GoogleRequest,
  ) => {
    const url = new URL(apiUrl + wanted.path)
    // Without it all calendars of a service account share one user's quota.
    url.search = new URLSearchParams({ ...wanted.query, quotaUser: account.connectionId }).toString()
    return await outbound.request({
      ...{ provider: 'google', operation: wanted.operation, method: wanted.method, url: url.href },
      ...{ connection: account.connectionId, tenantId: account.tenantId, expect: READ_HERE },
      ...(wanted.json === undefined ? {} : { json: wanted.json }),
      ...(wanted.repeat === undefined ? {} : { repeat: wanted.repeat }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(wanted.ifMatch ? { 'if-match': wanted.ifMatch } : {}),
      },
    })
  }

  const tryOnce = async (account: CalendarAccount, wanted: GoogleRequest) => {
    const settings = parts.settings()
    if (settings === null) return { status: null, answer: NOT_CONFIGURED }
    const token = await tokens.get(account)
    if (token.kind !== 'done') return { status: null, answer: token }
    try {
      const { status, text } = await send({ account, apiUrl: settings.apiUrl, token: token.value }, wanted)
      const json = readJson(text)
      const answer: GoogleAnswer = status < 300 ? { kind: 'ok', json } : readRefusal(status, json)
      if (status === 401) tokens.forget(account, token.value)
      return { status, answer }
    } catch (error) {
      const harmless = wanted.method === 'GET' || wanted.repeat === 'safe'
      return { status: null, answer: failureOf(error, harmless ? 'reads' : 'writes') }
    }
  }

  return {
    async ask(account, wanted) {
      const { status, answer } = await tryOnce(account, wanted)
      // A token may end before its time, such as when consent was given anew.
      return status === 401 ? (await tryOnce(account, wanted)).answer : answer
    },
  }
}
