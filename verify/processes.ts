import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '../server/src/main.ts')
const LONGEST_START_MS = 120_000

/** The product, or a part of it, as a process of its own. */
export type ProductProcess = {
  readonly role: 'start' | 'web' | 'worker'
  /** Empty for a worker. */
  readonly url: string
  readonly child: ChildProcess
  output(): string
  /** kill -9. */
  kill(): Promise<void>
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>
}

/** Starts a role on its own data directory and waits until it says that it runs. Throws with what it said instead. */
export async function startProcess(
  role: ProductProcess['role'],
  env: Readonly<Record<string, string>> & { readonly DATA_DIR: string },
): Promise<ProductProcess> {
  await mkdir(env.DATA_DIR, { recursive: true })
  const child = spawn(process.execPath, [MAIN, role], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close')
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output = (output + String(chunk)).slice(-50_000)
    })
  const url = await announced(role, child, () => output)
  return {
    role,
    url,
    child,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      return child.exitCode
    },
  }
}

/** Runs a command to its end and returns what it printed. */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += String(chunk)
    })
  await once(child, 'close')
  return { code: child.exitCode, output: output.trim() }
}

async function announced(role: string, child: ChildProcess, output: () => string): Promise<string> {
  const said = role === 'worker' ? /worker is running/ : /AskProAI is running: (http:\S+?)\/app\//
  const deadline = Date.now() + LONGEST_START_MS
  for (;;) {
    const match = said.exec(output())
    if (match) return match[1] ?? ''
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The ${role} process did not start: ${output().trim()}`)
    }
    await wait(20)
  }
}
