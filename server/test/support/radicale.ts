import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A real CalDAV server, with something before it that can break. */
export type Radicale = {
  readonly url: string
  readonly password: string
  /** A user of its own with an empty calendar; its address. */
  addCalendar(username: string): Promise<string>
  /** Puts a calendar object there, as another program would. */
  put(calendar: string, name: string, lines: readonly string[]): Promise<void>
  /** The next request is answered with 401, or the next PUT is carried out and its answer lost. */
  breakNext(how: 'unauthorised' | 'lost_after_put'): void
  /** What it remembers for sync tokens is gone. */
  forgetTokens(username: string): Promise<void>
  close(): Promise<void>
}

const PASSWORD = 'correct horse battery staple'
const LONGEST_START_MS = 30_000

/** The Debian package's server on a free port of this machine, storage in a temporary folder. */
export async function startRadicale(program: string): Promise<Radicale> {
  const folder = await mkdtemp(join(tmpdir(), 'askpro-radicale-'))
  const port = await freePort()
  const server = await startProgram(program, { folder, port })
  const faults = { next: null as 'unauthorised' | 'lost_after_put' | null }
  const front = await startFront(port, faults)
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/`
  const ask = async (method: string, address: string, body: string | null, type: string): Promise<void> => {
    const user = new URL(address).pathname.split('/')[1] ?? ''
    const authorization = `Basic ${Buffer.from(`${user}:${PASSWORD}`).toString('base64')}`
    const response = await fetch(address, { method, body, headers: { authorization, 'content-type': type } })
    if (!response.ok) throw new Error(`Radicale answered ${response.status} to ${method}.`)
  }
  return {
    url,
    password: PASSWORD,
    addCalendar: async username => {
      const calendar = `${url}${username}/termine/`
      await ask('MKCALENDAR', calendar, null, 'text/xml')
      return calendar
    },
    put: async (calendar, name, lines) => {
      const text = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Test//DE',
        ...lines,
        'END:VCALENDAR',
        '',
      ].join('\r\n')
      await ask('PUT', `${calendar}${name}.ics`, text, 'text/calendar')
    },
    breakNext: how => {
      faults.next = how
    },
    forgetTokens: async username => {
      const cache = join(folder, 'collection-root', username, 'termine', '.Radicale.cache', 'sync-token')
      await rm(cache, { recursive: true, force: true })
    },
    close: async () => {
      front.closeAllConnections()
      front.close()
      server.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startProgram(program: string, { folder, port }: { folder: string; port: number }) {
  const config = join(folder, 'config')
  const users = join(folder, 'users')
  const names = Array.from({ length: 60 }, (_, index) => `user${index}`)
  await writeFile(users, names.map(name => `${name}:${PASSWORD}\n`).join(''))
  const settings = [
    ...['[server]', `hosts = 127.0.0.1:${port}`],
    ...[
      '[auth]',
      'type = htpasswd',
      `htpasswd_filename = ${users}`,
      'htpasswd_encryption = plain',
      'delay = 0',
    ],
    ...['[storage]', `filesystem_folder = ${folder}`],
    ...['[web]', 'type = none'],
  ]
  await writeFile(config, settings.join('\n'))
  const child = spawn(program, ['--config', config], { stdio: 'ignore' })
  const deadline = Date.now() + LONGEST_START_MS
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answered) return child
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('Radicale did not start.')
    await wait(50)
  }
}

async function startFront(
  port: number,
  faults: { next: 'unauthorised' | 'lost_after_put' | null },
): Promise<Server> {
  const front = createServer((incoming, outgoing) => {
    if (faults.next === 'unauthorised') {
      faults.next = null
      outgoing.writeHead(401).end()
    } else forward(port, incoming, outgoing, faults)
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  return front
}

function forward(
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  faults: { next: 'unauthorised' | 'lost_after_put' | null },
): void {
  const { method, url, headers } = incoming
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, answer => {
    if (faults.next === 'lost_after_put' && method === 'PUT') {
      faults.next = null
      incoming.socket.destroy()
      return
    }
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}

async function freePort(): Promise<number> {
  const probe = createTcpServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
