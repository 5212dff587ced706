import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import type { App } from '../../app.ts'
import { countInbox } from '../../platform/inbox/inbox-views.ts'
import { checkJobs, scheduleState } from '../../platform/jobs/health.ts'
import {
  countJobs,
  discardJobs,
  type JobView,
  listHeartbeats,
  listJobs,
  listSchedules,
  retryJobs,
} from '../../platform/jobs/queue.ts'
import { type Command, withApp } from './command.ts'

const SHOWN = 20
const AT_ONCE = 200

export const jobsStatus: Command = {
  name: 'jobs status',
  usage: 'jobs status [--json]',
  summary:
    'What waits, what failed for good, which schedules come next; exit code 0 only if nothing is stuck or dead.',
  run: async words => {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    return await withApp(async app => {
      const status = await readStatus(app)
      if (values.json) console.log(JSON.stringify(status))
      else print(status)
      return status.health === 'ok' && status.dead === 0 && status.inbox.dead === 0 ? 0 : 1
    })
  },
}

export const jobsRetry: Command = {
  name: 'jobs retry',
  usage: 'jobs retry ID… | --job NAME | --all  [--json]',
  summary: 'Gives dead jobs all their attempts again; ID also means one that waits for its next attempt.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        job: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const ways = [positionals.length > 0, values.all, values.job !== undefined].filter(Boolean)
    if (ways.length !== 1 || !areIds(positionals)) return wrongUsage(jobsRetry)
    return await withApp(async app => {
      const { db } = app.platform
      const dead = positionals.length > 0 ? [] : await deadJobs(app)
      const chosen = dead.filter(job => values.job === undefined || job.name === values.job)
      const ids = positionals.length > 0 ? positionals : chosen.map(job => job.id)
      const retried = await db.acrossTenants('command line: retry jobs', tx => retryJobs(tx, ids))
      return report(values.json, { done: 'retried', asked: ids, changed: retried })
    })
  },
}

export const jobsDiscard: Command = {
  name: 'jobs discard',
  usage: 'jobs discard ID… --reason TEXT [--json]',
  summary: 'Gives failed jobs up; who, when and why is kept in the table discarded_job.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { reason: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const reason = values.reason?.trim() ?? ''
    if (positionals.length === 0 || !areIds(positionals) || reason === '' || reason.length > 500)
      return wrongUsage(jobsDiscard)
    return await withApp(async app => {
      const order = { ids: positionals, actor: `command-line:${userInfo().username}`, reason }
      const gone = await app.platform.db.acrossTenants('command line: discard jobs', tx =>
        discardJobs(tx, order),
      )
      return report(values.json, { done: 'discarded', asked: positionals, changed: gone })
    })
  },
}

function wrongUsage(command: Command): number {
  console.error(`askpro ${command.usage}`)
  return 2
}

function areIds(words: readonly string[]): boolean {
  return words.every(word => /^\d{1,18}$/.test(word))
}

/** Exit code 1 when something asked for was not as it must be. */
function report(
  json: boolean,
  result: { done: 'retried' | 'discarded'; asked: readonly string[]; changed: readonly string[] },
): number {
  const { done, changed } = result
  const skipped = result.asked.filter(id => !changed.includes(id))
  if (json) console.log(JSON.stringify({ [done]: changed, skipped }))
  else {
    console.log(`${changed.length} ${changed.length === 1 ? 'job' : 'jobs'} ${done}.`)
    if (skipped.length > 0) console.log(`Not there, not failed, or running: ${skipped.join(', ')}`)
  }
  return skipped.length === 0 ? 0 : 1
}

async function deadJobs(app: App): Promise<JobView[]> {
  const found: JobView[] = []
  for (;;) {
    const page = await app.platform.db.acrossTenants('command line: list dead jobs', tx =>
      listJobs(tx, { state: 'dead', beforeId: found.at(-1)?.id ?? null, limit: AT_ONCE }),
    )
    found.push(...page)
    if (page.length < AT_ONCE) return found
  }
}

async function readStatus(app: App) {
  const { db, jobs, clock } = app.platform
  const health = await checkJobs(app.platform)
  const { counts, dead, schedules, heartbeats, inbox } = await db.acrossTenants(
    'command line: jobs status',
    async tx => ({
      counts: await countJobs(tx),
      dead: await listJobs(tx, { state: 'dead', beforeId: null, limit: SHOWN }),
      schedules: await listSchedules(tx),
      heartbeats: await listHeartbeats(tx),
      inbox: await countInbox(tx),
    }),
  )
  return {
    health: health.status,
    workers_alive: health.detail.workers,
    oldest_due_seconds: health.detail.oldest_due_seconds,
    dead: health.detail.dead,
    jobs: counts.map(({ oldestDueAt, ...count }) => ({
      ...count,
      oldest_due_at: oldestDueAt?.toString() ?? null,
    })),
    dead_letters: dead.map(job => ({
      id: job.id,
      name: job.name,
      tenant_id: job.tenantId,
      request_id: job.requestId,
      attempts: job.attempts,
      reason: job.reason,
      last_error: job.lastError,
      last_failed_at: job.lastFailedAt?.toString() ?? null,
    })),
    inbox,
    heartbeats: heartbeats.map(beat => ({
      name: beat.name,
      runs: beat.runs,
      failures: beat.failures,
      last_started_at: beat.lastStartedAt?.toString() ?? null,
      last_ok_at: beat.lastOkAt?.toString() ?? null,
      last_failed_at: beat.lastFailedAt?.toString() ?? null,
    })),
    schedules: schedules.map(schedule => ({
      name: schedule.name,
      state: scheduleState(jobs, schedule, clock.now()),
      last_run_at: schedule.lastStartedAt?.toString() ?? null,
      last_ok_at: schedule.lastOkAt?.toString() ?? null,
      next_run_at: schedule.nextRunAt.toString(),
    })),
  }
}

function print(status: Awaited<ReturnType<typeof readStatus>>): void {
  console.log(`Jobs: ${status.health}, ${status.workers_alive} workers alive, ${status.dead} dead letters`)
  if (status.oldest_due_seconds > 0)
    console.log(`  oldest that could run waits for ${status.oldest_due_seconds} s`)
  console.log(`Inbox: ${status.inbox.waiting} waiting, ${status.inbox.dead} dead`)
  for (const { name, state, jobs } of status.jobs)
    console.log(`  ${name.padEnd(42)} ${state.padEnd(10)} ${jobs}`)
  if (status.dead_letters.length > 0) console.log(`Dead letters (the newest ${SHOWN}):`)
  for (const job of status.dead_letters)
    console.log(`  ${job.id.padEnd(8)} ${job.name}  ${job.reason}  ${job.last_error ?? ''}`)
  console.log('Runs so far:')
  for (const { name, runs, failures, last_ok_at } of status.heartbeats)
    console.log(`  ${name.padEnd(42)} ${runs} runs, ${failures} failed, last good ${last_ok_at ?? 'never'}`)
  console.log('Schedules:')
  for (const { name, state, last_ok_at, next_run_at } of status.schedules)
    console.log(`  ${name.padEnd(42)} ${state.padEnd(8)} last ${last_ok_at ?? 'never'}, next ${next_run_at}`)
}
