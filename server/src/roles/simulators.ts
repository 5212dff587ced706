import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { sendJson } from '../platform/resilience/outbound.ts'

const MAIN = join(import.meta.dirname, '../../../sandbox/main.ts')
const client = z.object({ id: z.string(), secret: z.string() })
const announced = z.object({
  retell: z.object({ url: z.string() }),
  mail: z.object({ url: z.string(), smtp: z.string() }),
  calcom: z.object({ url: z.string() }),
  google: z.object({ url: z.string(), client }),
  graph: z.object({ url: z.string(), client }),
})

export type Simulators = z.infer<typeof announced> & {
  /** Tells the telephone simulator whom to ring, and with which key it signs. */
  aim(target: { productUrl: string; connection: string; apiKey: string }): Promise<void>
  /** Tells it which numbers its account has, as if somebody had imported them. */
  know(numbers: readonly string[]): Promise<void>
  stop(): void
}

/** Starts the providers' simulators as a process of their own; they end with ours, however ours ends. */
export async function startSimulators(): Promise<Simulators> {
  const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'inherit'] })
  const simulators = announced.parse(JSON.parse(await firstLine(child)))
  const control = async (operation: string, path: string, json: unknown): Promise<void> => {
    await sendJson({
      ...{ provider: 'retell-simulator', operation, method: 'PUT', json, timeoutMs: 5000 },
      url: new URL(path, simulators.retell.url).href,
    })
  }
  return {
    ...simulators,
    aim: target => control('aim', '/_control/target', target),
    know: numbers => control('know numbers', '/_control/numbers', { items: numbers }),
    stop: () => {
      child.kill('SIGTERM')
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`The simulators ended with code ${code}.`)))
    if (!child.stdout) return reject(new Error('The simulators have no output.'))
    createInterface({ input: child.stdout }).once('line', resolve)
  })
}
