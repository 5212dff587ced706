import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { BenchResult } from './bench-result.ts'
import { type Load, load, type Request } from './harness/load.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { signedRequest } from './harness/signed-request.ts'
import { growthExponent, median } from './harness/statistics.ts'
import { type BareServer, startBareEvents } from './reference/start-bare-server.ts'

const CONNECTIONS = [50, 200, 500]
const ROUNDS = 5
const ROUND_MS = 1000
const WARM_UP_MS = 2000
const SHARE = 0.6
const P99_MS = 100
const PATH = '/webhooks/retell/default'

type Measured = { connections: number; ours: Load[]; bare: Load[] }

/**
 * Signed `call_started` events, each of a call of its own, over 50 to 500 connections, against a bare server with one
 * durable insert, in turns. Afterwards each acknowledged event is one row with one job: none lost, none doubled.
 */
export async function measureWebhook(): Promise<BenchResult> {
  const product = await serveProduct()
  const bare = await startBareEvents(product.database.ownerUrl)
  try {
    return await measure(product, bare)
  } finally {
    await bare.stop()
    await product.stop()
  }
}

async function measure(product: ServedProduct, bare: BareServer): Promise<BenchResult> {
  const key = product.config.secrets.retellApiKeys[0] ?? ''
  const acknowledged = new Set<string>()
  const ours = (connections: number, forMs: number) =>
    load({
      url: product.url,
      connections,
      forMs,
      next: () => callStarted(key),
      onAnswer: (request, status) => {
        if (status === 204) acknowledged.add(callIdOf(request))
      },
    })
  const reference = (connections: number, forMs: number) =>
    load({ url: bare.url, connections, forMs, next: () => ({ ...callStarted(key), path: '/' }) })
  await ours(50, WARM_UP_MS)
  await reference(50, WARM_UP_MS)

  const measured: Measured[] = []
  for (const connections of CONNECTIONS) {
    const row: Measured = { connections, ours: [], bare: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      row.ours.push(await ours(connections, ROUND_MS))
      row.bare.push(await reference(connections, ROUND_MS))
    }
    measured.push(row)
    console.log(describe(row))
  }
  const kept = await whatIsKept(product, acknowledged)
  console.log(
    `${acknowledged.size} acknowledged: ${kept.lost} lost, ${kept.doubled} doubled, ${kept.without_one_job} without exactly one job`,
  )
  return result(measured, { ...kept, acknowledged: acknowledged.size })
}

function callStarted(key: string): Request {
  const call = {
    call_id: `call_${randomUUID().replaceAll('-', '')}`,
    call_type: 'phone_call',
    direction: 'inbound',
    call_status: 'ongoing',
    from_number: '+491713920017',
    to_number: '+493023125001',
    start_timestamp: Date.now(),
  }
  return signedRequest(PATH, JSON.stringify({ event: 'call_started', call }), key)
}

function callIdOf(request: Request): string {
  return (JSON.parse(request.body ?? '{}') as { call: { call_id: string } }).call.call_id
}

/** Every acknowledged event is one row of the inbox with one job to process it. */
async function whatIsKept(product: ServedProduct, acknowledged: ReadonlySet<string>) {
  const client = new pg.Client({ connectionString: product.adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ call: string; jobs: string }>(
      `select split_part(inbox.event_key, '/', 2) as call, count(jobs.id) as jobs
       from inbox
       left join graphile_worker._private_jobs as jobs on jobs.payload->'data'->>'inbox_id' = inbox.id::text
       group by inbox.id, inbox.event_key`,
    )
    const kept = new Map(rows.map(row => [row.call, Number(row.jobs)]))
    return {
      lost: [...acknowledged].filter(id => !kept.has(id)).length,
      doubled: rows.length - kept.size,
      without_one_job: [...kept.values()].filter(jobs => jobs !== 1).length,
    }
  } finally {
    await client.end()
  }
}

function summary(row: Measured) {
  const ours = median(row.ours.map(round => round.perSecond))
  const bare = median(row.bare.map(round => round.perSecond))
  const p99 = median(row.ours.map(round => round.spread.p99_ms))
  const statuses = new Set(row.ours.flatMap(round => Object.keys(round.statuses)))
  return {
    ours,
    bare,
    p99,
    ratio: Math.round((ours / bare) * 1000) / 1000,
    clean: [...statuses].join() === '204',
  }
}

function describe(row: Measured): string {
  const { ours, bare, p99, ratio } = summary(row)
  return `${String(row.connections).padStart(4)} connections: ${ours}/s (p99 ${p99} ms), bare ${bare}/s, ratio ${ratio}`
}

function result(
  measured: readonly Measured[],
  kept: { acknowledged: number; lost: number; doubled: number; without_one_job: number },
): BenchResult {
  const rows = measured.map(row => ({ connections: row.connections, ...summary(row) }))
  const ratio = Math.min(...rows.map(row => row.ratio))
  const p99AtMost = rows.at(-1)?.p99 ?? Number.POSITIVE_INFINITY
  return {
    bench: 'webhook',
    ours: {
      ...Object.fromEntries(
        rows.map(row => [`connections_${row.connections}`, { per_second: row.ours, p99_ms: row.p99 }]),
      ),
      growth_of_cost_with_connections: growthExponent(
        rows.map(row => ({ size: row.connections, cost: 1 / row.ours })),
      ),
      ...kept,
    },
    reference: Object.fromEntries(rows.map(row => [`bare_connections_${row.connections}`, row.bare])),
    ratio,
    target: `>= ${SHARE} of a bare server with one durable insert; p99 <= ${P99_MS} ms at 500 connections; none lost, none doubled`,
    holds:
      rows.every(row => row.clean) &&
      ratio >= SHARE &&
      p99AtMost <= P99_MS &&
      kept.lost + kept.doubled + kept.without_one_job === 0,
  }
}
