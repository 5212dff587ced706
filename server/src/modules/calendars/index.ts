import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { type CalendarAdapters, createCalendarAdapters } from './adapters.ts'
import { createCalcom } from './calcom/calcom-door.ts'
import type { CalcomSettings } from './calcom/settings.ts'
import { createAccounts } from './connections/accounts.ts'
import { createAskProvider } from './connections/ask-provider.ts'
import { connectionRoutes } from './connections/connection-routes.ts'
import { linkRoutes } from './connections/link-routes.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { createCalendarChecks } from './health.ts'
import { createEnterAppointment } from './ledger/enter-appointment.ts'
import { createFollowOutside } from './ledger/follow-outside.ts'
import { defineLedgerJobs } from './ledger/ledger-jobs.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import { createSettleAttempt } from './ledger/settle-attempt.ts'
import { createSettleConflict } from './ledger/settle-conflict.ts'
import { createWriteEntry } from './ledger/write-entry.ts'
import { defineWriteJob, type WriteJob } from './ledger/write-job.ts'
import { createApplyReading } from './mirror/apply-reading.ts'
import { defineMirrorJobs } from './mirror/mirror-jobs.ts'
import { createReadCalendar } from './mirror/read-calendar.ts'
import type { CalendarNeighbours } from './neighbours.ts'

export type { CalendarAdapters } from './adapters.ts'

export type Calendars = ReturnType<typeof createCalendars>

export type CalendarOptions = {
  readonly publicUrl: () => string
  readonly calcom: CalcomSettings
  /** Stand in for the providers that they name. */
  readonly stands?: Partial<CalendarAdapters>
}

/** Other people's calendars: their busy times mirrored, our appointments written, and what was changed there. */
export function createCalendars(
  platform: Platform,
  neighbours: CalendarNeighbours,
  options: CalendarOptions,
) {
  const calcom = createCalcom(platform, options.calcom)
  const adapters = { ...createCalendarAdapters(platform, { calcom: calcom.adapter }), ...options.stands }
  const accounts = createAccounts(platform)
  const parts = { ...neighbours, adapters, accounts }
  // The writer and whoever gives it work know each other: the job is there before anything is enqueued.
  let writeJob: WriteJob
  const laterWriteJob = () => writeJob
  const followOutside = createFollowOutside(platform, neighbours)
  const settleAttempt = createSettleAttempt(platform, followOutside, laterWriteJob)
  writeJob = defineWriteJob(platform, createWriteEntry(platform, parts, settleAttempt))
  const applyReading = createApplyReading(platform, neighbours, laterWriteJob)
  const readCalendar = createReadCalendar(platform, parts, applyReading)
  const { readJob } = defineMirrorJobs(platform, readCalendar)
  const { fillJob } = defineLedgerJobs(platform, createEnterAppointment(platform, laterWriteJob), writeJob)
  const askProvider = createAskProvider(platform, parts)
  const settleConflict = createSettleConflict(platform, followOutside, laterWriteJob)
  const calcomRoutes = calcom.open({ ...parts, ...askProvider, readJob, publicUrl: options.publicUrl })
  return {
    /** How calendars are at each provider, over all businesses. */
    checks: createCalendarChecks(platform, adapters),
    routes: async (app: HttpServer): Promise<void> => {
      connectionRoutes(platform, parts, askProvider)(app)
      linkRoutes(platform, parts, { ...askProvider, readJob, fillJob })(app)
      ledgerRoutes(platform, { settleConflict, writeJob })(app)
      feedRoutes(platform)(app)
      await calcomRoutes(app)
    },
  }
}
