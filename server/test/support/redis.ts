import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A real Redis on a free port of this machine, which keeps nothing on disk. */
export type Redis = {
  readonly url: string
  /** Killed, and there again on the same port with nothing in it. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Alive, and answers nothing until it goes on. */
  freeze(how: 'stop' | 'go_on'): void
}

const LONGEST_START_MS = 30_000

export async function startRedis(program: string): Promise<Redis> {
  const port = await freePort()
  let server: ChildProcess | null = null
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}/0`,
    kill: async () => {
      if (server === null || server.exitCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
      server = null
    },
    start: async () => {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
      server = spawn(program, settings, { stdio: 'ignore' })
      const deadline = Date.now() + LONGEST_START_MS
      while (!(await answers(port))) {
        if (server.exitCode !== null || Date.now() > deadline) throw new Error('Redis did not start.')
        await wait(20)
      }
    },
    freeze: how => {
      server?.kill(how === 'stop' ? 'SIGSTOP' : 'SIGCONT')
    },
  }
  await redis.start()
  return redis
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
