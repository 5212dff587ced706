import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type App, createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { migrate } from '../../server/src/platform/db/migrate.ts'
import { openDatabase } from '../../server/src/platform/db/open-database.ts'
import type { TenantId } from '../../server/src/platform/ids/ids.ts'
import { startWorker, type Worker } from '../../server/src/platform/jobs/worker.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { seedWorlds } from '../../server/src/worlds/seed-worlds.ts'
import { createDice } from '../dice.ts'
import { type Query, withDatabase } from '../product/embedded-postgres.ts'
import { brokenInvariants } from '../product/invariants.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { differences } from './differences.ts'
import { type FaultyGoogle, startFaultyGoogle } from './faulty-google.ts'
import { doRandomly, type Told } from './random-work.ts'

/** Whoever says how long it is to go says how much work that is: so much is begun in a minute. */
const OPERATIONS_PER_MINUTE = 200
const OPERATIONS = 10 * OPERATIONS_PER_MINUTE
/** One of so many stretches of the work is undisturbed, to compare how long people wait. */
const UNDISTURBED_OF = 4
const STRETCHES = 20
const SHORTEST_STRETCH = 12
const WORK_AT_ONCE = 4
const SCHEDULES = ['calendars.read-due-calendars', 'calendars.take-up-appointments']
/** Longer than the longest distance between two attempts. */
const ROUND_MINUTES = 16
const MOST_ROUNDS = 60
const LONGEST_SETTLING_MS = 120_000
/** Fewer waits say nothing about the slowest of them. */
const ENOUGH_TO_COMPARE = 1000
const MOST_SLOWER = 1.2
const SHOWN_PROBLEMS = 20

export const faults: Proof = {
  name: 'faults',
  summary: `${OPERATIONS} bookings, moves and cancellations while a fifth of all requests to the calendars fails.`,
  run: ({ operations, minutes, seed }) =>
    proveFaults({
      seed,
      operations: operations ?? (minutes === null ? OPERATIONS : Math.ceil(minutes * OPERATIONS_PER_MINUTE)),
    }),
}

/** The product in this process, with a clock that is wound on, beside a simulator of Google that fails. */
export async function proveFaults(wish: { seed: number; operations: number }): Promise<ProofResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-faults-'))
  const config = loadConfig({ DATA_DIR: dataDir, LIMIT_FACTOR: '1000' })
  const database = await openDatabase({ dataDir, ...config.database })
  await migrate(database.ownerUrl)
  let ahead = Temporal.Duration.from({ minutes: 0 })
  const clock = { now: () => Temporal.Now.instant().add(ahead) }
  const google = await startFaultyGoogle(clock)
  const log = createLog({ level: 'silent' })
  const app = createApp({
    config,
    databaseUrl: database.url,
    log,
    clock,
    calendarAdapters: { google: google.adapter },
  })
  const { jobs, metrics } = app.platform
  let worker: Worker | null = null
  try {
    await app.modules.voice.ensurePlatformConnections()
    await seedWorlds(app)
    worker = await startWorker({ url: database.url, jobs, log, metrics, clock })
    return await withDatabase(dataDir, async query => {
      const tenant = await app.modules.tenants.findBySlug('salon')
      if (tenant === null) throw new Error('There is no salon.')
      const calendars = await connect(app, tenant.id, google)
      const run = {
        app,
        tenantId: tenant.id,
        google,
        query,
        wind: (minutes: number) => {
          ahead = ahead.add({ minutes })
        },
      }
      await catchUp(run)
      const { told, waits, failed } = await work(run, wish)
      const rounds = await catchUp(run)
      const problems = [
        ...(await differences({ query, google, calendars, told })),
        ...(await brokenInvariants(query)),
        ...slowdown(wish.operations, waits),
      ]
      return {
        verify: 'faults',
        seed: wish.seed,
        holds: problems.length === 0,
        ...waits,
        appointments: told.size,
        failed_requests: failed,
        rounds,
        problems: problems.slice(0, SHOWN_PROBLEMS),
      }
    })
  } finally {
    await worker?.stop()
    await app.close()
    await google.close()
    await database.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

type Run = {
  readonly app: App
  readonly tenantId: TenantId
  readonly google: FaultyGoogle
  readonly query: Query
  wind(minutes: number): void
}

/** Everybody who works there gets a calendar. Returns which calendar a link is for. */
async function connect(app: App, tenantId: TenantId, google: FaultyGoogle): Promise<Map<string, string>> {
  const http = await app.createHttp()
  const key = (await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'verify' })).key
  const post = async (url: string, payload: object): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await http.inject({ method: 'POST', url, headers, payload })
    if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const connection = await post('/api/v1/calendar-connections', {
    ...{ provider: 'google', name: 'Salon', secrets: google.secrets(), outside_changes: 'ask' },
  })
  const staff = await app.platform.db.readTenant(tenantId, tx => app.modules.catalogue.listStaff(tx))
  const calendars = new Map<string, string>()
  for (const { id } of staff) {
    const target = `${id}@group.calendar.example`
    google.addCalendar(target)
    const wish = { connection_id: connection.id, resource_id: id, target, direction: 'both' }
    calendars.set((await post('/api/v1/calendar-links', wish)).id, target)
  }
  await http.close()
  return calendars
}

