import { deleteOldRows } from '../../platform/db/delete-old-rows.ts'
import type { Platform } from '../../platform/platform.ts'

/** Callers' words are not kept for ever; what was asked often comes again. */
const KEPT_DAYS = 90

export function scheduleQuestionPurge({ db, jobs, clock }: Platform): void {
  jobs.schedule({
    name: 'reception.purge-unanswered-questions',
    cadence: { cron: '30 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: KEPT_DAYS * 24 })
      await deleteOldRows(db, { table: 'unanswered_question', by: 'asked_at', before })
    },
  })
}
