import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A connection that misbehaves, and what became of it. */
export type BadClient = {
  readonly kind: Kind
  /** The first line of the answer, if there was one. */
  answer(): string
  isOpen(): boolean
  close(): void
}

export type Kind = keyof typeof CLIENTS

const HEAD = 'GET /health/live HTTP/1.1\r\nhost: x\r\n'

/** What each kind sends when it is connected; some go on. */
const CLIENTS = {
  silent: () => {},
  half_line: (socket: Socket) => socket.write('GET /health/li'),
  half_headers: (socket: Socket) => socket.write(`${HEAD}x-slow: `),
  slow_body: (socket: Socket) => {
    socket.write(
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
    )
    every(socket, ' ')
  },
  slow_headers: (socket: Socket) => {
    socket.write(HEAD)
    every(socket, 'x')
  },
  large_headers: (socket: Socket) => socket.write(`${HEAD}x-large: ${'a'.repeat(64 * 1024)}\r\n\r\n`),
  garbage: (socket: Socket) => socket.write(`\0\x01\x02 not http \r\n\r\n${'%$#@!'.repeat(100)}`),
  pipelined_garbage: (socket: Socket) => socket.write(`${`${HEAD}\r\n`.repeat(20)}BROKEN\r\n\r\n`),
  idle: (socket: Socket) => socket.write(`${HEAD}\r\n`),
} as const

/** A byte a second for as long as the server lets it. */
function every(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 1000)
  socket.on('close', () => clearInterval(timer))
}

export function openBadClient(url: string, kind: Kind): Promise<BadClient> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let answer = ''
    let open = true
    const socket = connect(Number(port), hostname)
    socket.once('error', reject)
    socket.on('data', chunk => {
      answer = (answer + String(chunk)).slice(0, 500)
    })
    socket.on('close', () => {
      open = false
    })
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', () => {})
      CLIENTS[kind](socket)
      resolve({
        kind,
        answer: () => answer.split('\r\n')[0] ?? '',
        isOpen: () => open,
        close: () => socket.destroy(),
      })
    })
  })
}

/** A page that opens the stream of live updates and does not read. */
export type DeafPage = {
  /** Begins to read: true if what is left ends, because the server gave up on us; false if the stream goes on. */
  wasCutOff(): Promise<boolean>
  close(): void
}

const DRAINED_MS = 5000

export function openDeafPage(url: string, apiKey: string): Promise<DeafPage> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const closed = new Promise<true>(done => socket.on('close', () => done(true)))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', () => {})
      socket.pause()
      socket.write(`GET /api/v1/live HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${apiKey}\r\n\r\n`)
      resolve({
        wasCutOff: () => {
          socket.resume()
          return Promise.race([closed, wait(DRAINED_MS, false, { ref: false })])
        },
        close: () => socket.destroy(),
      })
    })
  })
}
