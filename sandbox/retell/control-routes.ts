import { z } from 'zod'
import { ControlError, type WebServer } from '../web-server.ts'
import type { CallRecord } from './call-record.ts'
import { CallRequest } from './call-script.ts'
import { RawRequest, sendRawRequest } from './raw-request.ts'
import type { Switchboard } from './switchboard.ts'
import { Target } from './target.ts'

const CallParams = z.object({ callId: z.string() })
const CallList = z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(50) })

/** The control API of the telephony simulator under `/_control`. */
export function registerControlRoutes(
  server: WebServer,
  switchboard: Switchboard,
  signingNow: () => number,
): void {
  server.get('/_control/target', async () => {
    const { apiKey: _secret, ...shown } = switchboard.target()
    return shown
  })

  server.put('/_control/target', { schema: { body: Target } }, async (request, reply) => {
    switchboard.setTarget(request.body)
    return reply.code(204).send()
  })

  server.get('/_control/recordings', async () => ({
    items: switchboard.recordings.map(({ id, title, description, to }) => ({ id, title, description, to })),
  }))

  server.post('/_control/calls', { schema: { body: CallRequest } }, async (request, reply) => {
    const { call_id } = switchboard.place(request.body)
    return reply.code(202).send({ call_id })
  })

  server.get('/_control/calls', { schema: { querystring: CallList } }, async request => ({
    items: switchboard.calls().slice(0, request.query.limit).map(summary),
  }))

  server.get('/_control/calls/:callId', { schema: { params: CallParams } }, async request =>
    switchboard.call(request.params.callId),
  )

  server.get('/_control/calls/:callId/wait', { schema: { params: CallParams } }, async request =>
    switchboard.finished(request.params.callId),
  )

  server.post('/_control/requests', { schema: { body: RawRequest } }, async request => {
    const target = switchboard.target()
    return sendRawRequest(request.body, target, signingNow).catch((error: Error) => {
      throw new ControlError(502, error.message)
    })
  })
}

/** A call without what was exchanged, for lists. */
function summary({ exchanges, transcript: _transcript, ...call }: CallRecord) {
  return { ...call, exchanges: exchanges.length }
}
