import pg from 'pg'
import type { BenchResult } from './bench-result.ts'
import { freeTokens, openShops, type Shop } from './harness/bench-shops.ts'
import { type Load, load, type Request } from './harness/load.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { minimalBookings } from './reference/pgbench.ts'

const CLIENTS = [1, 8, 32, 64]
const SHOPS = 8
const ROUND_MS = 4000
const WARM_UP_MS = 3000
const SHARE = 0.15
const P99_MS = 100
const ALONE_P50_MS = 6

/** POST /api/v1/appointments at free places, by 1 to 64 clients, against pgbench with the minimal booking. */
export async function measureBooking(): Promise<BenchResult> {
  let shops: Shop[] = []
  const product = await serveProduct({
    prepare: async app => {
      shops = await openShops(app, SHOPS)
    },
  })
  try {
    return await measure(product, shops)
  } finally {
    await product.stop()
  }
}

async function measure(product: ServedProduct, shops: readonly Shop[]): Promise<BenchResult> {
  const wishes = await wishesOf(product.url, shops)
  console.log(`${wishes.length} free places`)
  const run = (connections: number, forMs: number) =>
    load({ url: product.url, connections, forMs, next: () => wishes.pop() ?? null })
  await run(8, WARM_UP_MS)
  await analyze(product.adminUrl)
  const rows: Array<{ clients: number; ours: Load; pgbench: number | null; ratio: number | null }> = []
  for (const clients of CLIENTS) {
    const ours = await run(clients, ROUND_MS)
    const pgbench = await minimalBookings(product.database.ownerUrl, clients)
    const ratio = pgbench === null ? null : Math.round((ours.perSecond / pgbench) * 1000) / 1000
    rows.push({ clients, ours, pgbench, ratio })
    const { p50_ms, p99_ms } = ours.spread
    console.log(
      `${String(clients).padStart(3)} clients: ${ours.perSecond}/s, p50 ${p50_ms} ms, p99 ${p99_ms} ms, statuses ${JSON.stringify(ours.statuses)}; pgbench ${pgbench ?? 'not installed'}/s, ratio ${ratio ?? '–'}`,
    )
  }
  const alone = rows.find(row => row.clients === 1)
  const many = rows.find(row => row.clients === 32)
  const allBooked = rows.every(row => Object.keys(row.ours.statuses).every(status => status === '201'))
  return {
    bench: 'booking',
    ours: Object.fromEntries(
      rows.map(({ clients, ours }) => [`clients_${clients}`, { per_second: ours.perSecond, ...ours.spread }]),
    ),
    reference: Object.fromEntries(rows.map(row => [`pgbench_clients_${row.clients}`, row.pgbench])),
    ratio: many?.ratio ?? null,
    target: `>= ${SHARE} of pgbench at 32 clients, p99 <= ${P99_MS} ms there, p50 <= ${ALONE_P50_MS} ms alone, all booked`,
    holds:
      allBooked &&
      (many?.ratio ?? 0) >= SHARE &&
      (many?.ours.spread.p99_ms ?? Infinity) <= P99_MS &&
      (alone?.ours.spread.p50_ms ?? Infinity) <= ALONE_P50_MS,
  }
}

/** As autovacuum does within a minute: until then PostgreSQL takes all appointments of a business for a handful. */
async function analyze(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

/** One booking for every free place, the shops in turn. */
async function wishesOf(url: string, shops: readonly Shop[]): Promise<Request[]> {
  const perShop = await Promise.all(
    shops.map(async shop => (await freeTokens(url, shop)).map(token => ({ shop, token }))),
  )
  const most = Math.max(...perShop.map(wishes => wishes.length))
  return Array.from({ length: most }, (_, index) => perShop.flatMap(wishes => wishes[index] ?? []))
    .flat()
    .map(({ shop, token }, index) => ({
      method: 'POST' as const,
      path: '/api/v1/appointments',
      headers: { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ token, customer: { name: `Petra Lindner ${index}` } }),
    }))
}
