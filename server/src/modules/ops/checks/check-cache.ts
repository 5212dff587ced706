import type { CheckDetail, Finding } from '../health.ts'

/**
 * Redis, in which requests are counted for all processes: without it each counts for itself, and nobody waits. Beside it
 * how well what is kept of providers in the database does; that is never a fault.
 */
export async function checkCache(
  ping: (() => Promise<void>) | null,
  kept: () => Promise<CheckDetail>,
): Promise<Finding> {
  const detail = await kept()
  if (ping === null) return { status: 'not_configured', detail }
  const begun = performance.now()
  try {
    await ping()
    const latency_ms = Math.round((performance.now() - begun) * 10) / 10
    return { status: 'ok', detail: { latency_ms, ...detail } }
  } catch {
    const problem = 'no answer; each process counts requests for itself'
    return { status: 'degraded', detail: { problem, ...detail } }
  }
}
