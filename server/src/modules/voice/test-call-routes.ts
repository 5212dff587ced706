import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../platform/http/idempotency.ts'
import { LANGUAGES } from '../../platform/i18n/language.ts'
import { type CallId, newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Calls } from '../calls/index.ts'
import type { Reception } from '../reception/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { BROWSER_CONNECTION, type Connections } from './connections.ts'
import { voiceErrors } from './errors.ts'

const turn = z.object({ text: z.string(), acts: z.array(z.string()) })
const started = z.object({ call_id: z.uuid(), turns: z.array(turn) })
const recording = z.object({ id: z.string(), title: z.string(), description: z.string(), to: z.string() })
const SIMULATOR_TIMEOUT_MS = 5000

type Parts = {
  readonly tenants: Tenants
  readonly calls: Calls
  readonly reception: Reception
  readonly connections: Connections
  /** Where the provider's simulator listens; null outside demo mode. */
  readonly simulatorUrl: () => string | null
}

/** "Testanruf": writing to the receptionist in the browser, or playing a recorded call of a hosted model. */
export function testCallRoutes(platform: Platform, parts: Parts) {
  const { calls, reception, tenants, connections } = parts
  const write = { access: { kind: 'tenant', scope: 'write' } } as const
  const read = { access: { kind: 'tenant', scope: 'read' } } as const

  return async (app: HttpServer): Promise<void> => {
    app.post('/api/v1/test-calls', {
      config: { ...write, errors: [voiceErrors.noNumber] },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          from: z
            .string()
            .regex(/^\+[1-9]\d{6,14}$/)
            .nullish(),
          language: z
            .enum(LANGUAGES)
            .nullish()
            .describe('What the call is held in. Absent: the known caller’s language, else the business’s.'),
        }),
        response: { 201: started },
      },
      handler: async (request, reply) => {
        const connection = await connections.find(BROWSER_CONNECTION)
        if (!connection) throw new AppError(voiceErrors.noNumber)
        const answer = await platform.db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock: platform.clock }, async () => {
            const tenant = await tenants.read(tx)
            const [called] = await tenants.numbers(tx)
            if (!called) throw new AppError(voiceErrors.noNumber)
            const started = await reception.conversation.start(tx, {
              connectionId: connection.id,
              provider: 'browser',
              providerCallId: `browser_${newId<'test-call'>()}`,
              locationId: tenant.locationId,
              direction: 'inbound',
              callerE164: request.body.from ?? null,
              calledE164: called,
              language: request.body.language ?? undefined,
            })
            return { status: 201, body: { call_id: started.callId, turns: [started.turn] } }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof started>)
      },
    })

    app.post('/api/v1/test-calls/:call_id/turns', {
      config: { ...write, errors: [calls.errors.unknown, reception.errors.callOver] },
      schema: {
        params: z.object({ call_id: z.uuid() }),
        body: z.strictObject({ text: z.string().max(2000) }),
        response: { 200: z.object({ turns: z.array(turn), ended: z.boolean() }) },
      },
      handler: async request => {
        const heard = { callId: request.params.call_id as CallId, text: request.body.text }
        const answer = await reception.conversation.hear(principalOf(request).tenantId, heard)
        return { turns: [{ ...answer.turn, acts: [...answer.turn.acts] }], ended: answer.ended }
      },
    })

    app.post('/api/v1/test-calls/:call_id/end', {
      config: { ...write, errors: [calls.errors.unknown] },
      schema: {
        params: z.object({ call_id: z.uuid() }),
        response: { 200: z.object({ ended: z.literal(true) }) },
      },
      handler: async request => {
        await reception.conversation.end(principalOf(request).tenantId, request.params.call_id as CallId)
        return { ended: true as const }
      },
    })

    app.get('/api/v1/test-calls/recordings', {
      config: { ...read, errors: [voiceErrors.notConfigured] },
      schema: { response: { 200: z.object({ items: z.array(recording) }) } },
      handler: async request => ({ items: await recordingsOf(principalOf(request).tenantId) }),
    })

    app.post('/api/v1/test-calls/play', {
      config: { ...write, errors: [voiceErrors.notConfigured, voiceErrors.unknownRecording] },
      schema: {
        body: z.strictObject({ recording: z.string().min(1).max(100) }),
        response: { 202: z.object({ provider_call_id: z.string() }) },
      },
      handler: async (request, reply) => {
        const own = await recordingsOf(principalOf(request).tenantId)
        const wanted = own.find(item => item.id === request.body.recording)
        if (!wanted) throw new AppError(voiceErrors.unknownRecording)
        const started = await platform.outbound.sendJson({
          provider: 'retell-simulator',
          operation: 'play a recording',
          url: new URL('/_control/calls', parts.simulatorUrl() ?? undefined).href,
          json: { recording: wanted.id, pace: 'natural' },
          timeoutMs: SIMULATOR_TIMEOUT_MS,
        })
        const { call_id } = z.object({ call_id: z.string() }).parse(started)
        return reply.status(202).send({ provider_call_id: call_id })
      },
    })
  }

  /** Only those that ring at a number of this tenant. */
  async function recordingsOf(tenantId: Parameters<Platform['db']['inTenant']>[0]) {
    const simulator = parts.simulatorUrl()
    if (simulator === null) throw new AppError(voiceErrors.notConfigured)
    const answer = await platform.outbound.sendJson({
      provider: 'retell-simulator',
      operation: 'list recordings',
      url: new URL('/_control/recordings', simulator).href,
      timeoutMs: SIMULATOR_TIMEOUT_MS,
    })
    const { items } = z.object({ items: z.array(recording) }).parse(answer)
    const numbers = await platform.db.inTenant(tenantId, tx => tenants.numbers(tx))
    return items.filter(item => numbers.includes(item.to))
  }
}
