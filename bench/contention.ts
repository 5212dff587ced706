import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../server/src/app.ts'
import { loadConfig } from '../server/src/config.ts'
import { migrate } from '../server/src/platform/db/migrate.ts'
import { openDatabase } from '../server/src/platform/db/open-database.ts'
import { createLog } from '../server/src/platform/observability/log.ts'
import { seedWorlds } from '../server/src/worlds/seed-worlds.ts'
import type { BenchResult } from './bench-result.ts'

const ROUNDS = 50
const RACERS = 100
const TARGET_MS = 250

/** 100 simultaneous bookings of one slot over HTTP, 50 times: exactly one wins, and how long a round takes. */
export async function bookedSlots(): Promise<BenchResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-bench-contention-'))
  const config = loadConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' })
  const database = await openDatabase({ dataDir, url: null, ownerUrl: null })
  await migrate(database.ownerUrl)
  const app = createApp({ config, databaseUrl: database.url, log: createLog({ level: 'silent' }) })
  await app.modules.voice.ensurePlatformConnections()
  await seedWorlds(app)
  const http = await app.createHttp()
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  try {
    return await race(url, await keyOf(app))
  } finally {
    await http.close()
    await app.close()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function keyOf(app: ReturnType<typeof createApp>): Promise<string> {
  const tenant = await app.modules.tenants.findBySlug('salon')
  if (!tenant) throw new Error('The salon is missing.')
  return (await app.modules.identity.createApiKey({ tenantId: tenant.id, scopes: ['all'], name: 'bench' }))
    .key
}

async function race(url: string, key: string): Promise<BenchResult> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const query = `service=Haarschnitt+Herren&from=${today.add({ days: 7 })}&to=${today.add({ days: 60 })}`
  const took: number[] = []
  let wrong = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = await fetch(`${url}/api/v1/availability?${query}&limit=1`, { headers })
    const { items } = (await answer.json()) as { items: Array<{ token: string }> }
    const begun = performance.now()
    const statuses = await Promise.all(
      Array.from({ length: RACERS }, async (_, index) => {
        const body = JSON.stringify({ token: items[0]?.token, customer: { name: `Petra Lindner ${index}` } })
        const response = await fetch(`${url}/api/v1/appointments`, { method: 'POST', headers, body })
        await response.arrayBuffer()
        return response.status
      }),
    )
    took.push(performance.now() - begun)
    const won = statuses.filter(status => status === 201).length
    const refused = statuses.filter(status => status === 409).length
    if (won !== 1 || refused !== RACERS - 1) wrong += 1
  }
  const sorted = took.toSorted((one, other) => one - other)
  const median = Math.round(sorted[Math.floor(ROUNDS / 2)] ?? 0)
  const p95 = Math.round(sorted[Math.floor(ROUNDS * 0.95)] ?? 0)
  console.log(
    `${ROUNDS} rounds of ${RACERS}: median ${median} ms, p95 ${p95} ms, rounds without exactly one winner: ${wrong}`,
  )
  return {
    bench: 'contention',
    ours: { rounds: ROUNDS, racers: RACERS, median_ms: median, p95_ms: p95, rounds_wrong: wrong },
    reference: {},
    ratio: null,
    target: `exactly one winner each round, median <= ${TARGET_MS} ms`,
    holds: wrong === 0 && median <= TARGET_MS,
  }
}
