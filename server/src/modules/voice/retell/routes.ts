import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accessErrors } from '../../../platform/access/access-errors.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { countStranger } from '../../../platform/http/enforce-access.ts'
import { type HttpServer, VOICE_BODY_LIMIT } from '../../../platform/http/http-server.ts'
import { parseJson } from '../../../platform/http/parse-json.ts'
import { problemSchema } from '../../../platform/http/problem.ts'
import { inCallTrace } from '../../../platform/http/trace-requests.ts'
import { requestContext } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Reception } from '../../reception/index.ts'
import type { Tenants } from '../../tenants/index.ts'
import type { Connections, VoiceConnection } from '../connections.ts'
import type { DoorWatch } from '../watch/door-watch.ts'
import { type AgentNow, answerInbound } from './answer-inbound.ts'
import { createLocate, identityOf } from './locate.ts'
import { eventKey, partiesOf } from './to-call-event.ts'
import { verifySignature } from './verify-signature.ts'
import {
  type RetellEvent,
  type RetellToolRequest,
  retellEvent,
  retellInbound,
  retellToolRequest,
} from './wire.ts'

export type RetellParts = {
  readonly tenants: Tenants
  readonly reception: Reception
  readonly connections: Connections
  readonly agentNow: AgentNow
  readonly doors: DoorWatch
}

type Verified = { readonly connection: VoiceConnection; readonly body: string; readonly json: unknown }
const params = z.object({ connection: z.string().max(100) })
const signed = { access: { kind: 'signed', by: 'retell' } } as const
const refusals = {
  400: problemSchema,
  401: problemSchema,
  413: problemSchema,
  415: problemSchema,
  429: problemSchema,
}

/** Retell's three doors. Every request proves itself by its signature before a word of it is believed. */
export function retellRoutes(platform: Platform, parts: RetellParts) {
  const locate = createLocate(platform, parts)
  const { limits } = platform

  return async (app: HttpServer): Promise<void> => {
    await app.register(async scope => {
      const voice = scope as unknown as HttpServer
      voice.addHook('onResponse', async (_request, { statusCode }) => {
        parts.doors.note(statusCode === 401 ? 'refused' : statusCode < 500 ? 'accepted' : 'failed')
      })
      // The signature is over the bytes as they came: the body stays text until it is verified.
      voice.removeContentTypeParser('application/json')
      voice.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
      voice.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body),
      )

      voice.post('/webhooks/retell/:connection', {
        config: signed,
        bodyLimit: VOICE_BODY_LIMIT,
        schema: { params, response: { 204: z.null(), ...refusals } },
        handler: async (request, reply) => {
          const { connection, body, json } = await verified(request)
          const event = retellEvent.safeParse(json)
          if (!event.success) throw new AppError(platformErrors.invalidRequest, 'The body is not an event.')
          await countEvent(connection, event.data)
          const receive = () =>
            platform.inbox.receive({
              source: `retell/${connection.slug}`,
              eventKey: eventKey(event.data, body),
              headers: {},
              body,
              requestId: request.id,
            })
          await inCallTrace(
            request,
            { connection: connection.slug, callId: event.data.call?.call_id },
            receive,
          )
          return reply.status(204).send(null)
        },
      })

      voice.post('/voice/retell/:connection/inbound', {
        config: signed,
        bodyLimit: VOICE_BODY_LIMIT,
        schema: { params, response: { 200: z.looseObject({}), ...refusals } },
        handler: async (request, reply) => await inbound(request, reply),
      })

      voice.post('/voice/retell/:connection/tools', {
        config: signed,
        bodyLimit: VOICE_BODY_LIMIT,
        schema: {
          params,
          response: { 200: z.looseObject({ status: z.string(), say: z.string() }), ...refusals },
        },
        handler: async request => {
          const { connection, json } = await verified(request)
          const wanted = retellToolRequest.safeParse(json)
          if (!wanted.success)
            throw new AppError(platformErrors.invalidRequest, 'The body is not a tool call.')
          const trace = { connection: connection.slug, callId: wanted.data.call.call_id }
          await limits.count('call', `${trace.connection}/${trace.callId}`)
          return await inCallTrace(request, trace, () => answerTool(connection, wanted.data))
        },
      })
    })
  }

  /** All businesses have the provider's few addresses in common: who is counted is the call, and the number it is for. */
  async function countEvent({ slug }: VoiceConnection, { call }: RetellEvent): Promise<void> {
    if (call !== undefined) await limits.count('call-events', `${slug}/${call.call_id}`)
    const number = call === undefined ? undefined : partiesOf(call)?.businessE164
    await limits.count('number-events', number ?? `none at ${slug}`)
  }

  async function answerTool(connection: VoiceConnection, { name, args, call }: RetellToolRequest) {
    const found = await locate(connection, partiesOf(call), call.call_id)
    await limits.count('telephony', found?.number.tenantId ?? nobodyAt(connection))
    if (!found) return parts.reception.notAvailable()
    const identity = identityOf(connection, call.call_id, found)
    actsInCall(call.call_id)
    return await parts.reception.answerToolCall(found.number.tenantId, identity, { name, args })
  }

  async function inbound(request: FastifyRequest, reply: FastifyReply) {
    const begun = performance.now()
    const { connection, body, json } = await verified(request)
    const event = retellInbound.safeParse(json)
    if (!event.success) throw new AppError(platformErrors.invalidRequest, 'The body is not an inbound call.')
    const { call_id: callId, from_number, to_number } = event.data.call_inbound
    const parties = partiesOf({ call_id: callId ?? '', from_number, to_number })
    if (callId !== undefined) await limits.count('call', `${connection.slug}/${callId}`)
    const answer = await inCallTrace(request, { connection: connection.slug, callId }, async () => {
      const found = await locate(connection, parties, callId ?? null)
      await limits.count('telephony', found?.number.tenantId ?? nobodyAt(connection))
      const answering = await answerInbound(platform, parts, found)
      // Kept as an event and attached when the call itself appears: a ringing phone is not yet a call (failure 8).
      if (found && callId !== undefined)
        await platform.inbox.receive({
          source: `retell/${connection.slug}`,
          eventKey: `call_inbound/${callId}`,
          headers: { took_ms: (performance.now() - begun).toFixed(3) },
          body,
          requestId: request.id,
          processAfter: { minutes: 10 },
        })
      return answering
    })
    return reply.status(200).send(answer)
  }

  /** Throws `access/bad-signature` for an unknown connection, one without a key, and anything not signed with it. */
  async function verified(request: FastifyRequest): Promise<Verified> {
    const { connection: slug } = request.params as z.infer<typeof params>
    const body = typeof request.body === 'string' ? request.body : ''
    const connection = await parts.connections.find(slug)
    const header = request.headers['x-retell-signature']
    const genuine =
      connection?.provider === 'retell' &&
      (await verifySignature({ body, header, keys: connection.keys, now: platform.clock.now() }))
    if (!connection || !genuine) {
      await countStranger(limits, request)
      throw new AppError(accessErrors.badSignature)
    }
    try {
      return { connection, body, json: parseJson(body) }
    } catch {
      throw new AppError(platformErrors.malformedBody)
    }
  }
}

function nobodyAt({ slug }: VoiceConnection): string {
  return `nobody at ${slug}`
}

/** For the record of changes: the receptionist, in this call. */
function actsInCall(callId: string): void {
  const context = requestContext()
  if (context) context.actor = `call:${callId}`
}
