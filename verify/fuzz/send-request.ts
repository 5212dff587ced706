import { Agent, request } from 'node:http'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly ms: number
}

const TIMEOUT_MS = 30_000
/** The smallest body that some route does not read. */
const BODY_LIMIT = 256 * 1024
/** The product may close the connection under a body it will not read; its 413 then gets lost on the way. */
const REFUSED = 'refused'

/** Sends what `fetch` would refuse to: any method, a GET with a body, an address as it is written. Throws unanswered. */
export function createSender(url: string) {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    close: () => agent.destroy(),
    send: (wanted: {
      method: string
      path: string
      headers: Readonly<Record<string, string>>
      body: string | null
    }): Promise<Answer | typeof REFUSED> => {
      const begun = performance.now()
      const bytes = wanted.body === null ? null : Buffer.from(wanted.body)
      const headers = {
        ...wanted.headers,
        ...(bytes === null ? {} : { 'content-length': String(bytes.length) }),
      }
      return new Promise((resolve, reject) => {
        const { method, path } = wanted
        const sending = request({ hostname, port, agent, method, path, headers, timeout: TIMEOUT_MS })
        sending.on('timeout', () => sending.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)))
        sending.on('error', (error: NodeJS.ErrnoException) =>
          isRefusal(error, bytes) ? resolve(REFUSED) : reject(error),
        )
        sending.on('response', response => {
          const parts: Buffer[] = []
          const finish = (): void =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Record<string, string>,
              body: Buffer.concat(parts).toString(),
              ms: performance.now() - begun,
            })
          // A stream of live updates never ends: its head is the answer.
          if (response.headers['content-type']?.startsWith('text/event-stream')) {
            sending.destroy()
            finish()
            return
          }
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', finish)
          response.on('error', reject)
        })
        sending.end(bytes ?? undefined)
      })
    },
  }
}

function isRefusal(error: NodeJS.ErrnoException, bytes: Buffer | null): boolean {
  return ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') && (bytes?.length ?? 0) > BODY_LIMIT
}
