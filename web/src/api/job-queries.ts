import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Job, JobState, Session } from './contract.ts'
import { LOOK_AFTER_MS, pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

export const jobStates = ['dead', 'retrying', 'running', 'waiting', 'scheduled'] as const satisfies JobState[]

export const isJobState = (text: unknown): text is JobState => jobStates.some(state => state === text)

/** The jobs of this business, newest first; all of them or those in one state. */
export const jobPagesQuery = (state: JobState | undefined) =>
  pagesQuery(
    [topics.jobs, 'pages', state ?? null],
    (page, signal) => {
      const query = { limit: 50, ...page, ...(state && { state }) }
      return unwrap(client.GET('/api/v1/jobs', { params: { query }, signal }))
    },
    isMoving,
  )

/** A job that runs, or is due: the server announces only those that have failed for good. */
const isMoving = ({ state, run_at }: Job) =>
  state === 'running' || (state !== 'dead' && Date.parse(run_at) < Date.now() + LOOK_AFTER_MS)

/** Confirmations that failed for good and go out only when someone sends them again. */
/** None for whoever may not look at jobs. */
export const unsentConfirmationsQuery = (permissions: Session['permissions']) =>
  queryOptions({
    queryKey: [topics.jobs, 'unsent-confirmations'],
    queryFn: async ({ signal }) => {
      if (!permissions.includes('all')) return []
      const query = { state: 'dead', limit: 200 } as const
      const list = await unwrap(client.GET('/api/v1/jobs', { params: { query }, signal }))
      return list.items.filter(job => job.name === 'messaging.send-confirmation')
    },
  })

export const jobSummaryQuery = () =>
  queryOptions({
    queryKey: [topics.jobs, 'summary'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/jobs/summary', { signal })),
    refetchInterval: ({ state: { data } }) =>
      (data?.counts.running ?? 0) + (data?.counts.waiting ?? 0) > 0 ? LOOK_AFTER_MS : false,
  })

/** @throws Problem as for every call below */
export const retryJobs = (ids: string[]) => unwrap(client.POST('/api/v1/jobs/retry', { body: { ids } }))

export const retryDeadJobs = () => unwrap(client.POST('/api/v1/jobs/retry', { body: { state: 'dead' } }))

export const discardJob = (id: string, reason: string) =>
  unwrap(client.POST('/api/v1/jobs/{id}/discard', { params: { path: { id } }, body: { reason } }))
