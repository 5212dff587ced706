import { createDice } from '../dice.ts'
import { withDatabase } from '../product/embedded-postgres.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { drained } from './drain.ts'
import { holdToAccount } from './hold-to-account.ts'
import { keepKilling } from './killer.ts'
import { openLedger } from './ledger.ts'
import { startLoad } from './load.ts'
import { type MailCollector, startMailCollector } from './mail-collector.ts'
import { createPatientClient } from './patient-client.ts'
import type { Business } from './phone-caller.ts'

const FULL_MINUTES = 10
const KILLS_A_MINUTE = 8
/** Slow enough that the calendars of ten minutes do not fill up. */
const PAUSE_MS = 800
const DRAIN_MS = 5 * 60_000
const SHOWN_PROBLEMS = 50

/** How much is killed, and how fast. */
export type CrashPlan = {
  readonly seed: number
  readonly kills: number
  readonly everyMs: number
  /** How long callers and integrators rest at most between two things they do. */
  readonly longestPauseMs: number
}

export const crash: Proof = {
  name: 'crash',
  summary:
    'kill -9 of product and database under load: nothing acknowledged is lost, nothing is there twice.',
  run: async ({ minutes, seed }) => {
    const kills = Math.ceil((minutes ?? FULL_MINUTES) * KILLS_A_MINUTE)
    return await proveCrash({ seed, kills, everyMs: 60_000 / KILLS_A_MINUTE, longestPauseMs: PAUSE_MS })
  },
}

/** Runs the plan on a fresh data directory; kept, and named, if anything does not hold. */
export async function proveCrash(plan: CrashPlan): Promise<ProofResult> {
  const mail = await startMailCollector()
  const environment = { RETELL_API_KEY: RETELL_KEY, SMTP_URL: mail.smtpUrl }
  try {
    return await onFreshProduct({ name: 'crash', environment }, product => carryOut(plan, product, mail))
  } finally {
    await mail.close()
  }
}

async function carryOut(plan: CrashPlan, product: ProductProcess, mail: MailCollector): Promise<ProofResult> {
  const begun = performance.now()
  const dice = createDice(plan.seed)
  const ledger = openLedger()
  const client = createPatientClient(product.url, ledger)
  const businesses = [
    await openBusiness(product, 'salon', '+493023125001'),
    await openBusiness(product, 'practice', '+493023125002'),
  ]
  const load = startLoad({
    client,
    ledger,
    dice,
    businesses,
    run: String(plan.seed),
    longestPauseMs: plan.longestPauseMs,
  })
  const { kills, readyMs } = await keepKilling({ product, dice: dice.fork(1000), ...plan })
  await load.end()
  const clean = await drained(product.dataDir, DRAIN_MS)
  const account = await withDatabase(product.dataDir, query => holdToAccount(query, ledger, mail.delivered()))
  const problems = [
    ...product.endedByItself(),
    ...(clean ? [] : ['Jobs, events or messages are left over.']),
    ...account.problems,
  ]
  return {
    verify: 'crash',
    seed: plan.seed,
    minutes: Math.round((performance.now() - begun) / 600) / 100,
    kills,
    webhooks_acknowledged: ledger.webhooks.size,
    webhooks_processed: account.webhooksProcessed,
    booked_answers: ledger.phoneBookings.length + ledger.apiBookings.length,
    booked_rows: account.bookedRows,
    mails_sent: account.mailsSent,
    mails_repeated: account.mailsRepeated,
    requests_repeated: ledger.repeats,
    ready_again_ms: { median: median(readyMs), worst: Math.max(0, ...readyMs) },
    problems_found: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
    holds: problems.length === 0,
  }
}

async function openBusiness(product: ProductProcess, slug: string, number: string): Promise<Business> {
  const created = await product.command(['api-key', 'create', '--tenant', slug, '--scope', 'all'])
  const { key } = created as { key: string }
  const answer = await fetch(`${product.url}/api/v1/services`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const { items } = (await answer.json()) as { items: Business['services'] }
  return { slug, number, key, services: items }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
