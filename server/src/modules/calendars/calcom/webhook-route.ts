import { z } from 'zod'
import { accessErrors } from '../../../platform/access/access-errors.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { countStranger } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { problemSchema } from '../../../platform/http/problem.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readWebhook } from './read-webhook.ts'
import { isSignedBy } from './verify-webhook.ts'
import type { WebhookConnections } from './webhook-connections.ts'

/** Whatever stands there: who guesses addresses is counted, and not told which are none. */
const params = z.object({ connection: z.string().max(100) })
const refusals = { 400: problemSchema, 401: problemSchema, 413: problemSchema, 429: problemSchema }

/** Where Cal.com tells of changes. What it says is stored as it came, answered at once, and believed in nothing but that something changed. */
export function webhookRoute(platform: Platform, findConnection: WebhookConnections) {
  return async (app: HttpServer): Promise<void> => {
    await app.register(async scope => {
      const signed = scope as unknown as HttpServer
      // The signature is over the bytes as they came, and a form of the owner's own need not be JSON.
      signed.removeAllContentTypeParsers()
      signed.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))

      signed.post('/webhooks/calcom/:connection', {
        config: { access: { kind: 'signed', by: 'calcom' } },
        schema: { params, response: { 204: z.null(), ...refusals } },
        handler: async (request, reply) => {
          const body = typeof request.body === 'string' ? request.body : ''
          const connection = await findConnection(request.params.connection)
          if (!isSignedBy(connection?.secret, body, request.headers['x-cal-signature-256'])) {
            await countStranger(platform.limits, request)
            throw new AppError(accessErrors.badSignature)
          }
          await platform.limits.count('calendar-events', request.params.connection)
          const { eventKey, trigger, kind } = readWebhook(body)
          await platform.inbox.receive({
            ...{ source: `calcom/${request.params.connection}`, eventKey, body, requestId: request.id },
            headers: { trigger, kind },
          })
          return reply.status(204).send(null)
        },
      })
    })
  }
}
