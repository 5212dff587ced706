import { setTimeout as wait } from 'node:timers/promises'
import { drained } from '../crash/drain.ts'
import { createPatientClient } from '../crash/patient-client.ts'
import { createDice } from '../dice.ts'
import { withDatabase } from '../product/embedded-postgres.ts'
import { onFreshFolder } from '../product/fresh-product.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { createTorturedClient, type Promised } from './clients.ts'
import { type Fault, scheduleOf } from './faults.ts'
import { reckon } from './reckoning.ts'
import { openTorturedProduct, type TorturedProduct } from './tortured-product.ts'

const FULL_MINUTES = 10
const FAULTS_A_MINUTE = 12
const CLIENTS = 8
/** Of the distance of faults: on a slow machine they come later than planned rather than at a product still starting. */
const LEAST_CALM = 0.6
const DRAIN_MS = 3 * 60_000
const SHOWN_PROBLEMS = 50

export type TorturePlan = { readonly seed: number; readonly faults: number; readonly everyMs: number }

export const torture: Proof = {
  name: 'torture',
  summary:
    'bookings, holds, moves and cancellations while product and database are killed, connections cut and the clock jumps.',
  run: async ({ minutes, seed }) =>
    await proveTorture({
      seed,
      faults: Math.ceil((minutes ?? FULL_MINUTES) * FAULTS_A_MINUTE),
      everyMs: 60_000 / FAULTS_A_MINUTE,
    }),
}

/** Runs the plan on a fresh data directory; kept, and named, if anything does not hold. */
export async function proveTorture(plan: TorturePlan): Promise<ProofResult> {
  return await onFreshFolder('torture', async dataDir => {
    const product = await openTorturedProduct(dataDir)
    try {
      return await carryOut(plan, product, dataDir)
    } finally {
      await product.stop()
    }
  })
}

async function carryOut(plan: TorturePlan, product: TorturedProduct, dataDir: string): Promise<ProofResult> {
  const begun = performance.now()
  product.start()
  await product.untilReady()
  const promised: Promised = { appointments: [], refusedKeys: [], counts: {}, problems: [], repeats: 0 }
  const ending = { asked: false }
  const clients = keepAsking(product, { promised, ending, seed: plan.seed })
  const readyMs: number[] = []
  const faults: Record<string, number> = {}
  const faultsBegin = performance.now()
  for (const fault of scheduleOf(plan.seed, plan)) {
    const calmMs = plan.everyMs * LEAST_CALM
    await wait(Math.max(calmMs, faultsBegin + fault.atMs - performance.now()))
    await commit(fault, product)
    faults[fault.kind] = (faults[fault.kind] ?? 0) + 1
    readyMs.push(await product.untilReady())
  }
  ending.asked = true
  await clients
  const clean = await drained(dataDir, DRAIN_MS)
  const problems = [
    ...product.endedByItself(),
    ...(clean ? [] : ['Jobs, events or messages are left over.']),
    ...(await withDatabase(dataDir, query => reckon(query, promised))),
  ]
  return {
    verify: 'torture',
    seed: plan.seed,
    minutes: Math.round((performance.now() - begun) / 600) / 100,
    faults,
    answers: promised.counts,
    appointments: promised.appointments.length,
    requests_repeated: promised.repeats,
    slowest_ready_ms: Math.max(0, ...readyMs),
    problems_found: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
    holds: problems.length === 0,
  }
}

/** Ends when everything that was begun has its answer. */
async function keepAsking(
  product: TorturedProduct,
  given: { promised: Promised; ending: { asked: boolean }; seed: number },
): Promise<void> {
  const { promised, ending } = given
  const client = createPatientClient(product.url, promised)
  const dice = createDice(given.seed)
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => {
      const act = createTorturedClient({
        client,
        key: product.key,
        dice: dice.fork(index),
        promised,
        name: String(index),
      })
      while (!ending.asked)
        await act().catch((error: unknown) => {
          promised.problems.push(error instanceof Error ? error.message : String(error))
        })
    }),
  )
}

async function commit(fault: Fault, product: TorturedProduct): Promise<void> {
  switch (fault.kind) {
    case 'cut_database':
      product.database.cut()
      return
    case 'cut_clients':
      product.clients.cut()
      return
    case 'jump_clock':
      product.shiftClock(fault.shiftMs)
      return
    case 'kill_database':
      await product.killDatabase()
      await wait(fault.goneMs)
      return
    case 'kill_app':
    case 'kill_both':
      if (fault.kind === 'kill_both') await product.killDatabase()
      await product.killApp()
      await wait(fault.goneMs)
      product.start()
      return
    default:
      return fault satisfies never
  }
}
