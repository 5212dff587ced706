import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { sendJson } from '../platform/resilience/outbound.ts'

const MAIN = join(import.meta.dirname, '../../../sandbox/main.ts')
const announced = z.object({
  retell: z.object({ url: z.string() }),
  mail: z.object({ url: z.string(), smtp: z.string() }),
})

export type Simulators = z.infer<typeof announced> & {
  /** Tells the telephone simulator whom to ring, and with which key it signs. */
  aim(target: { productUrl: string; connection: string; apiKey: string }): Promise<void>
  stop(): void
}

/** Starts the providers' simulators as a process of their own; they end with ours, however ours ends. */
export async function startSimulators(): Promise<Simulators> {
  const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'inherit'] })
  const simulators = announced.parse(JSON.parse(await firstLine(child)))
  return {
    ...simulators,
    aim: async target => {
      await sendJson({
        provider: 'retell-simulator',
        operation: 'aim',
        method: 'PUT',
        url: new URL('/_control/target', simulators.retell.url).href,
        json: target,
        timeoutMs: 5000,
      })
    },
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
