import type { Query } from '../product/embedded-postgres.ts'

/**
 * Hostile events are acknowledged first and read later: what the product could not digest shows in its inbox and in
 * its jobs, with an error. One sentence for every such error.
 */
export async function failedWork(query: Query): Promise<string[]> {
  const events = await query<{ error: string; times: number; first: string }>(`
    select inbox.error, count(*)::int as times, left(min(inbox.body), 300) as first
    from inbox where inbox.error is not null
    group by inbox.error order by inbox.error`)
  const jobs = await query<{ task: string; error: string; times: number }>(`
    select task.identifier as task, job.last_error as error, count(*)::int as times
    from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where job.last_error is not null and task.identifier <> 'platform.process-inbox-event'
    group by task.identifier, job.last_error order by task.identifier`)
  return [
    ...events.map(
      ({ error, times, first }) => `${times} events could not be read: ${error}; one of them: ${first}`,
    ),
    ...jobs.map(({ task, error, times }) => `${task} failed ${times} times: ${error.slice(0, 200)}`),
  ]
}
