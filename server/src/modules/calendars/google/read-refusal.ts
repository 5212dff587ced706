import { z } from 'zod'
import type { GoogleAnswer } from './google-answer.ts'

const refusal = z.object({
  error: z.object({
    message: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
  }),
})

/** Too much at once: growing distances help (https://developers.google.com/workspace/calendar/api/guides/errors, 2026-11). */
const TOO_FAST = ['rateLimitExceeded', 'userRateLimitExceeded']
/** Used up for the day or by a limit that Google does not name: hours help. */
const USED_UP = ['quotaExceeded', 'dailyLimitExceeded', 'calendarUsageLimits', 'usageLimits']
const HOURS_SECONDS = 2 * 3600
const CONSENT_MISSING = ['insufficientPermissions', 'accessNotConfigured', 'authError']

/** What a refusal of the Calendar API means. Google says most of it with 403 and a reason. */
export function readRefusal(status: number, json: unknown): GoogleAnswer {
  const { message, errors } = refusal.catch({ error: { message: '', errors: [] } }).parse(json).error
  const reason = errors[0]?.reason ?? ''
  const detail = `${status} ${reason}: ${message}`.slice(0, 500)
  if (status === 401 || CONSENT_MISSING.includes(reason)) return { kind: 'unauthorised', detail }
  if (TOO_FAST.includes(reason)) return { kind: 'later', detail, afterSeconds: null }
  if (USED_UP.includes(reason)) return { kind: 'later', detail, afterSeconds: HOURS_SECONDS }
  if (status === 400 || status === 404 || status === 409 || status === 410 || status === 412)
    return { kind: 'status', status, detail }
  return { kind: 'refused', detail }
}
