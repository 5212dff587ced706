import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { withDatabase } from '../product/embedded-postgres.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import { brokenInvariants } from '../product/invariants.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { readOperations } from './api-operations.ts'
import { failedWork } from './failed-work.ts'
import { foreignIds } from './foreign-ids.ts'
import { hostileRequests, sendAll } from './hostile-requests.ts'
import { keptMegabytes, readMemory, slopePerThousand } from './memory.ts'
import { createRun } from './run-requests.ts'
import { openTwoBusinesses } from './two-businesses.ts'
import { readVoiceTools } from './voice-tools.ts'

const ERRORS = join(import.meta.dirname, '../../docs/errors.md')
const FULL_OPERATIONS = 20_000
const BATCH = 250
/** What a warm process may still gain: caches of plans and of compiled code, and the garbage of a busy moment. */
const STEADY = { share: 0.35, megabytes: 60 }
const SHOWN_PROBLEMS = 40

export type FuzzPlan = { readonly seed: number; readonly operations: number }

export const fuzz: Proof = {
  name: 'fuzz',
  summary: 'every route and voice tool under hostile requests: no 5xx, nothing leaks, memory stays.',
  run: ({ operations, seed }) => proveFuzz({ seed, operations: operations ?? FULL_OPERATIONS }),
}

/** Runs the plan against the product on a fresh data directory; kept, and named, if anything does not hold. */
export async function proveFuzz(plan: FuzzPlan): Promise<ProofResult> {
  const environment = { RETELL_API_KEY: RETELL_KEY, LOG_LEVEL: 'error' }
  return await onFreshProduct({ name: 'fuzz', environment }, product => carryOut(plan, product))
}

async function carryOut(plan: FuzzPlan, product: ProductProcess): Promise<ProofResult> {
  const document = await fetch(`${product.url}/api/openapi.json`)
  const operations = readOperations(await document.json())
  const tools = await readVoiceTools(product.dataDir)
  const businesses = await openTwoBusinesses(product, operations)
  const run = createRun({ product, businesses, errorTypes: await documentedTypes() })
  const requests = hostileRequests({ operations, tools })
  const samples = [await readMemory(product.url, 0)]
  for (let done = 0; done < plan.operations; done += BATCH) {
    const numRuns = Math.min(BATCH, plan.operations - done)
    const batch = fc.sample(requests, { seed: plan.seed + done, numRuns })
    await sendAll(run, batch)
    await businesses.lookAround()
    samples.push(await readMemory(product.url, done + numRuns))
  }
  run.close()
  const warm = samples.slice(Math.floor(samples.length / 4))
  const kept = keptMegabytes(warm)
  const problems = [
    ...product.endedByItself(),
    ...run.problems(),
    ...(kept.end > kept.start * (1 + STEADY.share) + STEADY.megabytes ? ['The memory is not steady.'] : []),
    ...(await stillServes(product.url)),
    ...(await withDatabase(product.dataDir, async query => [
      ...(await foreignIds(query, run.shownIds)),
      ...(await brokenInvariants(query)),
      ...(await failedWork(query)),
    ])),
  ]
  return {
    verify: 'fuzz',
    seed: plan.seed,
    operations: plan.operations,
    routes: operations.length,
    tools: tools.length,
    ...run.figures(),
    rss_cold: samples[0]?.resident,
    rss_end: warm.at(-1)?.resident,
    heap_kept_start: kept.start,
    heap_kept_end: kept.end,
    heap_slope_mb_per_1000: slopePerThousand(warm),
    problems_found: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
    holds: problems.length === 0,
  }
}

async function stillServes(url: string): Promise<string[]> {
  const ready = await fetch(`${url}/health/ready`)
  return ready.ok ? [] : [`The product answers ${ready.status} to /health/ready afterwards.`]
}

export async function documentedTypes(): Promise<ReadonlySet<string>> {
  const text = await readFile(ERRORS, 'utf8')
  return new Set([...text.matchAll(/^\| `([a-z]+\/[a-z-]+)` \|/gm)].map(([, code]) => `/errors/${code}`))
}
