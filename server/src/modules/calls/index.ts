import type { Tx } from '../../platform/db/database.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Customers } from '../customers/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { changeLanguage, languageFor } from './call-language.ts'
import { countCalls } from './count-calls.ts'
import { defineEndOverdueCall } from './end-overdue-call.ts'
import { callErrors } from './errors.ts'
import { callsFollow } from './follow-merged-customer.ts'
import { scheduleCallbackEscalation } from './jobs.ts'
import { presentCallback } from './present-callback.ts'
import {
  createOpenCall,
  createRecordEntry,
  createReportCall,
  findCall,
  linkCustomer,
  lockCall,
  markDisclosed,
} from './record-call-event.ts'
import { createRecordFact } from './record-fact.ts'
import { createRecordWish } from './record-wish.ts'
import { createCompleteCallback, createRequestCallback } from './request-callback.ts'
import { callbackRoutes } from './routes.ts'
import { createSettleCallback } from './settle-callback.ts'
import { listCallbackRequests, listCalls, readCall, readCallbackRequest, readTimeline } from './views.ts'
import { wishRoutes } from './wish-routes.ts'

export type { CallCount } from './count-calls.ts'
export type { CallReport } from './domain/call.ts'
export { OUTCOMES, type Outcome } from './domain/outcome.ts'
export { callbackOverdue } from './events.ts'
export { callbackShape } from './present-callback.ts'
export type { CallIdentity, CallRecord } from './record-call-event.ts'
export type { CallView, TimelineView } from './views.ts'

export type Calls = ReturnType<typeof createCalls>

/** What happened on the telephone, in order, and what came of it. */
export function createCalls(
  platform: Platform,
  { customers, tenants }: { customers: Customers; tenants: Tenants },
) {
  const recordFact = createRecordFact(platform)
  customers.followMerges(callsFollow)
  scheduleCallbackEscalation(platform)
  return {
    errors: callErrors,
    findCall,
    lockCall,
    openCall: createOpenCall(platform, { customers, tenants }, defineEndOverdueCall(platform)),
    reportCall: createReportCall(platform),
    recordEntry: createRecordEntry(platform),
    recordFact,
    requestCallback: createRequestCallback(platform, recordFact),
    completeCallback: createCompleteCallback(platform),
    settleCallback: createSettleCallback(platform),
    recordWish: createRecordWish(platform, recordFact),
    markDisclosed,
    linkCustomer,
    /** The language a call from this number begins in: the one known caller's, else the business's. */
    languageFor: (tx: Tx, callerE164: string | null): Promise<Language> =>
      languageFor(tx, { customers, tenants }, callerE164),
    changeLanguage,
    listCalls,
    /** How many calls began in a range, by local day, hour and outcome. */
    countCalls,
    readCall,
    readTimeline,
    listCallbackRequests,
    readCallbackRequest,
    presentCallback,
    routes: async (app: HttpServer): Promise<void> => {
      await callbackRoutes(platform, { tenants })(app)
      wishRoutes(platform, { tenants })(app)
    },
  }
}
