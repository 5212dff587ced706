import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { untilStarted } from './started.ts'

const MAIN = join(import.meta.dirname, '../../server/src/main.ts')
/** A product that ends so often before it is ready will not become ready. */
const MOST_ENDS = 5
const LONGEST_STOP_MS = 20_000

/** The real product as a process of its own, on a data directory of its own, always at the same address. */
export type ProductProcess = {
  readonly url: string
  readonly dataDir: string
  /** Starts it; does not wait until it is ready. */
  start(): void
  /** Null: not running. */
  pid(): number | null
  /** Sentences about every time it ended without being asked to. */
  endedByItself(): readonly string[]
  /**
   * Resolves with the milliseconds it took, and starts it again if it ended by itself; throws when it no longer gets on,
   * or after five such ends.
   */
  untilReady(): Promise<number>
  /** kill -9. False: it did not run. */
  kill(): Promise<boolean>
  /** As Ctrl-C does. The exit code; null: it had to be killed. */
  stop(): Promise<number | null>
  /** Runs `askpro <words>` on its data directory and reads the JSON it prints. */
  command(words: readonly string[]): Promise<unknown>
}

export async function createProductProcess(options: {
  dataDir: string
  /** Beside the data directory and the port. */
  environment: Readonly<Record<string, string>>
}): Promise<ProductProcess> {
  const { dataDir } = options
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH ?? '',
    LOG_LEVEL: 'warn',
    // All clients of a proof are one address and one key.
    LIMIT_FACTOR: '1000',
    ...options.environment,
    DATA_DIR: dataDir,
    PORT: String(port),
  }
  const log = createWriteStream(join(dataDir, 'product.log'), { flags: 'a' })
  let child: ChildProcess | null = null
  const asked = new WeakSet<ChildProcess>()
  const ends: string[] = []

  const start = (): void => {
    const started = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    started.stdout?.pipe(log, { end: false })
    started.stderr?.pipe(log, { end: false })
    child = started
    started.once('exit', (code, signal) => {
      if (child === started) child = null
      if (!asked.has(started)) ends.push(`The product ended by itself (${signal ?? `code ${code}`}).`)
    })
  }

  return {
    url,
    dataDir,
    start,
    endedByItself: () => ends,
    pid: () => child?.pid ?? null,
    untilReady: async () => {
      const begun = performance.now()
      const endsBefore = ends.length
      const isReady = await untilStarted({
        pid: () => {
          if (child === null) start()
          return child?.pid ?? null
        },
        isReady: () => answersReady(url),
        givenUp: () => child === null && ends.length - endsBefore > MOST_ENDS,
      })
      if (isReady) return Math.round(performance.now() - begun)
      throw new Error(`The product did not become ready; see ${dataDir}/product.log.`)
    },
    kill: async () => {
      if (child === null) return false
      const gone = once(child, 'exit')
      asked.add(child)
      child.kill('SIGKILL')
      await gone
      return true
    },
    stop: async () => {
      if (child === null) return null
      const gone = once(child, 'exit') as Promise<[number | null]>
      asked.add(child)
      child.kill('SIGTERM')
      const late = wait(LONGEST_STOP_MS, 'late' as const, { ref: false })
      const ended = await Promise.race([gone, late])
      if (ended !== 'late') return ended[0]
      child?.kill('SIGKILL')
      return null
    },
    command: async words => {
      const command = spawn(process.execPath, [MAIN, ...words, '--json'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      command.stdout.on('data', chunk => {
        said += String(chunk)
      })
      command.stderr.pipe(log, { end: false })
      const [code] = (await once(command, 'close')) as [number | null]
      if (code !== 0) throw new Error(`askpro ${words.join(' ')} ended with code ${code}.`)
      return JSON.parse(said)
    },
  }
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
