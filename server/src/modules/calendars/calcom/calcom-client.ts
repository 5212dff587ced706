import type { z } from 'zod'
import type { Outbound, OutboundResponse } from '../../../platform/resilience/outbound.ts'
import type { RefusedAddress, TenantAddress } from '../../../platform/resilience/tenant-address.ts'
import type { CalendarAccount } from '../port.ts'
import { type Failure, failureOf, readJson } from '../provider-failure.ts'
import { type CalcomOperation, OPERATIONS } from './operations.ts'
import { type Refusal, readRefusal } from './read-refusal.ts'
import type { RequestTurns } from './request-turns.ts'
import { type CalcomSecrets, type CalcomSettings, calcomSecrets } from './settings.ts'

export type CalcomRequest<T> = {
  readonly operation: CalcomOperation
  readonly id?: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly json?: unknown
  readonly answer: z.ZodType<T>
}

/** `refused`: Cal.com answered, and in its own words. A `Failure` is none of its answers. */
export type CalcomReply<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly at: Temporal.Instant | null }
  | { readonly kind: 'said_no'; readonly refusal: Refusal }
  | Failure

export type CalcomClient = {
  ask<T>(account: CalendarAccount, request: CalcomRequest<T>): Promise<CalcomReply<T>>
}

export type ClientParts = {
  readonly outbound: Outbound
  readonly turns: RequestTurns
  readonly settings: CalcomSettings
}

const REFUSALS = [400, 401, 403, 404, 409, 422, 429]
const TIMEOUT_MS = { live: 3000, background: 10_000 } as const
/** As long as the block lasts; the answer says how much of it is left, if it says anything. */
const BLOCK_SECONDS = 60

/** Cal.com's API over our one door outside. Never throws for what Cal.com or the network does. */
export function createCalcomClient({ outbound, turns, settings }: ClientParts): CalcomClient {
  // Every request takes a turn of its own: nothing may be repeated unseen.
  outbound.setPolicy('calcom', { attempts: 1 })

  const send = async <T>(
    account: CalendarAccount,
    request: CalcomRequest<T>,
    { apiKey, address }: { apiKey: string; address: string | TenantAddress },
  ): Promise<OutboundResponse> => {
    const { method, version } = OPERATIONS[request.operation]
    return await outbound.request({
      ...{ provider: 'calcom', operation: request.operation, method, url: address, expect: REFUSALS },
      ...{ connection: account.connectionId, tenantId: account.tenantId },
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(version === null ? {} : { 'cal-api-version': version }),
      },
      timeoutMs: TIMEOUT_MS[account.urgency],
      ...(request.json === undefined ? {} : { json: request.json }),
    })
  }

  return {
    async ask(account, request) {
      const secrets = calcomSecrets.safeParse(account.secrets)
      if (!secrets.success) return { kind: 'unauthorised', detail: 'No key of Cal.com is kept.' }
      const { apiKey } = secrets.data
      const address = await addressOf(outbound, settings, { secrets: secrets.data, request })
      if (address === null) return { kind: 'refused', detail: 'No address of Cal.com is configured.' }
      if (isRefused(address)) return { kind: 'refused', detail: 'The address is not public.' }
      const turn = await turns.take(apiKey, account.urgency)
      if (turn.kind === 'later') return { ...turn, detail: 'As many requests as Cal.com takes are made.' }
      const harm = OPERATIONS[request.operation].method === 'GET' ? 'reads' : 'writes'
      try {
        const response = await send(account, request, { apiKey, address })
        if (response.status === 429) return await shutOut(turns, apiKey, response)
        return read(request, response, harm)
      } catch (error) {
        return failureOf(error, harm)
      }
    },
  }
}

function isRefused(address: string | TenantAddress | RefusedAddress): address is RefusedAddress {
  return typeof address !== 'string' && address.kind === 'refused'
}

function read<T>(
  { answer, operation }: CalcomRequest<T>,
  { status, text, headers }: OutboundResponse,
  harm: 'reads' | 'writes',
): CalcomReply<T> {
  const json = readJson(text)
  if (status >= 300) return { kind: 'said_no', refusal: readRefusal(status, json) }
  const parsed = answer.safeParse(json)
  if (parsed.success) return { kind: 'ok', value: parsed.data, at: momentOf(headers.date) }
  const detail = `Cal.com answered "${operation}" with something else: ${parsed.error.issues[0]?.path.join('.')}`
  return harm === 'writes' ? { kind: 'unclear', detail } : { kind: 'later', detail, afterSeconds: null }
}

async function shutOut(
  turns: RequestTurns,
  apiKey: string,
  { headers, text }: OutboundResponse,
): Promise<Failure> {
  const left = Number(headers['x-ratelimit-reset-default'])
  // Some answers carry a moment instead of the seconds that remain.
  const afterSeconds = left > 0 && left <= BLOCK_SECONDS ? left : BLOCK_SECONDS
  await turns.rest(apiKey, afterSeconds * 1000)
  return { kind: 'later', detail: readRefusal(429, readJson(text)).message, afterSeconds }
}

async function addressOf(
  outbound: Outbound,
  { baseUrl }: CalcomSettings,
  { secrets, request }: { secrets: CalcomSecrets; request: CalcomRequest<unknown> },
): Promise<string | TenantAddress | RefusedAddress | null> {
  const path = OPERATIONS[request.operation].path.replace('{id}', encodeURIComponent(request.id ?? ''))
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    // Brackets stay as they are: some of its servers read them in no other form.
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  const suffix = `${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  if (secrets.baseUrl === undefined) {
    const configured = baseUrl()
    return configured === null ? null : configured + suffix
  }
  return await outbound.toTenantAddress(secrets.baseUrl.replace(/\/+$/, '') + suffix)
}

/** Cal.com's clock, from its answer; ours may differ. */
function momentOf(date: string | undefined): Temporal.Instant | null {
  const ms = Date.parse(date ?? '')
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}
