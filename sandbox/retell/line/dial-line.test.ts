import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type WebSocket from 'ws'
import { WebSocketServer } from 'ws'
import { type DialLine, dialLine, type Line } from './dial-line.ts'
import { standingClock } from './line-clock.ts'

type Server = { url: string; sockets: WebSocket[]; close(): void }
const opened: { close(): void }[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

/** A product that answers as told. */
async function serve(onSocket: (socket: WebSocket) => void): Promise<Server> {
  const sockets: WebSocket[] = []
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  server.on('connection', socket => {
    sockets.push(socket)
    onSocket(socket)
  })
  await new Promise<void>(listening => http.listen(0, '127.0.0.1', listening))
  const close = () => {
    for (const socket of sockets) socket.terminate()
    http.close()
  }
  opened.push({ close })
  return { url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`, sockets, close }
}

function dial(url: string, more: Partial<DialLine> = {}): Line {
  const line = dialLine({ url, from: null, to: '+493023125001', ...more })
  opened.push({ close: line.hangUp })
  return line
}
const send = (socket: WebSocket, frame: object) => {
  socket.send(JSON.stringify(frame))
}
const answer = (socket: WebSocket, id: number, content = 'Ja.', more = {}) => {
  send(socket, { response_type: 'response', response_id: id, content, content_complete: true, ...more })
}
/** Greets, and then answers every request in the same way. */
const answering = (how: (socket: WebSocket, id: number) => void) => (socket: WebSocket) => {
  send(socket, { response_type: 'config', config: { call_details: true } })
  answer(socket, 0, 'Guten Tag.')
  socket.on('message', content => {
    const frame = JSON.parse(content.toString())
    if (frame.response_id !== undefined) how(socket, frame.response_id)
  })
}

describe('Retell drops silently', () => {
  test.each([
    [
      'a response to an id that is not open',
      { response_type: 'response', response_id: 7, content: 'x', content_complete: true },
    ],
    [
      'a flag that is text',
      { response_type: 'response', response_id: 1, content: 'x', content_complete: 'true' },
    ],
    [
      'an id that is text',
      { response_type: 'response', response_id: '1', content: 'x', content_complete: true },
    ],
    [
      'words that are null',
      { response_type: 'response', response_id: 1, content: null, content_complete: true },
    ],
  ])('%s', async (_, frame) => {
    const server = await serve(
      answering((socket, id) => {
        send(socket, frame)
        answer(socket, id)
      }),
    )
    const line = dial(server.url)
    await line.greeting()
    expect((await line.say('Hallo')).content).toBe('Ja.')
    expect(line.dropped).toEqual([JSON.stringify(frame)])
    expect(line.ended()).toBeNull()
  })
})

test('a frame without a type is a response', async () => {
  const server = await serve(
    answering((socket, id) => send(socket, { response_id: id, content: 'Ja.', content_complete: true })),
  )
  const line = dial(server.url)
  await line.greeting()
  expect((await line.say('Hallo')).content).toBe('Ja.')
})

test('what is sent under an overtaken id is dropped', async () => {
  const server = await serve(
    answering((socket, id) => {
      for (const each of id === 2 ? [1, 2] : []) answer(socket, each)
    }),
  )
  const line = dial(server.url)
  await line.greeting()
  const first = line.say('Ich hätte')
  expect((await line.goOn('gern etwas')).state).toBe('complete')
  expect((await first).state).toBe('overtaken')
  expect(line.dropped).toHaveLength(1)
})

test('without content_complete the caller waits in vain, and it is noted', async () => {
  const clock = standingClock()
  const server = await serve(
    answering((socket, id) =>
      send(socket, {
        response_type: 'response',
        response_id: id,
        content: 'Moment',
        content_complete: false,
      }),
    ),
  )
  const line = dial(server.url, { clock, stallMs: 10_000 })
  await line.greeting()
  const stalled = line.say('Hallo')
  await expect.poll(() => line.transcript.at(-1)?.content).toBe('Moment')
  await clock.advance(10_000)
  expect((await stalled).state).toBe('stalled')
})

test('a binary frame ends the call with close code 1007', async () => {
  let code = 0
  const server = await serve(socket => {
    socket.on('close', given => {
      code = given
    })
    socket.send(Buffer.from('{}'))
  })
  const line = dial(server.url)
  await expect.poll(() => line.ended()).toBe('error_llm_websocket_corrupt_payload')
  await expect.poll(() => code).toBe(1007)
})

test.each([
  [1000, 'agent_hangup'],
  [undefined, 'error_llm_websocket_open'],
  [1011, 'error_llm_websocket_runtime'],
])('a socket closed with %s ends the call as %s', async (code, reason) => {
  const server = await serve(socket => socket.close(code))
  const line = dial(server.url)
  await expect.poll(() => line.ended()).toBe(reason)
})

test('a server that does not answer is dialled three times, three seconds apart', async () => {
  const clock = standingClock()
  const attempts: number[] = []
  const http = createServer()
  http.on('upgrade', (_request, socket) => {
    attempts.push(clock.now())
    socket.destroy()
  })
  await new Promise<void>(listening => http.listen(0, '127.0.0.1', listening))
  opened.push({ close: () => http.close() })
  const line = dial(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`, { clock })
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect.poll(() => attempts).toHaveLength(attempt)
    await new Promise(settled => setTimeout(settled, 50))
    await clock.advance(3000)
  }
  await expect.poll(() => line.ended()).toBe('error_llm_websocket_open')
  expect(attempts.map(at => at - (attempts[0] ?? 0))).toEqual([0, 3000, 6000])
})

