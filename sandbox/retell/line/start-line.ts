/** A small product with a line of its own: greets, and answers whatever is said with the same words. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type WebSocket from 'ws'
import { WebSocketServer } from 'ws'

export interface TestLine extends AsyncDisposable {
  /** `ws://…`, without a path. */
  readonly url: string
}

/** `heard`: every frame of Retell, and the path that was dialled. */
export async function startLine(
  heard: (frame: Record<string, unknown> | null, path: string) => void = () => undefined,
): Promise<TestLine> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  server.on('connection', (socket, request) => {
    const path = request.url ?? ''
    heard(null, path)
    send(socket, { response_type: 'config', config: { call_details: true } })
    send(socket, response(0, 'Guten Tag.'))
    socket.on('message', content => {
      const frame = JSON.parse(content.toString()) as Record<string, unknown>
      if (frame.interaction_type === 'response_required') answer(socket, frame)
      else heard(frame, path)
    })
  })
  await new Promise<void>(listening => http.listen(0, '127.0.0.1', listening))
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of server.clients) socket.terminate()
      await new Promise(closed => http.close(closed))
    },
  }
}

/** "Tschüss" ends the call. */
function answer(socket: WebSocket, frame: Record<string, unknown>): void {
  const said = (frame.transcript as { content: string }[]).at(-1)?.content ?? ''
  const over = said === 'Tschüss' ? { end_call: true } : {}
  send(socket, { ...response(Number(frame.response_id), `Sie sagten: ${said}`), ...over })
}

function response(id: number, content: string): object {
  return { response_type: 'response', response_id: id, content, content_complete: true }
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame))
}
