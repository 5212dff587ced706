import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchResult } from './run.ts'

const ROUNDS = 5
const TARGET_MS = 4000

/** From `npm start` to an answer of /health/ready: once on an empty data directory, then again and again. */
export async function start(): Promise<BenchResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-bench-start-'))
  try {
    const first = await startOnce(dataDir)
    const later: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) later.push(await startOnce(dataDir))
    const sorted = later.toSorted((one, other) => one - other)
    const median = sorted[Math.floor(ROUNDS / 2)] ?? 0
    console.log(`first start   ${first} ms\nlater starts  ${sorted.join(', ')} ms (median ${median})`)
    return {
      bench: 'start',
      ours: { first_ms: first, later_median_ms: median, later_worst_ms: sorted.at(-1) },
      reference: null,
      ratio: null,
      target: `later start < ${TARGET_MS} ms`,
      holds: median < TARGET_MS,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const begun = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const gone = new Promise(resolve => child.on('close', resolve))
  await untilReady(dataDir)
  const took = Math.round(performance.now() - begun)
  const { pid } = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8'))
  process.kill(pid, 'SIGINT')
  await gone
  return took
}

async function untilReady(dataDir: string): Promise<void> {
  for (let attempt = 0; attempt < 6000; attempt += 1) {
    const ready = await readFile(join(dataDir, 'server.json'), 'utf8')
      .then(text => fetch(`${JSON.parse(text).url}/health/ready`))
      .then(response => response.ok)
      .catch(() => false)
    if (ready) return
    await wait(10)
  }
  throw new Error('The product did not become ready within a minute.')
}
