import { Agent, type Dispatcher, errors, request as send } from 'undici'
import { ProviderError } from '../errors/provider-error.ts'
import type { Clock } from '../time/clock.ts'
import { markUnsent } from './attempts.ts'
import type { Policy } from './policy.ts'
import { readRetryAfter } from './retry-after.ts'
import { type AddressGuard, NotPublic } from './tenant-address.ts'

/** One HTTP request and its whole answer. Bodies have a limit; redirects are not followed. */
export type Exchange = {
  readonly provider: string
  readonly operation: string
  readonly url: string
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'PROPFIND' | 'REPORT'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** Statuses beside 2xx that are answers and not failures. */
  readonly expect: readonly number[]
  readonly to: 'configured-address' | 'exempt-address' | 'tenant-address'
}

export type OutboundResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export type Connections = {
  /** Throws `ProviderError`. */
  exchange(request: Exchange, policy: Policy, signal: AbortSignal): Promise<OutboundResponse>
  close(): Promise<void>
}

/** Sets of connections that never mix: to addresses of our configuration, and to those of tenants. */
export function createConnections({ guard, clock }: { guard: AddressGuard; clock: Clock }): Connections {
  const agents = new Map<string, Agent>()
  const lookups = {
    'configured-address': {},
    'exempt-address': { lookup: guard.exemptLookup },
    'tenant-address': { lookup: guard.lookup },
  }
  const agentFor = (to: Exchange['to'], connectMs: number): Dispatcher => {
    const key = `${to} ${connectMs}`
    const agent = agents.get(key) ?? new Agent({ connect: { timeout: connectMs, ...lookups[to] } })
    agents.set(key, agent)
    return agent
  }

  return {
    exchange: async (request, policy, signal) => {
      try {
        const response = await send(request.url, {
          dispatcher: agentFor(request.to, policy.connectMs),
          method: request.method,
          headers: request.headers,
          body: request.body,
          headersTimeout: policy.attemptMs,
          bodyTimeout: policy.attemptMs,
          signal,
        })
        const text = await readBody(response, request, policy.mostBytes)
        const answer = { status: response.statusCode, headers: plain(response.headers), text }
        refuseStatus(answer, request, clock)
        return answer
      } catch (error) {
        throw error instanceof ProviderError ? error : unreachable(error, request)
      }
    },
    close: async () => {
      await Promise.all([...agents.values()].map(agent => agent.destroy()))
    },
  }
}

async function readBody(
  response: Dispatcher.ResponseData,
  { provider, operation }: Exchange,
  mostBytes: number,
): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response.body as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > mostBytes) {
      response.body.destroy()
      const message = `${provider} answered with more than ${mostBytes} bytes.`
      throw new ProviderError({ provider, operation, status: response.statusCode, retryable: false, message })
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function refuseStatus(
  answer: OutboundResponse,
  { provider, operation, expect }: Exchange,
  clock: Clock,
): void {
  const { status } = answer
  if ((status >= 200 && status < 300) || expect.includes(status)) return
  const error = new ProviderError({
    provider,
    operation,
    status,
    retryable: status >= 500 || [408, 425, 429].includes(status),
    retryAfterMs: readRetryAfter(answer.headers['retry-after'], clock.now()),
    message: `${provider} answered ${status}.`,
  })
  throw status === 429 ? markUnsent(error) : error
}

/** A second try is no use where the name or the certificate is at fault. */
const FINAL = /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_INVALID|UND_ERR_INVALID_ARG)/
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** The cause may name addresses of machines, so it stays a cause; the message names none. */
function unreachable(cause: unknown, { provider, operation }: Exchange): ProviderError {
  const code = String((cause as { code?: unknown } | null)?.code ?? '')
  const notPublic = cause instanceof NotPublic
  const error = new ProviderError({
    provider,
    operation,
    retryable: !notPublic && !FINAL.test(code),
    message: notPublic
      ? `The address of ${provider} leads to a machine that is not public.`
      : `${provider} did not answer${code === '' ? '' : ` (${code})`}.`,
    cause,
  })
  const unconnected = NEVER_CONNECTED.has(code) || cause instanceof errors.ConnectTimeoutError
  return unconnected ? markUnsent(error) : error
}

function plain(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}
