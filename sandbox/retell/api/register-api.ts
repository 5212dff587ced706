/** Retell's REST API as far as a product needs it to configure agents and to find out what became of calls. */
import { timingSafeEqual } from 'node:crypto'
import type { ApiFaults } from '../../api-faults.ts'
import type { WebServer } from '../../web-server.ts'
import type { Lines } from '../lines.ts'
import type { Switchboard } from '../switchboard.ts'
import type { WebCalls } from '../web/web-calls.ts'
import { registerAgentRoutes } from './agent-routes.ts'
import { ApiError } from './api-error.ts'
import { registerCallRoutes } from './call-routes.ts'
import type { KnownNumbers } from './known-numbers.ts'
import { registerNumberRoutes } from './number-routes.ts'
import type { StoredCalls } from './stored-calls.ts'
import type { VersionedAssets } from './versioned-assets.ts'
import { registerWebCallApi } from './web-call-api.ts'

export async function registerApi(
  server: WebServer,
  parts: {
    switchboard: Switchboard
    calls: StoredCalls
    faults: ApiFaults
    numbers: KnownNumbers
    agents: VersionedAssets
    llms: VersionedAssets
    lines: Lines
    webCalls: WebCalls
    now: () => number
  },
): Promise<void> {
  await server.register(async scope => {
    const api = scope as WebServer
    api.setErrorHandler<Error & { status?: number; statusCode?: number }>((error, _request, reply) =>
      reply.code(error.status ?? error.statusCode ?? 500).send({ status: 'error', message: error.message }),
    )
    api.addHook('onRequest', async request => {
      if (!isKey(request.headers.authorization, parts.switchboard.target().apiKey))
        throw new ApiError(401, 'Invalid API key.')
    })
    parts.faults.attachTo(api)
    // A call without a body is an empty one, whatever its headers say.
    api.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
      try {
        done(null, body === '' ? undefined : JSON.parse(String(body)))
      } catch {
        done(new ApiError(400, 'The body is not JSON.'))
      }
    })
    registerAgentRoutes(api, parts)
    registerNumberRoutes(api, parts)
    registerCallRoutes(api, parts)
    registerWebCallApi(api, parts.webCalls)
  })
}

function isKey(header: string | undefined, key: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${key}`)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
