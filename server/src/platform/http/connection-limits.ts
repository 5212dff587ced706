import type { ServerOptions, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { platformErrors } from '../errors/platform-errors.ts'
import { newId } from '../ids/ids.ts'

/** From connecting, or from the answer before, to the end of the headers. */
const HEADERS_TIMEOUT_MS = 10_000
/** From the first byte to the last of the body: a byte a second does not keep a connection. */
const REQUEST_TIMEOUT_MS = 30_000
/** Between two requests. Longer than the 60 s of usual load balancers, so that they close first. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000
/** Without a byte in either direction, such as a client that does not read its answer; longer than a stream's heartbeat. */
const SILENCE_MS = 75_000
/** Further ones are closed at once instead of filling the process's table of open files. */
const MOST_CONNECTIONS = 8000

/** How long a client may take, and how much it may send: options of Fastify. Node looks once a second. */
export const connectionLimits = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  connectionTimeout: SILENCE_MS,
  http: {
    headersTimeout: HEADERS_TIMEOUT_MS,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16 * 1024,
    // Node refuses with an empty answer; the first hook does it with a problem.
    requireHostHeader: false,
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
  } satisfies ServerOptions,
} as const

export function limitConnections(server: { maxConnections: number }): void {
  server.maxConnections = MOST_CONNECTIONS
}

/**
 * Answers, in the form of every problem, what never became a request: too slow, too large, or no HTTP at all. Then
 * closes the connection. Danger: in the middle of another answer nothing may be written.
 */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (socket.destroyed) return
  const answering = (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage
  if (error.code !== 'ECONNRESET' && socket.writable && !answering) socket.write(answerTo(error.code))
  socket.destroySoon()
}

function answerTo(cause: string | undefined): string {
  const { definition, phrase } = explain(cause)
  const instance = newId<'request'>()
  const { code, title, status } = definition
  const body = JSON.stringify({ type: `/errors/${code}`, title, status, instance })
  return [
    `HTTP/1.1 ${status} ${phrase}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${instance}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

function explain(cause: string | undefined) {
  switch (cause) {
    case 'HPE_HEADER_OVERFLOW':
      return { definition: platformErrors.headersTooLarge, phrase: 'Request Header Fields Too Large' }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { definition: platformErrors.requestTimeout, phrase: 'Request Timeout' }
    default:
      return { definition: platformErrors.malformedRequest, phrase: 'Bad Request' }
  }
}
