import type { Database } from '../../../platform/db/database.ts'
import type { Finding } from '../health.ts'

const SLOW_MS = 1000

/** Asks the server; `degraded` when it takes more than a second, the wait for a connection included. */
export async function checkDatabase(db: Database): Promise<Finding> {
  const begun = performance.now()
  await db.ping()
  const latencyMs = performance.now() - begun
  return {
    status: latencyMs > SLOW_MS ? 'degraded' : 'ok',
    detail: {
      latency_ms: Math.round(latencyMs * 10) / 10,
      connections: db.pool.totalCount,
      idle_connections: db.pool.idleCount,
      waiting: db.pool.waitingCount,
      replication: 'not_configured',
    },
  }
}
