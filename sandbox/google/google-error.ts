/** A refusal of the Calendar API: `{"error":{code, message, errors:[{domain, reason, message}]}}`. */
export class GoogleError extends Error {
  readonly status: number
  readonly reason: string

  constructor(status: number, reason: string, message: string) {
    super(message)
    this.status = status
    this.reason = reason
  }
}

export function wordError(status: number, message: string, reason = reasonFor(status)): object {
  return { error: { code: status, message, errors: [{ domain: domainFor(reason), reason, message }] } }
}

function reasonFor(status: number): string {
  if (status === 400) return 'invalid'
  if (status === 401) return 'authError'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'notFound'
  if (status === 429) return 'rateLimitExceeded'
  return 'backendError'
}

function domainFor(reason: string): string {
  if (/rateLimitExceeded|quotaExceeded|dailyLimit/i.test(reason)) return 'usageLimits'
  return reason === 'fullSyncRequired' || reason === 'updatedMinTooLongAgo' ? 'calendar' : 'global'
}
