import { CompiledQuery } from 'kysely'
import type { Tx } from '../server/src/platform/db/database.ts'
import type { BenchResult } from './bench-result.ts'
import { findShops } from './harness/bench-shops.ts'
import { recordStatements } from './harness/record-statements.ts'
import type { ServedProduct } from './harness/served-product.ts'
import { growthExponent, median, rounded } from './harness/statistics.ts'
import { serveStoredCalls } from './stored/stored-calls.ts'

/** The first business has 10,000 of them; the others share the rest. */
const STORED = [20_000, 100_000, 1_000_000]
const ROUNDS = 7
const SHOPS = 10
/** What the earlier system took on a thousandth of the data (milliseconds in the server, median). */
const MOST_MS = { appointments: 2.44, customer_by_phone: 0.63, dashboard: 0.41 } as const

type Question = keyof typeof MOST_MS
const QUESTIONS = Object.keys(MOST_MS) as Question[]
type Asked = Readonly<Record<Question, (tx: Tx) => Promise<unknown>>>
type Medians = Record<Question, number>

/** Time inside PostgreSQL of what screens and callers ask, planned under row-level security as it is asked. */
export async function measureQueries(): Promise<BenchResult> {
  const rows: Array<{ stored: number; medians: Medians }> = []
  for (const stored of STORED) {
    const product = await serveStoredCalls(stored)
    try {
      rows.push({ stored, medians: await measure(product) })
    } finally {
      await product.stop()
    }
    const [{ medians } = { medians: {} }] = rows.slice(-1)
    console.log(`${String(stored).padStart(7)} calls and appointments: ${JSON.stringify(medians)} ms`)
  }
  return result(rows)
}

/** Every question at ten businesses in each round; the first round warms. */
async function measure(product: ServedProduct): Promise<Medians> {
  const shops = await findShops(product.app, SHOPS)
  const times: Record<Question, number[]> = { appointments: [], customer_by_phone: [], dashboard: [] }
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { tenantId } of shops) {
      const asked = await product.app.platform.db.inTenant(tenantId, tx => questionsOf(product, tx))
      for (const question of QUESTIONS) {
        const tookMs = await executionMs(product, tenantId, asked[question])
        if (round > 0) times[question].push(tookMs)
      }
    }
  const middle = (question: Question) => rounded(median(times[question]), 3)
  return {
    appointments: middle('appointments'),
    customer_by_phone: middle('customer_by_phone'),
    dashboard: middle('dashboard'),
  }
}

/** The data was made some day; "today" is the last on which somebody called. */
async function questionsOf({ app }: ServedProduct, tx: Tx): Promise<Asked> {
  const { customers, scheduling, reporting } = app.modules
  const newest = await tx
    .selectFrom('call')
    .select('call.started_at')
    .where('call.tenant_id', '=', tx.tenantId)
    .orderBy('call.started_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const someone = await tx
    .selectFrom('customer_phone')
    .select('customer_phone.e164')
    .where('customer_phone.tenant_id', '=', tx.tenantId)
    .limit(1)
    .executeTakeFirstOrThrow()
  const now = newest.started_at
  return {
    appointments: open => scheduling.listAppointments(open, { from: now, to: null, after: null, limit: 51 }),
    customer_by_phone: open => customers.findByCaller(open, someone.e164),
    dashboard: open => reporting.readTodayFigures(open, { now, zone: 'Europe/Berlin' }),
  }
}

/** Asks once to learn the statements, then has PostgreSQL say how long they take. */
async function executionMs(
  { app }: ServedProduct,
  tenantId: Tx['tenantId'],
  ask: (tx: Tx) => Promise<unknown>,
): Promise<number> {
  const { db } = app.platform
  const statements = await recordStatements(db.pool, () => db.inTenant(tenantId, ask))
  return await db.inTenant(tenantId, async tx => {
    let sum = 0
    for (const { text, values } of statements) {
      const explain = CompiledQuery.raw(`explain (analyze, timing off, format json) ${text}`, [...values])
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': Array<{ 'Execution Time': number }> }>(explain)
      sum += rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? Number.NaN
    }
    return sum
  })
}

function result(rows: ReadonlyArray<{ stored: number; medians: Medians }>): BenchResult {
  const most = rows.at(-1)?.medians
  const growth = (question: Question) =>
    growthExponent(rows.map(({ stored, medians }) => ({ size: stored, cost: medians[question] })))
  return {
    bench: 'queries',
    ours: {
      ...Object.fromEntries(rows.map(({ stored, medians }) => [`stored_${stored}`, medians])),
      growth_with_stored: Object.fromEntries(QUESTIONS.map(question => [question, growth(question)])),
    },
    reference: MOST_MS,
    ratio: rounded(
      Math.max(...QUESTIONS.map(question => (most?.[question] ?? Number.NaN) / MOST_MS[question])),
    ),
    target: `medians of the time inside PostgreSQL not above ${Object.values(MOST_MS).join(', ')} ms with ${STORED.at(-1)} calls and appointments`,
    holds: QUESTIONS.every(question => (most?.[question] ?? Number.NaN) <= MOST_MS[question]),
  }
}