async function work(run: Run, { seed, operations }: { seed: number; operations: number }) {
  const dice = createDice(seed)
  const told: Told = new Map()
  const waits: { undisturbed: number[]; failing: number[] } = { undisturbed: [], failing: [] }
  const stretch = Math.max(SHORTEST_STRETCH, Math.ceil(operations / STRETCHES / WORK_AT_ONCE) * WORK_AT_ONCE)
  let failed = 0
  for (let done = 0; done < operations; done += WORK_AT_ONCE) {
    const kind =
      Math.floor(done / stretch) % UNDISTURBED_OF === UNDISTURBED_OF - 1 ? 'undisturbed' : 'failing'
    if (done % stretch === 0) failed += run.google.mend()
    if (done % stretch === 0 && kind === 'failing') run.google.fail()
    // One after the other: what was told is compared with what is, and people rarely do two things with one appointment.
    for (let one = 0; one < WORK_AT_ONCE; one += 1) {
      const now = run.app.platform.clock.now()
      waits[kind].push(await doRandomly(run.app, run.tenantId, { dice, told, now }))
    }
    if (dice.chance(0.1)) await tick(run)
  }
  const p95 = (values: number[]): number =>
    Math.round((values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0) * 10) /
    10
  await untilIdle(run.query)
  failed += run.google.mend()
  return {
    told,
    failed,
    waits: { p95_ms_undisturbed: p95(waits.undisturbed), p95_ms_failing: p95(waits.failing) },
  }
}

async function tick({ app, wind }: Pick<Run, 'app' | 'wind'>): Promise<void> {
  wind(1)
  for (const name of SCHEDULES) await app.platform.jobs.schedules().get(name)?.run(app.platform.clock.now())
}

/** Until nothing is left to be tried again; returns how many rounds it took. */
async function catchUp(run: Run): Promise<number> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await tick(run)
    await untilIdle(run.query)
    const [row] = await run.query<{ open: number }>(
      'select count(*)::int as open from sync_entry where sync_entry.next_try_at is not null',
    )
    if (row?.open === 0) return round
    run.wind(ROUND_MINUTES)
  }
  return MOST_ROUNDS
}

async function untilIdle(query: Query): Promise<void> {
  const deadline = performance.now() + LONGEST_SETTLING_MS
  while (performance.now() < deadline) {
    const [row] = await query<{ open: number }>(
      `select count(*)::int as open from graphile_worker.jobs
       where jobs.run_at <= now() and jobs.attempts < jobs.max_attempts and jobs.task_identifier like 'calendars.%'`,
    )
    if (row?.open === 0) return
    await wait(50)
  }
  throw new Error('Jobs of calendars were not worked on in time.')
}

function slowdown(
  operations: number,
  waits: { p95_ms_undisturbed: number; p95_ms_failing: number },
): string[] {
  const isSlower = waits.p95_ms_failing > MOST_SLOWER * waits.p95_ms_undisturbed
  return operations >= ENOUGH_TO_COMPARE && isSlower ? ['whoever books waits for the calendars'] : []
}
