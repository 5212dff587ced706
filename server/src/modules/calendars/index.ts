import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { SealedColumn } from '../../platform/secrets/seal-anew.ts'
import { createCalendarAdapters } from './adapters.ts'
import { countMetadata, summariseMetadata } from './cache/metadata-views.ts'
import { createStoredMetadata } from './cache/stored-metadata.ts'
import { createWarmMetadata } from './cache/warm-metadata.ts'
import { createCalcom } from './calcom/calcom-door.ts'
import { connectionContext, createAccounts } from './connections/accounts.ts'
import { createAskProvider } from './connections/ask-provider.ts'
import { connectionRoutes } from './connections/connection-routes.ts'
import { defineEndAccess } from './connections/end-access.ts'
import { linkRoutes } from './connections/link-routes.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { googleConsent } from './google/consent.ts'
import { countCalendars, createCalendarChecks } from './health.ts'
import { createEnterAppointments } from './ledger/enter-appointment.ts'
import { createFollowOutside } from './ledger/follow-outside.ts'
import { defineLedgerJobs } from './ledger/ledger-jobs.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import { createSettleAttempt } from './ledger/settle-attempt.ts'
import { createSettleConflict } from './ledger/settle-conflict.ts'
import { createWriteEntry } from './ledger/write-entry.ts'
import { defineWriteJob, type WriteJob } from './ledger/write-job.ts'
import { microsoftConsent } from './microsoft/consent.ts'
import { createApplyReading } from './mirror/apply-reading.ts'
import { defineMirrorJobs } from './mirror/mirror-jobs.ts'
import { createReadCalendar } from './mirror/read-calendar.ts'
import type { CalendarNeighbours } from './neighbours.ts'
import { consentRoutes } from './oauth/consent-routes.ts'
import { type CalendarOptions, readSettings } from './options.ts'
import { hintRoutes } from './push/hint-routes.ts'
import { definePushJobs } from './push/push-jobs.ts'
import { readHints } from './push/read-hints.ts'
import { createTendChannel, pushContext } from './push/tend-channel.ts'

export type { CalendarAdapters } from './adapters.ts'
export type { CalendarFigures } from './health.ts'

/** Where secrets of businesses are. */
const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'calendar_connection', column: 'sealed_secrets', contextOf: connectionContext },
  { table: 'calendar_link', column: 'push_sealed_secret', contextOf: pushContext },
]

/** Other people's calendars: their busy times mirrored, our appointments written, and what was changed there. */
export function createCalendars(
  platform: Platform,
  neighbours: CalendarNeighbours,
  options: CalendarOptions,
) {
  const metadata = createStoredMetadata(platform)
  const calcom = createCalcom(platform, metadata, options.calcom)
  const settings = readSettings(options)
  const stands = { calcom: calcom.adapter, ...options.stands }
  const adapters = createCalendarAdapters(platform, settings, stands)
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
  const { readJob } = defineMirrorJobs(platform, readCalendar, calcom.keepTimes(parts))
  const { fillJob } = defineLedgerJobs(platform, createEnterAppointments(platform, laterWriteJob), writeJob)
  const askProvider = createAskProvider(platform, parts, metadata)
  const endAccessJob = defineEndAccess(platform, parts)
  const hintsTo = (provider: string, connectionId: string): string =>
    `${options.publicUrl().replace(/\/$/, '')}/webhooks/${provider}/${connectionId}`
  const tendChannel = createTendChannel(platform, { ...parts, hintsTo }, readJob)
  readHints(platform, { readJob, ...definePushJobs(platform, adapters, tendChannel) })
  const consents = {
    google: googleConsent(platform.outbound, settings.google),
    microsoft: microsoftConsent(platform.outbound, settings.microsoft),
  }
  const settleConflict = createSettleConflict(platform, followOutside, laterWriteJob)
  const calcomRoutes = calcom.open({ ...parts, ...askProvider, readJob, publicUrl: options.publicUrl })
  return {
    /** How calendars are at each provider, over all businesses. */
    checks: createCalendarChecks(platform, adapters),
    figures: () => countCalendars(platform),
    sealedColumns: SEALED_COLUMNS,
    /** What is kept of providers: how much, how often it was found; asked for anew, or forgotten. */
    metadata: {
      count: () => countMetadata(platform),
      summary: () => summariseMetadata(platform),
      ...createWarmMetadata(platform, parts, metadata),
    },
    routes: async (app: HttpServer): Promise<void> => {
      connectionRoutes(platform, parts, { ...askProvider, endAccessJob })(app)
      linkRoutes(platform, parts, { ...askProvider, readJob, fillJob })(app)
      consentRoutes(platform, parts, { providers: consents, publicUrl: options.publicUrl })(app)
      await hintRoutes(platform)(app)
      ledgerRoutes(platform, { settleConflict, writeJob })(app)
      feedRoutes(platform)(app)
      await calcomRoutes(app)
    },
  }
}
