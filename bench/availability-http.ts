import type { BenchResult } from './bench-result.ts'
import { findShops } from './harness/bench-shops.ts'
import { load, type Request } from './harness/load.ts'
import type { ServedProduct } from './harness/served-product.ts'
import { growthExponent, median, rounded } from './harness/statistics.ts'
import { type BareServer, startBareServer } from './reference/start-bare-server.ts'
import { readBusiestPerson, serveStoredCalls } from './stored/stored-calls.ts'

const STORED = [1000, 100_000, 1_000_000]
const DAYS = [7, 30]
const ROUNDS = 5
const ROUND_MS = 1500
const WARM_UP_MS = 4000
const MOST_P50_MS: Readonly<Record<number, number>> = { 7: 4, 30: 8 }
const MOST_OF_REFERENCE = 4
const MOST_GROWTH = 1.3

type Side = 'ours' | 'reference'
type Asked = {
  readonly stored: number
  readonly send: (side: Side, days: number, forMs: number) => Promise<Figures>
}
type Figures = { readonly p50_ms: number; readonly p95_ms: number; readonly slots: number }
type Row = { stored: number; days: number; slots: number } & Record<Side, { p50_ms: number; p95_ms: number }>

/**
 * One client asks for the free times of one person who has up to 10,000 appointments. The sizes are served at the same
 * time and take turns, so that a busy moment of the machine falls on all of them.
 */
export async function measureAvailabilityHttp(): Promise<BenchResult> {
  const open: Array<{ stop(): Promise<void> }> = []
  try {
    const asked: Asked[] = []
    for (const stored of STORED) {
      const product = await serveStoredCalls(stored)
      open.push(product)
      const bare = await startBareServer(product.adminUrl, 'bare-busy-times')
      open.unshift(bare)
      asked.push({ stored, send: await askedAbout(product, bare) })
    }
    for (const { send } of asked)
      for (const days of DAYS) {
        await send('ours', days, WARM_UP_MS)
        await send('reference', days, WARM_UP_MS / 4)
      }
    return result(await measure(asked))
  } finally {
    for (const each of open) await each.stop()
  }
}

async function askedAbout(product: ServedProduct, bare: BareServer): Promise<Asked['send']> {
  const [shop] = await findShops(product.app, 1)
  if (!shop) throw new Error('No shop is stored.')
  const staffId = await readBusiestPerson(product.adminUrl, shop)
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 })
  const requestFor = (side: Side, days: number): Request => {
    const range = { from: String(from), to: String(from.add({ days })) }
    if (side === 'reference')
      return {
        method: 'GET',
        path: `/busy?${new URLSearchParams({ tenant: shop.tenantId, staff: staffId, ...range })}`,
      }
    const path = `/api/v1/availability?${new URLSearchParams({ service: 'Haarschnitt', staff: staffId, ...range })}`
    return { method: 'GET', path, headers: { authorization: `Bearer ${shop.key}` } }
  }
  return async (side, days, forMs) => {
    const request = requestFor(side, days)
    let slots = 0
    const { statuses, spread } = await load({
      url: side === 'ours' ? product.url : bare.url,
      connections: 1,
      forMs,
      next: () => request,
      onAnswer: (_, __, body) => {
        if (slots === 0) slots = (JSON.parse(body) as { items: unknown[] }).items.length
      },
    })
    if (Object.keys(statuses).join() !== '200' || slots === 0)
      throw new Error(`${side} answered ${JSON.stringify(statuses)} with ${slots} entries.`)
    return { p50_ms: spread.p50_ms, p95_ms: spread.p95_ms, slots }
  }
}

/** Medians of the rounds. */
async function measure(asked: readonly Asked[]): Promise<Row[]> {
  const rounds = new Map<string, Figures[]>()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const days of DAYS)
      for (const { stored, send } of asked)
        for (const side of ['ours', 'reference'] as const) {
          const key = `${side}/${stored}/${days}`
          rounds.set(key, [...(rounds.get(key) ?? []), await send(side, days, ROUND_MS)])
        }
  const middle = (side: Side, stored: number, days: number) => {
    const figures = rounds.get(`${side}/${stored}/${days}`) ?? []
    return {
      p50_ms: median(figures.map(({ p50_ms }) => p50_ms)),
      p95_ms: median(figures.map(({ p95_ms }) => p95_ms)),
    }
  }
  return DAYS.flatMap(days =>
    asked.map(({ stored }) => {
      const row: Row = {
        stored,
        days,
        slots: rounds.get(`ours/${stored}/${days}`)?.[0]?.slots ?? 0,
        ours: middle('ours', stored, days),
        reference: middle('reference', stored, days),
      }
      console.log(
        `${String(days).padStart(2)} days, ${String(stored).padStart(7)} stored, ${row.slots} free: p50 ${row.ours.p50_ms} p95 ${row.ours.p95_ms} ms; reference p50 ${row.reference.p50_ms} p95 ${row.reference.p95_ms} ms`,
      )
      return row
    }),
  )
}

function result(rows: readonly Row[]): BenchResult {
  const ratio = Math.max(...rows.map(row => row.ours.p95_ms / row.reference.p95_ms))
  const growths = DAYS.map(days => {
    const [fewest, ...more] = rows.filter(row => row.days === days)
    return (more.at(-1)?.ours.p95_ms ?? Number.NaN) / (fewest?.ours.p95_ms ?? Number.NaN)
  })
  const quick = rows.every(row => row.ours.p50_ms <= (MOST_P50_MS[row.days] ?? 0))
  const side = (of: Side) =>
    Object.fromEntries(rows.map(row => [`days_${row.days}_stored_${row.stored}`, row[of]]))
  return {
    bench: 'availability-http',
    ours: {
      ...side('ours'),
      p95_most_to_fewest_stored: rounded(Math.max(...growths)),
      growth_of_p50_with_stored: Math.max(
        ...DAYS.map(days =>
          growthExponent(
            rows.filter(row => row.days === days).map(row => ({ size: row.stored, cost: row.ours.p50_ms })),
          ),
        ),
      ),
    },
    reference: side('reference'),
    ratio: rounded(ratio),
    target: `p50 <= 4 ms for 7 days and <= 8 ms for 30; p95 <= ${MOST_OF_REFERENCE} times the reference; p95 with the most stored <= ${MOST_GROWTH} times that with the fewest`,
    holds: quick && ratio <= MOST_OF_REFERENCE && growths.every(growth => growth <= MOST_GROWTH),
  }
}
