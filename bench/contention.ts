import { Pool } from 'undici'
import type { App } from '../server/src/app.ts'
import { seedWorld } from '../server/src/worlds/seed-worlds.ts'
import { hours, work } from '../server/src/worlds/world.ts'
import type { BenchResult } from './bench-result.ts'
import { serveProduct } from './harness/served-product.ts'
import { growthExponent, spread } from './harness/statistics.ts'

const ROUNDS = 50
const RACERS = 100
const FEWER_RACERS = [25, 50]
const FEWER_ROUNDS = 10
const TARGET_MS = 250
const HALF_HOUR = 'Beratung kurz'
const HOUR = 'Beratung lang'

type Shop = { url: string; key: string; pool: Pool }
type Outcome = { tookMs: number; won: number; refusedWell: number }
/** Which services the racers want, and by how much their start is moved, in turn. */
type Race = ReadonlyArray<{ service: string; laterMinutes: number }>

/** All want the same person at overlapping times, so whatever the mixture exactly one may have them. */
const RACES: Readonly<Record<string, Race>> = {
  one_slot: [{ service: HALF_HOUR, laterMinutes: 0 }],
  half_hours_and_hours: [
    { service: HALF_HOUR, laterMinutes: 0 },
    { service: HOUR, laterMinutes: 0 },
  ],
  partly_overlapping: [
    { service: HOUR, laterMinutes: 0 },
    { service: HOUR, laterMinutes: 30 },
    { service: HALF_HOUR, laterMinutes: 30 },
  ],
}

/**
 * 100 simultaneous bookings over HTTP that exclude each other, 50 rounds of each kind: exactly one wins, every other
 * gets a refusal with alternatives, and how long a round takes.
 */
export async function measureContention(): Promise<BenchResult> {
  let key = ''
  const product = await serveProduct({
    prepare: async app => {
      key = await openShop(app)
    },
  })
  const shop = { url: product.url, key, pool: new Pool(product.url, { connections: RACERS, pipelining: 1 }) }
  try {
    const growth: Array<{ size: number; cost: number }> = []
    for (const racers of FEWER_RACERS) {
      const outcomes = await rounds(shop, { race: RACES.one_slot ?? [], racers, count: FEWER_ROUNDS })
      growth.push({ size: racers, cost: spread(outcomes.map(outcome => outcome.tookMs)).p50_ms })
    }
    const ours: Record<string, unknown> = {}
    let wrong = 0
    let median = 0
    for (const [name, race] of Object.entries(RACES)) {
      const outcomes = await rounds(shop, { race, racers: RACERS, count: ROUNDS })
      const took = spread(outcomes.map(outcome => outcome.tookMs))
      const bad = outcomes.filter(({ won, refusedWell }) => won !== 1 || refusedWell !== RACERS - 1).length
      console.log(
        `${name}: ${ROUNDS} rounds of ${RACERS}: median ${took.p50_ms} ms, p95 ${took.p95_ms} ms, rounds without exactly one winner: ${bad}`,
      )
      ours[name] = {
        rounds: ROUNDS,
        racers: RACERS,
        median_ms: took.p50_ms,
        p95_ms: took.p95_ms,
        rounds_wrong: bad,
      }
      wrong += bad
      if (name === 'one_slot') median = took.p50_ms
    }
    growth.push({ size: RACERS, cost: median })
    return {
      bench: 'contention',
      ours: { ...ours, growth_of_round_with_racers: growthExponent(growth) },
      reference: {},
      ratio: null,
      target: `exactly one winner each round and ${RACERS - 1} refusals with alternatives; median round at one slot <= ${TARGET_MS} ms`,
      holds: wrong === 0 && median <= TARGET_MS,
    }
  } finally {
    await shop.pool.close()
    await product.stop()
  }
}

/** One person, two services. */
async function openShop(app: App): Promise<string> {
  const common = { priceMinor: 5000, gridMinutes: 30, takes: ['Ines'] }
  const tenantId = await seedWorld(app, {
    tenant: {
      slug: 'bench-contention',
      name: 'Beratung',
      sector: 'consulting',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      region: 'DE-HH',
    },
    phoneNumber: '+493023125699',
    catalogue: {
      opening: hours(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], '06:00-22:00'),
      resources: [{ kind: 'staff', name: 'Ines' }],
      services: [
        { name: HALF_HOUR, segments: work(30), ...common },
        { name: HOUR, segments: work(60), ...common },
      ],
    },
  })
  return (await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'bench' })).key
}

async function rounds(shop: Shop, wanted: { race: Race; racers: number; count: number }): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let round = 0; round < wanted.count; round += 1) outcomes.push(await race(shop, wanted))
  return outcomes
}

async function race(shop: Shop, { race, racers }: { race: Race; racers: number }): Promise<Outcome> {
  const tokens = await tokensFor(shop, race)
  const begun = performance.now()
  const answers = await Promise.all(
    Array.from({ length: racers }, (_, index) => book(shop, tokens[index % tokens.length] ?? '', index)),
  )
  const tookMs = performance.now() - begun
  return {
    tookMs,
    won: answers.filter(({ status }) => status === 201).length,
    refusedWell: answers.filter(({ status, body }) => status === 409 && (body.alternatives?.length ?? 0) > 0)
      .length,
  }
}

type Slot = { token: string; starts_at: string }

/** Tokens of one moment at which every service of the race is still free. */
async function tokensFor(shop: Shop, race: Race): Promise<string[]> {
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const slotsOf = async (service: string): Promise<Map<number, string>> => {
    const query = new URLSearchParams({
      service,
      from: String(today.add({ days: 3 })),
      to: String(today.add({ days: 60 })),
      limit: '1500',
    })
    const { body } = await send<{ items: Slot[] }>(shop, 'GET', `/api/v1/availability?${query}`)
    return new Map(
      body.items.map(slot => [Temporal.Instant.from(slot.starts_at).epochMilliseconds, slot.token]),
    )
  }
  const slots = new Map<string, Map<number, string>>()
  for (const { service } of race) if (!slots.has(service)) slots.set(service, await slotsOf(service))
  for (const start of slots.get(race[0]?.service ?? '')?.keys() ?? []) {
    const tokens = race.map(({ service, laterMinutes }) =>
      slots.get(service)?.get(start + laterMinutes * 60_000),
    )
    if (tokens.every(token => token !== undefined)) return tokens
  }
  throw new Error('No free moment is left for this race.')
}

type Refusal = { alternatives?: unknown[] }

async function book(shop: Shop, token: string, index: number): Promise<{ status: number; body: Refusal }> {
  return await send<Refusal>(shop, 'POST', '/api/v1/appointments', {
    token,
    customer: { name: `Petra Lindner ${index}` },
  })
}

async function send<Body>(shop: Shop, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await shop.pool.request({
    method,
    path,
    headers: { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: answer.statusCode, body: (await answer.body.json()) as Body }
}
