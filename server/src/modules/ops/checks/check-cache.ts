import type { CheckStatus, Finding } from '../health.ts'

/** Redis, in which requests are counted for all processes. Without it each counts for itself, and nobody waits. */
export async function checkCache(ping: (() => Promise<void>) | null): Promise<CheckStatus | Finding> {
  if (ping === null) return 'not_configured'
  const begun = performance.now()
  try {
    await ping()
    return { status: 'ok', detail: { latency_ms: Math.round((performance.now() - begun) * 10) / 10 } }
  } catch {
    return { status: 'degraded', detail: { problem: 'no answer; each process counts requests for itself' } }
  }
}
