import type { Database } from '../db/database.ts'
import { instantSql, isoText } from '../db/instant-sql.ts'
import { newId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { OutboundRecord } from './outbound.ts'

/**
 * Every request to the outside as a row of `outbound_request`: who asked whom for what, how long it took and how it
 * ended; no addresses and no bodies. Written in batches beside the work: a request never waits for its record. A
 * process that is killed loses at most the records of its last second; what it did is in the tables of the work.
 */
export type RequestLog = {
  record(request: OutboundRecord): void
  /** Writes what is left. */
  close(): Promise<void>
}

const EVERY_MS = 1000
/** While the database is away the newest are kept; one row is about 200 bytes. */
const MOST_KEPT = 5000
const MOST_AT_ONCE = 500

export function createRequestLog(platform: { db: Database; log: Log; metrics: Metrics }): RequestLog {
  const { db, log, metrics } = platform
  const waiting: OutboundRecord[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      await insert(db, batch).catch(error => {
        // What the table refuses it refuses for ever: it must not hold up what comes after.
        if (!isRefusedByTable(error)) throw error
        log.error({ err: error, lost: batch.length }, 'records of outbound requests do not fit their table')
      })
      waiting.splice(0, batch.length)
    }
  }
  const flush = async (): Promise<void> => {
    writing ??= write()
      .catch(error =>
        log.warn({ err: error, kept: waiting.length }, 'outbound requests could not be recorded'),
      )
      .finally(() => {
        writing = null
      })
    await writing
  }
  // Begun here and not with a request, so that it runs outside any request's context.
  const timer = setInterval(() => {
    if (waiting.length > 0) flush().catch(() => {})
  }, EVERY_MS).unref()

  return {
    record: request => {
      const { provider, operation, outcome, tookMs } = request
      metrics.outboundRequests.observe({ provider, operation, outcome }, tookMs / 1000)
      if (waiting.length >= MOST_KEPT && writing === null) waiting.shift()
      waiting.push(request)
    },
    close: async () => {
      clearInterval(timer)
      await flush()
      if (waiting.length > 0) await flush()
    },
  }
}

/** Removes records older than `before`; returns how many. Small portions, so that nobody waits for the locks. */
export async function purgeOutboundRequests(db: Database, before: Temporal.Instant): Promise<number> {
  for (let removed = 0; ; ) {
    const count = await db.acrossTenants('outbound: remove old records', async tx => {
      const { numDeletedRows } = await tx
        .deleteFrom('outbound_request')
        .where('outbound_request.id', 'in', old =>
          old
            .selectFrom('outbound_request')
            .select('outbound_request.id')
            .where('outbound_request.at', '<', instantSql(before))
            .orderBy('outbound_request.at')
            .limit(5000),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    })
    removed += count
    if (count === 0) return removed
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint). */
function isRefusedByTable(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown } | null)?.code ?? ''))
}

async function insert(db: Database, batch: readonly OutboundRecord[]): Promise<void> {
  await db.acrossTenants('outbound: record requests', tx =>
    tx
      .insertInto('outbound_request')
      .values(
        batch.map(request => ({
          id: newId<'outbound-request'>(),
          provider: request.provider,
          operation: request.operation,
          on_behalf_of: request.tenantId ?? null,
          request_id: request.requestId,
          at: isoText(request.at),
          took_ms: request.tookMs,
          attempts: request.attempts,
          status: request.status,
          outcome: request.outcome,
        })),
      )
      .execute(),
  )
}
