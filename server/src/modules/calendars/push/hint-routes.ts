import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accessErrors } from '../../../platform/access/access-errors.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { countStranger } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { parseJson } from '../../../platform/http/parse-json.ts'
import { problemSchema } from '../../../platform/http/problem.ts'
import { type CalendarConnectionId, newId, parseId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findChannel, type NamedChannel } from './channel-store.ts'
import { type Hint, microsoftNotifications } from './hint.ts'
import { pushContext } from './tend-channel.ts'

const params = z.object({ connection: z.string().max(100) })
const refusals = {
  400: problemSchema,
  401: problemSchema,
  413: problemSchema,
  415: problemSchema,
  429: problemSchema,
}
/** Of the texts with which Microsoft asks whether an address is ours. */
const LONGEST_QUESTION = 1000

/**
 * Where Google and Microsoft say that something has changed in a calendar. They prove themselves by the secret that we
 * gave them with the channel. What they say is kept and answered at once; it is a hint, and never believed in place of
 * reading the calendar.
 */
export function hintRoutes(platform: Platform) {
  const { db, inbox, secrets, limits } = platform

  return async (app: HttpServer): Promise<void> => {
    await app.register(async scope => {
      const hints = scope as unknown as HttpServer
      // Google's have no body whatever their headers say, and Microsoft's question has none either.
      hints.removeContentTypeParser('application/json')
      hints.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
      hints.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body),
      )

      hints.post('/webhooks/google/:connection', {
        config: { access: { kind: 'signed', by: 'google' } },
        schema: { params, response: { 204: z.null(), ...refusals } },
        handler: async (request, reply) => {
          const name = headerOf(request, 'x-goog-channel-id')
          const channel = await proven(request, { by: 'id', name }, headerOf(request, 'x-goog-channel-token'))
          // The first message says only that the channel stands.
          if (headerOf(request, 'x-goog-resource-state') === 'sync') return reply.status(204).send(null)
          const number = headerOf(request, 'x-goog-message-number') || newId()
          await keep(request, 'google', `${name}/${number}`, [hintOf(channel)])
          return reply.status(204).send(null)
        },
      })

      hints.post('/webhooks/microsoft/:connection', {
        config: { access: { kind: 'signed', by: 'microsoft' } },
        schema: {
          params,
          querystring: z.looseObject({ validationToken: z.string().max(LONGEST_QUESTION).optional() }),
          response: { 200: z.string(), 202: z.null(), ...refusals },
        },
        handler: async (request, reply) => {
          const { validationToken } = request.query
          if (validationToken !== undefined) {
            await countStranger(limits, request)
            return reply.status(200).type('text/plain; charset=utf-8').send(validationToken)
          }
          const found = await allProven(request)
          // The same words may come for two changes: each is a hint of its own.
          await keep(request, 'microsoft', newId(), found)
          return reply.status(202).send(null)
        },
      })
    })
  }

  async function allProven(request: FastifyRequest): Promise<Hint[]> {
    const body = microsoftNotifications.safeParse(readBody(request))
    if (!body.success) throw await refused(request)
    const found = new Map<string, Hint>()
    for (const { subscriptionId: name, clientState, lifecycleEvent } of body.data.value) {
      const hint = hintOf(await proven(request, { by: 'resource', name }, clientState))
      const isOver = lifecycleEvent !== undefined && lifecycleEvent !== 'missed'
      found.set(hint.link_id, { ...hint, is_over: isOver || found.get(hint.link_id)?.is_over === true })
    }
    return [...found.values()]
  }

  /** @throws AppError `access/bad-signature` for an unknown connection or channel, and for another secret than its own. */
  async function proven(
    request: FastifyRequest,
    named: { by: 'id' | 'resource'; name: string },
    secret: string,
  ): Promise<NamedChannel> {
    const { connection } = request.params as z.infer<typeof params>
    const id = parseId<'calendar-connection'>(connection) as CalendarConnectionId | null
    const channel = id === null || named.name === '' ? null : await findChannel(db, id, named)
    if (channel === null) throw await refused(request)
    const { tenantId, linkId, sealedSecret } = channel
    const expected = await secrets.open(tenantId, sealedSecret, pushContext(linkId))
    if (!isSame(secret, expected)) throw await refused(request)
    await limits.count('calendar-hints', linkId)
    return channel
  }

  async function refused(request: FastifyRequest): Promise<AppError> {
    await countStranger(limits, request)
    return new AppError(accessErrors.badSignature)
  }

  async function keep(
    request: FastifyRequest,
    provider: 'google' | 'microsoft',
    key: string,
    hints: readonly Hint[],
  ): Promise<void> {
    const { connection } = request.params as z.infer<typeof params>
    for (const hint of hints)
      await inbox.receive({
        source: `${provider}/${connection}`,
        eventKey: `hint/${key}/${hint.link_id}`,
        ...{ headers: {}, body: JSON.stringify(hint), requestId: request.id },
      })
  }
}

function hintOf({ tenantId, linkId }: NamedChannel): Hint {
  return { tenant_id: tenantId, link_id: linkId, is_over: false }
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

function readBody(request: FastifyRequest): unknown {
  try {
    return parseJson(typeof request.body === 'string' ? request.body : '')
  } catch {
    throw new AppError(platformErrors.malformedBody)
  }
}

/** In constant time, whatever their lengths. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
