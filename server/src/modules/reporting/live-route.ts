import { z } from 'zod'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { LiveEvent } from '../../platform/live/live.ts'
import { requestContext, withRequestContext } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { isInReach, tellInReach } from './live-reach.ts'

const HEARTBEAT_MS = 20_000
/** A page that does not read is cut off: it loses nothing, because it asks for everything again when it reconnects. */
const MOST_UNREAD_BYTES = 64 * 1024

/**
 * Server-sent events of one tenant: which thing changed, never what it became. The page asks again. Whoever logs out,
 * is removed or gets other rights is cut off with the next sign of life, and comes back as who they are then.
 */
export function liveRoute({ db, live, metrics }: Platform) {
  return (app: HttpServer): void => {
    const open = new Set<() => void>()
    app.addHook('preClose', async () => {
      for (const close of open) close()
    })
    app.get('/api/v1/live', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: { response: { 200: z.string() } },
      handler: (request, reply) => {
        const { tenantId, locations } = principalOf(request)
        const context = requestContext() ?? { requestId: request.id }
        reply.hijack()
        const stream = reply.raw
        stream.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          'x-request-id': request.id,
        })
        const send = (text: string): void => {
          if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy()
          else stream.write(text)
        }
        send('retry: 1000\n\n')
        const tell = (event: LiveEvent): void =>
          send(`event: ${event.topic}\ndata: ${JSON.stringify({ id: event.id, call_id: event.call_id })}\n\n`)
        const hear =
          locations === null
            ? tell
            : tellInReach({
                tell,
                inReach: event =>
                  withRequestContext({ ...context, locations }, () =>
                    db.readTenant(tenantId, tx => isInReach(tx, event)),
                  ),
                giveUp: () => stream.destroy(),
              })
        const stopListening = live.listen(tenantId, hear)
        const beat = async (): Promise<void> => {
          send(': still here\n\n')
          // A database that is away says nothing about anybody.
          const same = await app.isStillTheSame(request).catch(() => true)
          if (!same) close()
        }
        const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS)
        const close = (): void => {
          clearInterval(heartbeat)
          stopListening()
          open.delete(close)
          metrics.liveClients.set(open.size)
          stream.end()
        }
        open.add(close)
        metrics.liveClients.set(open.size)
        stream.on('close', close)
        stream.on('error', close)
      },
    })
  }
}
