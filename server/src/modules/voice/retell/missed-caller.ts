import type { Tx } from '../../../platform/db/database.ts'
import { languageIn } from '../../../platform/i18n/language.ts'
import type { CallRecord, CallReport, Calls } from '../../calls/index.ts'
import type { Parties } from './to-call-event.ts'

/** Staff should reach them while they still remember that they called. */
const CALL_BACK_WITHIN = { minutes: 60 }

const REASONS = {
  de: 'Der Anruf ist abgebrochen, ohne dass etwas erledigt wurde: Die Telefonie war gestört. Bitte zurückrufen.',
  en: 'The call broke off before anything was done: the telephone service had a fault. Please call back.',
} as const

/**
 * Whoever called while the provider or we were down is called back: a call that failed, in which nothing was achieved,
 * becomes one callback request. A withheld number cannot be called, and somebody who has a request already is not asked
 * for twice; the row of the call is locked by whoever reports it.
 */
export async function noteMissedCaller(
  tx: Tx,
  calls: Calls,
  missed: { call: CallRecord; report: CallReport; parties: Parties; locale: string; now: Temporal.Instant },
): Promise<void> {
  const { call, report, parties, locale, now } = missed
  const { callerE164, direction } = parties
  if (report.state !== 'failed' || callerE164 === null || direction !== 'inbound') return
  if (report.disconnectionReason === 'scam_detected') return
  const known = await calls.readCall(tx, call.id)
  if (known?.outcome !== 'failed') return
  await calls.requestCallback(tx, {
    callId: call.id,
    reason: REASONS[languageIn(locale) ?? 'de'],
    wantedWhen: null,
    dueAt: now.add(CALL_BACK_WITHIN),
    name: null,
    phoneE164: callerE164,
  })
}
