import { discardJob, retryDeadJobs, retryJobs } from '../../api/job-queries.ts'
import { Problem } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import type { Result } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import type { PluralForms } from '../../util/plural.ts'

/** What can be done with jobs, one or many, and what came of it. */
export const useJobActions = () => {
  const { counted } = useFormats()
  const { result, pending, start } = useAction(topics.jobs)

  const resultOf = (done: number, forms: PluralForms, skipped: number, more = ''): Result => ({
    went: skipped === 0 ? 'well' : 'partly',
    text: [`${counted(done, forms)}.`, skipped > 0 && `${counted(skipped, words.system.skipped)}.`, more]
      .filter(Boolean)
      .join(' '),
  })

  return {
    result,
    pending,
    retry: (ids: string[]) =>
      start(async () => {
        const { retried, skipped } = await retryJobs(ids)
        return resultOf(retried.length, words.jobs.retried, skipped.length)
      }),
    retryAllDead: () =>
      start(async () => {
        const { retried, skipped, more } = await retryDeadJobs()
        const rest = more ? words.jobs.more : ''
        return resultOf(retried.length, words.jobs.retried, skipped.length, rest)
      }),
    discard: (ids: string[], reason: string) =>
      start(async () => {
        const gone: boolean[] = []
        for (const id of ids) gone.push(await discardOne(id, reason))
        const done = gone.filter(Boolean).length
        return resultOf(done, words.jobs.discarded, ids.length - done)
      }),
  }
}

/** False for a job that somebody else has discarded or that runs again; any other failure ends the whole. */
const discardOne = async (id: string, reason: string): Promise<boolean> => {
  try {
    await discardJob(id, reason)
    return true
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 409)) return false
    throw error
  }
}
