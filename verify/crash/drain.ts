import { setTimeout as wait } from 'node:timers/promises'
import { withDatabase } from '../product/embedded-postgres.ts'

const LOOK_MS = 250

/** Waits until no event, no message and no job is open any more. False: something still was after `longestMs`. */
export async function drained(dataDir: string, longestMs: number): Promise<boolean> {
  const begun = performance.now()
  return await withDatabase(dataDir, async query => {
    for (;;) {
      const [row] = await query<{ open: number }>(`
        select ((select count(*) from inbox where inbox.processed_at is null)
          + (select count(*) from message where message.state = 'queued')
          + (select count(*) from graphile_worker._private_jobs as job
             join graphile_worker._private_tasks as task on task.id = job.task_id
             where job.attempts < job.max_attempts
               and (task.identifier like 'messaging.%' or task.identifier like 'platform.process-%')))::int as open`)
      if (row?.open === 0) return true
      if (performance.now() - begun > longestMs) return false
      await wait(LOOK_MS)
    }
  })
}
