import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { decodeNumberCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import { scheduleState } from '../../platform/jobs/health.ts'
import {
  countJobs,
  countWorkers,
  discardJobs,
  JOB_STATES,
  type JobState,
  type JobView,
  listJobs,
  listSchedules,
  retryJobs,
} from '../../platform/jobs/queue.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { opsErrors } from './errors.ts'
import {
  jobShape,
  mayChange,
  type Permission,
  presentJob,
  presentSchedule,
  scheduleShape,
} from './present-job.ts'

const all = { access: { kind: 'tenant', scope: 'all' } } as const
const jobId = z.string().regex(/^\d{1,18}$/, { error: 'must be the number of a job' })
const params = z.object({ id: jobId })
const MOST_AT_ONCE = 200

const skipped = z.array(z.object({ id: z.string(), no: z.string(), why: z.string() }))

/** The jobs of one business: what waits, what failed and why, and what may be done about it. */
export function jobRoutes(platform: Platform, { tenants }: { tenants: Tenants }) {
  const { db, jobs, live, clock } = platform

  return (app: HttpServer): void => {
    app.get('/api/v1/jobs', {
      config: all,
      schema: {
        querystring: pageQuery.extend({ state: z.enum(JOB_STATES).optional() }),
        response: {
          200: z.object({ items: z.array(jobShape), next_cursor: z.string().nullable() }),
        },
      },
      handler: async request => {
        const { state, limit, cursor } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const beforeId = decodeNumberCursor(cursor)?.id ?? null
          const rows = await listJobs(tx, { state: state ?? null, beforeId, limit: limit + 1 })
          const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
          return { ...page, items: page.items.map(job => presentJob(job, timeZone)) }
        })
      },
    })

    app.get('/api/v1/jobs/summary', {
      config: all,
      schema: {
        response: {
          200: z.object({
            counts: z.record(z.enum(JOB_STATES), z.number()),
            workers_alive: z.number(),
            schedules: z.array(scheduleShape),
          }),
        },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const counts: Record<JobState, number> = {
            waiting: 0,
            scheduled: 0,
            running: 0,
            retrying: 0,
            dead: 0,
          }
          for (const count of await countJobs(tx)) counts[count.state] += count.jobs
          const schedules = await listSchedules(tx)
          return {
            counts,
            workers_alive: await countWorkers(tx),
            schedules: schedules.map(schedule =>
              presentSchedule(schedule, scheduleState(jobs, schedule, clock.now()), timeZone),
            ),
          }
        }),
    })

    app.get('/api/v1/jobs/:id', {
      config: { ...all, errors: [opsErrors.unknownJob] },
      schema: { params, response: { 200: jobShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          return presentJob(await mustExist(tx, request.params.id), timeZone)
        }),
    })

    app.post('/api/v1/jobs/:id/retry', {
      config: { ...all, errors: [opsErrors.unknownJob, opsErrors.jobNotFailed] },
      schema: { params, response: { 200: jobShape } },
      handler: async request => {
        const { id } = request.params
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          await mustBeFailed(tx, id)
          if ((await retryJobs(tx, [id])).length === 0) throw new AppError(opsErrors.jobNotFailed)
          await announce(tx, [id])
          return presentJob(await mustExist(tx, id), timeZone)
        })
      },
    })

    app.post('/api/v1/jobs/:id/discard', {
      config: { ...all, errors: [opsErrors.unknownJob, opsErrors.jobNotFailed] },
      schema: {
        params,
        body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
        response: { 200: z.object({ id: z.string(), discarded: z.literal(true) }) },
      },
      handler: async request => {
        const { id } = request.params
        const { tenantId, actor } = principalOf(request)
        return await db.inTenant(tenantId, async tx => {
          await mustBeFailed(tx, id)
          const gone = await discardJobs(tx, { ids: [id], actor, reason: request.body.reason })
          if (gone.length === 0) throw new AppError(opsErrors.jobNotFailed)
          await announce(tx, [id])
          return { id, discarded: true as const }
        })
      },
    })

    app.post('/api/v1/jobs/retry', {
      config: all,
      schema: {
        body: z.union([
          z.strictObject({ ids: z.array(jobId).min(1).max(MOST_AT_ONCE) }),
          z.strictObject({ state: z.literal('dead') }),
        ]),
        response: {
          200: z.object({ retried: z.array(z.string()), skipped, more: z.boolean() }),
        },
      },
      handler: async request => {
        const { body } = request
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const wanted = 'ids' in body ? { state: null, ids: body.ids } : { state: 'dead' as const }
          const found = await listJobs(tx, { ...wanted, beforeId: null, limit: MOST_AT_ONCE + 1 })
          const chosen = found.slice(0, MOST_AT_ONCE)
          const retried = await retryJobs(
            tx,
            chosen.map(job => job.id),
          )
          await announce(tx, retried)
          const ids = 'ids' in body ? [...new Set(body.ids)] : chosen.map(job => job.id)
          return {
            retried,
            skipped: ids.filter(id => !retried.includes(id)).map(id => ({ id, ...whyNot(chosen, id) })),
            more: found.length > MOST_AT_ONCE,
          }
        })
      },
    })
  }

  async function announce(tx: Tx, ids: readonly string[]): Promise<void> {
    for (const id of ids) await live.announce(tx, { topic: 'job', id, call_id: null })
  }
}

async function mustExist(tx: Tx, id: string): Promise<JobView> {
  const [job] = await listJobs(tx, { state: null, ids: [id], beforeId: null, limit: 1 })
  if (!job) throw new AppError(opsErrors.unknownJob)
  return job
}

async function mustBeFailed(tx: Tx, id: string): Promise<void> {
  const permission = mayChange((await mustExist(tx, id)).state)
  if (permission !== true) throw new AppError(opsErrors.jobNotFailed, permission.no)
}

function whyNot(found: readonly JobView[], id: string): Exclude<Permission, true> {
  const job = found.find(candidate => candidate.id === id)
  if (!job) return { no: 'There is no such job any more.', why: 'unknown' }
  const permission = mayChange(job.state)
  return permission === true ? { no: 'Somebody was faster.', why: 'changed' } : permission
}
