import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchResult } from './bench-result.ts'

const ROOT = join(import.meta.dirname, '..')
const LATER_STARTS = 5
const TARGET_MS = 4000
const LONGEST_START_MS = 60_000
const LISTENS_SOON_MS = 200

/**
 * From `npm start` to /health/ready: once on an empty data directory (database made, migrated, demo businesses
 * seeded), then again and again on what that left. Packages and web application are there before.
 */
export async function measureStart(): Promise<BenchResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-bench-start-'))
  try {
    const firstMs = await startOnce(dataDir)
    console.log(`first start    ${firstMs} ms`)
    const laterMs: number[] = []
    for (let round = 0; round < LATER_STARTS; round += 1) laterMs.push(await startOnce(dataDir))
    console.log(`later starts   ${laterMs.join(', ')} ms`)
    const sorted = laterMs.toSorted((one, other) => one - other)
    const medianMs = sorted[Math.floor(LATER_STARTS / 2)] ?? Number.POSITIVE_INFINITY
    return {
      bench: 'start',
      ours: { first_ms: firstMs, second_median_ms: medianMs, second_worst_ms: sorted.at(-1) },
      reference: {},
      ratio: null,
      target: `second start < ${TARGET_MS} ms`,
      holds: medianMs < TARGET_MS,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that Ctrl-C on the benchmark leaves stopping to `stop`.
    detached: true,
  })
  const told = untilToldHowToStop(child)
  try {
    await untilReady(dataDir, child)
    const tookMs = Math.round(performance.now() - startedAt)
    await told
    await wait(LISTENS_SOON_MS)
    return tookMs
  } finally {
    await stop(dataDir, child)
  }
}

/** The product listens on a free port and says in its data directory which. */
async function untilReady(dataDir: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + LONGEST_START_MS
  while (performance.now() < deadline && child.exitCode === null) {
    if (await isReady(join(dataDir, 'server.json'))) return
    await wait(5)
  }
  throw new Error(
    child.exitCode === null
      ? `The product was not ready after ${LONGEST_START_MS} ms.`
      : `The product ended with code ${child.exitCode} before it was ready.`,
  )
}

/**
 * Danger: the product serves before it listens for signals, and one that comes too early kills it, its database left
 * running. It says when to stop it just before it listens.
 */
function untilToldHowToStop(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise(resolve => {
    child.once('close', () => resolve())
    child.stdout?.on('data', chunk => {
      said += String(chunk)
      if (said.includes('Ctrl-C')) resolve()
    })
  })
}

async function isReady(announcement: string): Promise<boolean> {
  try {
    const { url } = JSON.parse(await readFile(announcement, 'utf8')) as { url: string }
    return (await fetch(new URL('/health/ready', url))).ok
  } catch {
    return false
  }
}

/** As Ctrl-C does, and only done when the product has withdrawn: the next start must find everything at rest. */
async function stop(dataDir: string, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const gone = once(child, 'close')
  process.kill(-child.pid, 'SIGINT')
  const late = wait(15_000, 'late' as const, { ref: false })
  if ((await Promise.race([gone, late])) === 'late') {
    process.kill(-child.pid, 'SIGKILL')
    throw new Error('The product did not stop within 15 seconds.')
  }
  if (existsSync(join(dataDir, 'server.json'))) throw new Error('The product left its announcement behind.')
}
