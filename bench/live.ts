import { request as ask } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '../verify/dice.ts'
import type { BenchResult } from './bench-result.ts'
import { someWorkday } from './harness/bench-days.ts'
import { openShops, type Shop } from './harness/bench-shops.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { growthExponent, rounded, type Spread, spread } from './harness/statistics.ts'

const CONNECTIONS = [50, 200, 500]
const CHANGES = 40
const BETWEEN_CHANGES_MS = 150
const LONGEST_WAIT_MS = 10_000
const TARGET_MS = 1000
const SEED = 20_261_129

type Row = { connections: number; updates: Spread; missed: number; memoryMb: number }

/**
 * Open pages of one business on one process, each with its stream of live updates, while somebody books: from the
 * request that books until a page hears of it, for every page and booking.
 */
export async function measureLive(): Promise<BenchResult> {
  let shops: Shop[] = []
  const product = await serveProduct({
    prepare: async app => {
      shops = await openShops(app, 1)
    },
  })
  try {
    const [shop] = shops
    if (!shop) throw new Error('There is no shop.')
    const tokens = await freePlaces(product.url, shop)
    const rows: Row[] = []
    for (const connections of CONNECTIONS) rows.push(await measured(product, { shop, tokens, connections }))
    return result(rows)
  } finally {
    await product.stop()
  }
}

async function measured(
  { url }: ServedProduct,
  { shop, tokens, connections }: { shop: Shop; tokens: string[]; connections: number },
): Promise<Row> {
  const heard = new Map<string, number[]>()
  const pages = await Promise.all(
    Array.from({ length: connections }, () =>
      openPage(url, shop.key, id => heard.set(id, [...(heard.get(id) ?? []), performance.now()])),
    ),
  )
  const took: number[] = []
  let missed = 0
  for (let change = 0; change < CHANGES; change += 1) {
    const begun = performance.now()
    const id = await book(url, shop, tokens.pop() ?? '')
    const deadline = performance.now() + LONGEST_WAIT_MS
    while ((heard.get(id)?.length ?? 0) < connections && performance.now() < deadline) await wait(5)
    const arrivals = heard.get(id) ?? []
    took.push(...arrivals.map(at => at - begun))
    missed += connections - arrivals.length
    await wait(BETWEEN_CHANGES_MS)
  }
  const memoryMb = await memoryOf(url)
  for (const page of pages) page.destroy()
  const row = { connections, updates: spread(took), missed, memoryMb }
  console.log(
    `${String(connections).padStart(3)} pages: update p50 ${row.updates.p50_ms} p95 ${row.updates.p95_ms} ms; ${missed} missed; ${memoryMb} MB`,
  )
  return row
}

/** One stream; says which appointments it hears of, each once. */
function openPage(url: string, key: string, onHeard: (id: string) => void) {
  return new Promise<ReturnType<typeof ask>>((resolve, reject) => {
    const page = ask(`${url}/api/v1/live`, { agent: false, headers: { authorization: `Bearer ${key}` } })
    const known = new Set<string>()
    page.on('response', response => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('error', () => {})
      response.on('data', (text: string) => {
        const events = (rest + text).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          const [, id] = /^event: appointment\ndata: \{"id":"([^"]+)"/.exec(event) ?? []
          if (id !== undefined && !known.has(id)) onHeard(known.add(id) && id)
        }
      })
      resolve(page)
    })
    page.once('error', reject)
    page.end()
  })
}

async function freePlaces(url: string, { key }: Shop): Promise<string[]> {
  const from = someWorkday(createDice(SEED))
  const query = new URLSearchParams({
    service: 'Haarschnitt',
    from: String(from),
    to: String(from.add({ days: 7 })),
    limit: '2000',
  })
  const answer = await fetch(`${url}/api/v1/availability?${query}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const { items } = (await answer.json()) as { items: Array<{ token: string; starts_at: string }> }
  // One of each start: whoever else is free then is left alone.
  return [...new Map(items.map(item => [item.starts_at, item.token])).values()]
}

async function book(url: string, { key }: Shop, token: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/appointments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ token, customer: { name: 'Petra Lindner' } }),
  })
  const { id } = (await answer.json()) as { id?: string }
  if (answer.status !== 201 || id === undefined) throw new Error(`Booking answered ${answer.status}.`)
  return id
}

async function memoryOf(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text()
  const [, bytes] = /^process_resident_memory_bytes(?:\{[^}]*\})? ([\d.e+]+)/m.exec(figures) ?? []
  return Math.round(Number(bytes) / 2 ** 20)
}

function result(rows: readonly Row[]): BenchResult {
  const most = rows.at(-1)
  const p95 = most?.updates.p95_ms ?? Number.NaN
  return {
    bench: 'live',
    ours: {
      ...Object.fromEntries(
        rows.map(({ connections, updates, missed, memoryMb }) => [
          `pages_${connections}`,
          { ...updates, missed, memory_mb: memoryMb },
        ]),
      ),
      growth_with_pages: growthExponent(
        rows.map(({ connections, updates }) => ({ size: connections, cost: updates.p95_ms })),
      ),
    },
    reference: {},
    ratio: rounded(p95 / TARGET_MS),
    target: `p95 of an update ≤ ${TARGET_MS} ms with ${CONNECTIONS.at(-1)} pages on one process; none missed`,
    holds: p95 <= TARGET_MS && rows.every(({ missed }) => missed === 0),
  }
}
