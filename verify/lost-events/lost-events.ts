import { setTimeout as wait } from 'node:timers/promises'
import Retell from 'retell-sdk'
import { type RetellSimulator, startRetell } from '../../sandbox/retell/start-retell.ts'
import { createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { openDatabase } from '../../server/src/platform/db/open-database.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { createDice } from '../dice.ts'
import { type Query, withDatabase } from '../product/embedded-postgres.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { type Disturbed, randomCall } from './random-call.ts'

const CALLS = 1000
/** Retell calls many businesses' callers at once. */
const TOGETHER = 20
const LONGEST_SETTLING_MS = 120_000
const SHOWN_PROBLEMS = 20

export const lostEvents: Proof = {
  name: 'lost-events',
  summary: `${CALLS} calls whose events get lost, come twice or out of order; then Retell is asked.`,
  run: ({ operations, seed }) => proveLostEvents({ seed, calls: operations ?? CALLS }),
}

/** The real product beside the simulator, which knows the truth about every call. */
export async function proveLostEvents(wish: { seed: number; calls: number }): Promise<ProofResult> {
  const retell = await startRetell({ retryDelaysMs: [50, 100, 200] })
  const environment = { RETELL_API_KEY: RETELL_KEY, RETELL_BASE_URL: retell.url }
  try {
    return await onFreshProduct({ name: 'lost-events', environment }, product =>
      carryOut(wish, { product, retell, environment }),
    )
  } finally {
    await retell.close()
  }
}

async function carryOut(
  wish: { seed: number; calls: number },
  scene: { product: ProductProcess; retell: RetellSimulator; environment: Record<string, string> },
): Promise<ProofResult> {
  const { product, retell, environment } = scene
  retell.setTarget({ productUrl: product.url, connection: 'default', apiKey: RETELL_KEY })
  const placed = await placeCalls(retell, wish)
  const before = await untilSettled(product.dataDir)
  await askRetell(product.dataDir, environment)
  const after = await untilSettled(product.dataDir)
  const truth = await readTruth(
    retell,
    placed.map(call => call.id),
  )
  const untrue = (known: Known) => placed.filter(({ id }) => differs(known.get(id), truth.get(id)))
  const problems = untrue(after).map(({ id, disturbed }) => {
    const [is, should] = [after.get(id), truth.get(id)].map(figures => JSON.stringify(figures))
    return `${id} (${disturbed}): ${is} instead of ${should}`
  })
  return {
    verify: 'lost-events',
    seed: wish.seed,
    holds: problems.length === 0,
    calls: placed.length,
    disturbed: placed.filter(call => call.disturbed !== 'undisturbed').length,
    untrue_before: untrue(before).length,
    untrue_after: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
  }
}

/** What must be true of a call: how it ended, why, how long it took, what it cost. */
type Figures = {
  readonly state: string
  readonly reason: string | null
  readonly ms: number | null
  readonly hundredths: number | null
}
type Known = ReadonlyMap<string, Figures>

async function placeCalls(
  retell: RetellSimulator,
  { seed, calls }: { seed: number; calls: number },
): Promise<Array<{ id: string; disturbed: Disturbed }>> {
  const dice = createDice(seed)
  const placed: Array<{ id: string; disturbed: Disturbed }> = []
  while (placed.length < calls) {
    const together = Array.from({ length: Math.min(TOGETHER, calls - placed.length) }, () => randomCall(dice))
    const played = together.map(async ({ request, disturbed }) => ({
      id: (await retell.playCall(request)).call_id,
      disturbed,
    }))
    placed.push(...(await Promise.all(played)))
  }
  return placed
}

/** What the schedule does every ten minutes, at once, and for calls that ended a moment ago. */
async function askRetell(dataDir: string, environment: Record<string, string>): Promise<void> {
  const config = loadConfig({ ...environment, DATA_DIR: dataDir })
  const database = await openDatabase({ dataDir, ...config.database })
  const app = createApp({ config, databaseUrl: database.url, log: createLog({ level: 'silent' }) })
  try {
    await app.modules.voice.reconcileCalls({ hours: 3, settledMinutes: 0 })
  } finally {
    await app.close()
    await database.close()
  }
}

/** What the product knows, once it has worked on all that came. */
async function untilSettled(dataDir: string): Promise<Known> {
  return await withDatabase(dataDir, async query => {
    const deadline = performance.now() + LONGEST_SETTLING_MS
    while ((await countUnprocessed(query)) > 0) {
      if (performance.now() > deadline) throw new Error('Events were not worked on within two minutes.')
      await wait(100)
    }
    return await readKnown(query)
  })
}

async function countUnprocessed(query: Query): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from inbox
     where inbox.processed_at is null and inbox.event_key not like 'call_inbound/%'`,
  )
  return row?.count ?? 0
}

async function readKnown(query: Query): Promise<Known> {
  const rows = await query<Figures & { id: string }>(
    `select call.provider_call_id as id, call.state, call.disconnection_reason as reason,
       round(extract(epoch from call.ended_at - call.started_at) * 1000)::int as ms,
       call.cost_cents_hundredths as hundredths
     from call`,
  )
  return new Map(rows.map(({ id, ...figures }) => [id, figures]))
}

/** As the provider's own SDK reads it from the simulator. */
async function readTruth(retell: RetellSimulator, ids: readonly string[]): Promise<Known> {
  const sdk = new Retell({ apiKey: RETELL_KEY, baseURL: retell.url, maxRetries: 0 })
  const truth = new Map<string, Figures>()
  for (const id of ids) {
    const call = await sdk.call.retrieve(id)
    const cost = call.call_cost?.combined_cost
    truth.set(id, {
      state: call.call_status === 'error' ? 'failed' : call.call_status,
      reason: call.disconnection_reason ?? null,
      ms: call.start_timestamp === undefined ? null : (call.duration_ms ?? null),
      hundredths: cost === undefined ? null : Math.round(cost * 100),
    })
  }
  return truth
}

/** A call that never connected has no length at the provider. */
function differs(is: Figures | undefined, should: Figures | undefined): boolean {
  if (is === undefined || should === undefined) return true
  const sameLength = should.ms === null || is.ms === should.ms
  return (
    is.state !== should.state ||
    is.reason !== should.reason ||
    is.hundredths !== should.hundredths ||
    !sameLength
  )
}