test('a line that breaks is dialled again four times, and is then lost', async () => {
  const server = await serve(socket => socket.terminate())
  const line = dial(server.url)
  await expect.poll(() => line.ended()).toBe('error_llm_websocket_lost_connection')
  expect(server.sockets).toHaveLength(5)
})

test('a server that no longer answers signs of life is dialled again twice', async () => {
  const clock = standingClock()
  const server = await serve(socket =>
    send(socket, { response_type: 'config', config: { auto_reconnect: true } }),
  )
  const line = dial(server.url, { clock })
  for (let sockets = 1; sockets <= 3; sockets += 1) {
    await expect.poll(() => line.configs()).toBe(sockets)
    await clock.advance(20_000 / 2)
  }
  await expect.poll(() => line.ended()).toBe('error_llm_websocket_lost_connection')
  expect(server.sockets).toHaveLength(3)
})

test('signs of life that are answered keep the line', async () => {
  const clock = standingClock()
  const server = await serve(socket => {
    send(socket, { response_type: 'config', config: { auto_reconnect: true } })
    socket.on('message', content => {
      const { timestamp } = JSON.parse(content.toString())
      send(socket, { response_type: 'ping_pong', timestamp })
    })
  })
  const line = dial(server.url, { clock })
  await expect.poll(() => line.configs()).toBe(1)
  await clock.advance(60_000)
  expect([line.ended(), server.sockets.length]).toEqual([null, 1])
})

test('an interruption cuts the agent’s words and calls off the end of the call', async () => {
  const server = await serve(
    answering((socket, id) =>
      answer(socket, id, 'Auf Wiederhören und einen schönen Tag', { end_call: id === 1 }),
    ),
  )
  const line = dial(server.url)
  await line.greeting()
  expect((await line.say('Tschüss')).afterwards).toEqual({ kind: 'end_call' })
  await line.interrupt('Halt')
  expect(line.transcript.map(({ content }) => content)).toContain('Auf Wiederhören und')
  line.finishSpeaking()
  expect(line.ended()).toBeNull()
})

test('hanging up goes before putting through', async () => {
  const server = await serve(
    answering((socket, id) =>
      answer(socket, id, 'So.', { transfer_number: '+493023125009', end_call: true }),
    ),
  )
  const line = dial(server.url)
  await line.greeting()
  expect((await line.say('Hallo')).afterwards).toEqual({ kind: 'end_call' })
})
