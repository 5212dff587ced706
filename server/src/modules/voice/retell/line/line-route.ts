import type { WebSocket } from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../../../platform/errors/app-error.ts'
import type { HttpServer } from '../../../../platform/http/http-server.ts'
import { finishBeforeStop } from '../../../../platform/http/websockets.ts'
import type { Language } from '../../../../platform/i18n/language.ts'
import { type CallId, newId, type TenantId } from '../../../../platform/ids/ids.ts'
import { withRequestContext } from '../../../../platform/observability/request-context.ts'
import { callTrace, inSpan } from '../../../../platform/observability/tracing.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { Reception } from '../../../reception/index.ts'
import type { Tenants } from '../../../tenants/index.ts'
import type { Connections, VoiceConnection } from '../../connections.ts'
import type { AgentNow } from '../answer-inbound.ts'
import { createLocate, identityOf } from '../locate.ts'
import { partiesOf } from '../to-call-event.ts'
import { retellCall } from '../wire.ts'
import { holdLine, type LineEnds, type PickedUp } from './hold-line.ts'
import { isLineSecret } from './line-address.ts'
import { createOpenLines } from './open-lines.ts'

export type LineParts = {
  readonly tenants: Tenants
  readonly reception: Reception
  readonly connections: Connections
  readonly agentNow: AgentNow
}

type Address = { connection: string; secret: string; call_id: string }

/** Close codes (RFC 6455): the other side broke the rules. */
const POLICY = 1008
const LONGEST_ID = 200

/** Retell's custom-LLM websocket: the receptionist's own words on the telephone, as in the test call. */
export function lineRoute(platform: Platform, parts: LineParts) {
  const lines = createOpenLines()
  const locate = createLocate(platform, parts)

  return (app: HttpServer): void => {
    app.get(
      '/voice/retell/:connection/llm/:secret/:call_id',
      { websocket: true, config: { access: { kind: 'secret-address', by: 'retell' } } },
      async (socket, request) => await open(socket, request),
    )
  }

  async function open(socket: WebSocket, request: FastifyRequest): Promise<void> {
    const address = request.params as Address
    // Frames that come before the address is looked up wait in the socket.
    socket.pause()
    const connection = await platformConnection(address)
    const line = { connection: address.connection, callId: address.call_id }
    if (connection === null || line.callId.length > LONGEST_ID) {
      socket.resume()
      return socket.close(POLICY)
    }
    if (lines.admit(line, socket) === 'full') {
      platform.log.warn({ lines: lines.count() }, 'a call was turned away: too many lines are open')
      // To Retell a line that broke, which it dials again; any close code of ours would end the call.
      return socket.terminate()
    }
    socket.on('close', () => lines.release(line, socket))
    finishBeforeStop(socket, holdLine(socket, endsFor(socket, connection, line.callId)))
    socket.resume()
  }

  async function platformConnection(address: Address): Promise<VoiceConnection | null> {
    const connection = await parts.connections.find(address.connection)
    if (connection?.provider !== 'retell') return null
    return isLineSecret(platform.keys, connection, address.secret) ? connection : null
  }

  function endsFor(socket: WebSocket, connection: VoiceConnection, callId: string): LineEnds {
    let call: { tenantId: TenantId; callId: CallId } | null = null
    let lang: Language = 'de'
    const inTrace = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
      await withRequestContext({ requestId: newId<'request'>(), actor: `call:${callId}` }, () =>
        inSpan(name, { kind: 'server', parent: callTrace({ connection: connection.slug, callId }) }, work),
      )

    return {
      words: () => parts.reception.onTheLine(lang),
      newToolCallId: () => `tool_call_${newId<'tool-call'>()}`,
      failed: error =>
        platform.log.error({ err: error, connection: connection.slug }, 'a turn on the line failed'),
      pickUp: details =>
        inTrace('voice pick up', async (): Promise<PickedUp> => {
          const told = retellCall.safeParse(details)
          if (!told.success || told.data.call_id !== callId) {
            socket.close(POLICY)
            return { kind: 'nobody', say: '' }
          }
          const found = await locate(connection, partiesOf(told.data), callId)
          if (!found) return { kind: 'nobody', say: parts.reception.notAvailable().say }
          const { tenantId } = found.number
          const picked = await platform.db.inTenant(tenantId, async tx => {
            const opening = (await parts.agentNow(tx))?.opening ?? null
            return await parts.reception.conversation.pickUp(
              tx,
              identityOf(connection, callId, found),
              opening,
            )
          })
          call = { tenantId, callId: picked.callId }
          lang = picked.lang
          return picked
        }),
      follow: listen =>
        inTrace('voice turn', async () => {
          if (call === null) throw new Error('A line follows a call that it has not picked up.')
          try {
            const turn = await parts.reception.conversation.follow(call.tenantId, {
              callId: call.callId,
              listen,
            })
            lang = turn.lang
            return turn
          } catch (error) {
            if (error instanceof AppError && error.definition === parts.reception.errors.callOver)
              return 'over'
            throw error
          }
        }),
    }
  }
}
