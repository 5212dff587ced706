import { createApiFaults } from '../api-faults.ts'
import { createWebServer, listen } from '../web-server.ts'
import type { AccountInput } from './account.ts'
import { createRateLimit } from './api/rate-limit.ts'
import { registerApi } from './api/register-api.ts'
import { createRequestLog } from './api/request-log.ts'
import { createBookings } from './bookings.ts'
import { createCalClock } from './cal-clock.ts'
import { CalError, errorBody } from './cal-error.ts'
import { registerControlRoutes } from './control-routes.ts'
import { createDeliveries } from './deliveries.ts'
import { createDocumentCheck } from './document/document-check.ts'
import { EXAMPLE_ACCOUNT } from './example-account.ts'
import { createWorld } from './world.ts'

export { createRateLimit } from './api/rate-limit.ts'
export { EXAMPLE_ACCOUNT, EXAMPLE_KEY } from './example-account.ts'

export interface StartCalcom {
  /** 0, the default, takes a free port. */
  readonly port?: number
  readonly host?: string
  /** Epoch milliseconds. */
  readonly now?: () => number
  readonly account?: AccountInput
}

export interface CalcomSimulator extends AsyncDisposable {
  /** Paths begin with /v2; what happens there without the API is under /_control. */
  readonly url: string
  close(): Promise<void>
}

/** Starts the simulator of Cal.com: the API, the control API, and the webhooks it sends. */
export async function startCalcom(options: StartCalcom = {}): Promise<CalcomSimulator> {
  const { port = 0, host = '127.0.0.1', now = Date.now, account = EXAMPLE_ACCOUNT } = options
  const clock = createCalClock(now)
  const world = createWorld(clock.now, account)
  const deliveries = createDeliveries(world)
  const bookings = createBookings(world, deliveries.tell)
  const parts = {
    ...{ world, bookings, deliveries, clock },
    faults: createApiFaults((status, message, reason) =>
      errorBody(new CalError(status, reason ?? message), '/', clock.now()),
    ),
    limit: createRateLimit(clock.now),
    document: createDocumentCheck(),
    requests: createRequestLog(),
  }
  const server = await createWebServer(null)
  registerControlRoutes(server, parts)
  await registerApi(server, parts)
  const url = await listen(server, { host, port })
  const close = async () => {
    await deliveries.settled()
    await server.close()
  }
  return { url, close, [Symbol.asyncDispose]: close }
}
