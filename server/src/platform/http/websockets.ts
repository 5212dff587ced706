import websocket, { type WebSocket } from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'

/** A whole call in one frame, with the time of every word: two hours of talk come to about a megabyte. */
const MOST_FRAME_BYTES = 4 * 1024 * 1024
/** Clients that fall silent in the middle of something are not waited for longer than that when the product stops. */
const DRAIN_MS = 5000

const unfinished = new WeakMap<WebSocket, () => Promise<unknown>>()

/** What is still to be finished on a socket before the product stops. */
export function finishBeforeStop(socket: WebSocket, work: () => Promise<unknown>): void {
  unfinished.set(socket, work)
}

/**
 * Lets routes be declared with `websocket: true`; they pass the same hooks as every route, and say what they need. When
 * the product stops, what a socket has under way is finished and then the connection is cut without a close frame: to
 * the other side that is a line that broke, and it dials again, whereas any close code of ours would end the call.
 */
export function acceptWebsockets(app: FastifyInstance): void {
  app.register(websocket, {
    options: { maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false },
    errorHandler: (error, socket, request) => {
      // Broken frames and lines are the other side's; what we break is told where it breaks.
      request.log.debug({ err: error }, 'a socket failed')
      socket.terminate()
    },
    preClose: async () => {
      const sockets = [...app.websocketServer.clients]
      const finished = Promise.allSettled(sockets.map(socket => unfinished.get(socket)?.()))
      await Promise.race([finished, new Promise(late => setTimeout(late, DRAIN_MS).unref())])
      for (const socket of sockets) socket.terminate()
    },
  })
}
