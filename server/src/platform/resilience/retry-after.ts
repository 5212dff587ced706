/**
 * What `Retry-After` asks for, in milliseconds from now: seconds or a date (RFC 9110 §10.2.3). Null when it is
 * missing or makes no sense; a date that has passed means now.
 */
export function readRetryAfter(value: string | undefined, now: Temporal.Instant): number | null {
  if (value === undefined) return null
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2}/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now.epochMilliseconds)
}
