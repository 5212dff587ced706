/** The latest requests as they came in, for tests that want to know what a product really sends. */
import type { FastifyRequest } from 'fastify'

const KEPT = 2_000

export type NotedRequest = {
  readonly method: string
  readonly url: string
  readonly version: string | null
  readonly body: unknown
}

export function createRequestLog() {
  let noted: NotedRequest[] = []
  return {
    note(request: FastifyRequest): void {
      const version = request.headers['cal-api-version']
      noted = [
        ...noted.slice(-(KEPT - 1)),
        {
          method: request.method,
          url: request.url,
          version: typeof version === 'string' ? version : null,
          body: request.body ?? null,
        },
      ]
    },
    list: (): readonly NotedRequest[] => noted,
    clear: (): void => {
      noted = []
    },
  }
}

export type RequestLog = ReturnType<typeof createRequestLog>
