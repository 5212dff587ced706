import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { countJobs, type JobState, readQueueClock } from '../../platform/jobs/queue.ts'
import type { Metrics } from '../../platform/observability/metrics.ts'
import type { Platform } from '../../platform/platform.ts'
import type { BreakerState } from '../../platform/resilience/circuit.ts'
import type { CalendarFigures } from '../calendars/index.ts'
import { LINE_ALARMS, type LineAlarm, type LineFigures } from '../voice/index.ts'

/** What waits in a queue, and since when the first of it could have been done. */
type Backlog = { readonly waiting: number; readonly dead: number; readonly oldestSeconds: number }

const PATIENCE_MS = 1000
const NO_CALENDARS: CalendarFigures = {
  ...{ connections: [], oldestReadings: [] },
  ...{ waiting: Number.NaN, conflicts: Number.NaN },
}
type Telephone = {
  readonly alarms: readonly LineAlarm[] | null
  readonly figures: Pick<LineFigures, 'calls' | 'receptionists'>
}
const NO_TELEPHONE: Telephone = {
  alarms: null,
  figures: { calls: null, receptionists: { drifted: Number.NaN, turnedBack: Number.NaN } },
}
export type Sources = {
  readonly calendarFigures: () => Promise<CalendarFigures>
  readonly telephone: () => Promise<Telephone>
}
const BREAKER: Record<BreakerState, number> = { closed: 0, half_open: 1, open: 2 }

/**
 * Brings the figures up to date that are looked up when somebody asks, and not counted as they happen. What cannot
 * be found out within a second becomes "NaN": a figure without data says so.
 */
export function createFigures(platform: Platform, { calendarFigures, telephone }: Sources) {
  const { metrics, db, outbound } = platform
  let loop = performance.eventLoopUtilization()

  return async function collectFigures(): Promise<void> {
    const now = performance.eventLoopUtilization()
    metrics.eventLoopUtilization.set(performance.eventLoopUtilization(now, loop).utilization)
    loop = now
    metrics.databasePool.set({ state: 'total' }, db.pool.totalCount)
    metrics.databasePool.set({ state: 'idle' }, db.pool.idleCount)
    metrics.databasePool.set({ state: 'waiting' }, db.pool.waitingCount)
    metrics.databasePool.set({ state: 'max' }, db.pool.options.max ?? 0)
    for (const { provider, state } of outbound.breakers())
      metrics.outboundBreaker.set({ provider }, BREAKER[state])

    const nothing = { waiting: Number.NaN, dead: Number.NaN, oldestSeconds: Number.NaN }
    // Whoever looks must not stand in the line he counts.
    const [inbox, jobs, calendars, phone] =
      db.pool.waitingCount > 0
        ? [nothing, nothing, NO_CALENDARS, NO_TELEPHONE]
        : await Promise.all([
            inTime(() => inboxBacklog(platform), nothing),
            inTime(() => jobsBacklog(platform), nothing),
            inTime(calendarFigures, NO_CALENDARS),
            inTime(telephone, NO_TELEPHONE),
          ])
    metrics.inbox.set({ state: 'waiting' }, inbox.waiting)
    metrics.inbox.set({ state: 'dead' }, inbox.dead)
    metrics.inboxOldest.set(inbox.oldestSeconds)
    metrics.jobs.set({ state: 'waiting' }, jobs.waiting)
    metrics.jobs.set({ state: 'dead' }, jobs.dead)
    metrics.jobsOldest.set(jobs.oldestSeconds)
    setCalendars(metrics, calendars)
    setTelephone(metrics, phone)
  }
}

function setTelephone(metrics: Metrics, { alarms, figures }: Telephone) {
  for (const alarm of LINE_ALARMS)
    metrics.telephoneAlarms.set({ alarm }, alarms === null ? Number.NaN : Number(alarms.includes(alarm)))
  metrics.telephoneCalls.set({ state: 'now' }, figures.calls?.now ?? Number.NaN)
  metrics.telephoneCalls.set({ state: 'limit' }, figures.calls?.limit ?? Number.NaN)
  metrics.receptionists.set({ state: 'drifted' }, figures.receptionists.drifted)
  metrics.receptionists.set({ state: 'turned_back' }, figures.receptionists.turnedBack)
}

/** A state that nobody is in any more must not keep its last figure. */
function setCalendars(
  metrics: Metrics,
  { connections, oldestReadings, waiting, conflicts }: CalendarFigures,
) {
  metrics.calendarConnections.reset()
  metrics.calendarOldestReading.reset()
  for (const { provider, state, count } of connections)
    metrics.calendarConnections.set({ provider, state }, count)
  for (const { provider, seconds } of oldestReadings) metrics.calendarOldestReading.set({ provider }, seconds)
  metrics.calendarAppointmentsWaiting.set(waiting)
  metrics.calendarConflicts.set(conflicts)
}

/** A ring waits up to ten minutes for its call by design, and is not behind; what is dead waits for a person. */
async function inboxBacklog({ db, clock }: Platform): Promise<Backlog> {
  const row = await db.acrossTenants('metrics: what waits in the inbox', tx =>
    tx
      .selectFrom('inbox')
      .select([
        sql<number>`count(*) filter (where inbox.dead_at is null)::int`.as('waiting'),
        sql<number>`count(inbox.dead_at)::int`.as('dead'),
        sql<Temporal.Instant | null>`min(inbox.received_at) filter (where inbox.dead_at is null)`.as(
          'oldest',
        ),
      ])
      .where('inbox.processed_at', 'is', null)
      .where('inbox.event_key', 'not like', 'call_inbound/%')
      .executeTakeFirstOrThrow(),
  )
  return { waiting: row.waiting, dead: row.dead, oldestSeconds: secondsSince(row.oldest, clock.now()) }
}

async function jobsBacklog({ db }: Platform): Promise<Backlog> {
  const { counts, now } = await db.acrossTenants('metrics: what waits in the queue', async tx => ({
    counts: await countJobs(tx),
    now: await readQueueClock(tx),
  }))
  const inState = (...states: JobState[]): number =>
    counts.filter(count => states.includes(count.state)).reduce((sum, count) => sum + count.jobs, 0)
  const [oldest] = counts.flatMap(count => count.oldestDueAt ?? []).sort(Temporal.Instant.compare)
  return {
    waiting: inState('waiting', 'retrying'),
    dead: inState('dead'),
    oldestSeconds: secondsSince(oldest ?? null, now),
  }
}

function secondsSince(at: Temporal.Instant | null, now: Temporal.Instant): number {
  return at === null ? 0 : Math.max(0, at.until(now).total('seconds'))
}

async function inTime<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>(resolve => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS)
  })
  try {
    return await Promise.race([ask(), late])
  } catch {
    return otherwise
  } finally {
    clearTimeout(timer)
  }
}
