import type { ErrorEvent, NodeClient } from '@sentry/node'
import { AppError } from '../errors/app-error.ts'
import { ProviderError } from '../errors/provider-error.ts'
import { mask } from './mask.ts'
import { maskText } from './mask-text.ts'

/** Tells Sentry of errors that nobody expected. Without an address nothing is loaded and nothing is sent. */
export type ErrorReporter = {
  /** Refusals (`AppError`) and failures of providers (`ProviderError`) are no bugs and are passed over. */
  report(error: Error, about: { readonly requestId: string | null }): void
  /** Sends a test event; resolves with the status of Sentry's answer, or null when none came. */
  test(): Promise<number | null>
  /** Sends what is left, within two seconds. */
  close(): Promise<void>
}

const SILENT: ErrorReporter = { report: () => {}, test: async () => null, close: async () => {} }
/** A fault that repeats says nothing new (failure 96). */
const MOST_PER_MINUTE = 30
const LONGEST_FLUSH_MS = 2000

export async function createErrorReporter(options: {
  dsn: string | null
  version: string
  production: boolean
}): Promise<ErrorReporter> {
  if (options.dsn === null) return SILENT
  const sentry = await import('@sentry/node')
  // A client of our own, without Sentry.init: no integrations, no patched modules, no traces, no global state.
  const client = new sentry.NodeClient({
    dsn: options.dsn,
    release: `askpro@${options.version}`,
    environment: options.production ? 'production' : 'development',
    transport: sentry.makeNodeTransport,
    stackParser: sentry.defaultStackParser,
    integrations: [],
    includeServerName: false,
    enableRuntimeChannelInjection: false,
    sendClientReports: false,
    tracesSampleRate: 0,
    beforeSend: maskEvent,
  })
  client.init()
  let minute = 0
  let sent = 0
  const isTooMuch = (): boolean => {
    const now = Math.floor(Date.now() / 60_000)
    if (now !== minute) sent = 0
    minute = now
    sent += 1
    return sent > MOST_PER_MINUTE
  }
  const scopeFor = (requestId: string | null) => {
    const scope = new sentry.Scope()
    scope.setClient(client)
    if (requestId !== null) scope.setTag('request_id', requestId)
    return scope
  }

  return {
    report: (error, { requestId }) => {
      if (error instanceof AppError || error instanceof ProviderError || isTooMuch()) return
      client.captureException(error, {}, scopeFor(requestId))
    },
    test: () => sendTestEvent(client, scopeFor(null)),
    close: async () => {
      await client.close(LONGEST_FLUSH_MS)
    },
  }
}

type Scope = Parameters<NodeClient['captureException']>[2]

async function sendTestEvent(client: NodeClient, scope: Scope): Promise<number | null> {
  const answered = new Promise<number | null>(resolve => {
    client.on('afterSendEvent', (_event, response) => resolve(response.statusCode ?? null))
  })
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), 2 * LONGEST_FLUSH_MS).unref())
  client.captureException(new Error('This is a test of AskProAI; nothing is broken.'), {}, scope)
  await client.flush(2 * LONGEST_FLUSH_MS)
  return await Promise.race([answered, late])
}

/** What is said of the error stays, without persons and secrets; what might be said of the machine goes. */
function maskEvent(event: ErrorEvent): ErrorEvent {
  const { user: _user, request: _request, breadcrumbs: _breadcrumbs, server_name: _name, ...rest } = event
  return {
    ...rest,
    ...(event.message === undefined ? {} : { message: maskText(event.message) }),
    ...(event.extra ? { extra: mask(event.extra) as Record<string, unknown> } : {}),
    exception: {
      values: (event.exception?.values ?? []).map(value => ({
        ...value,
        ...(value.value === undefined ? {} : { value: maskText(value.value) }),
      })),
    },
  }
}
