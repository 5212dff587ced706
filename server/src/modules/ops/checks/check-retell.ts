import type { Platform } from '../../../platform/platform.ts'
import type { Finding } from '../health.ts'

/** What the telephone says of itself. */
export type Watched = {
  readonly alarms: readonly string[]
  readonly figures: {
    readonly lostEvents: number
    readonly calls: { readonly now: number; readonly limit: number } | null
  }
}

/** Retell's events are looked for among so many of the newest. */
const NEWEST = 1000

/**
 * Whether Retell can reach us: a key is configured, and nothing speaks against it. How long ago its last event came is a
 * detail and no judgement: nights are silent. Retell itself is not asked here; nothing of ours waits for it.
 */
export async function checkRetell(
  platform: Platform,
  options: { keys: number; watch: () => Promise<Watched> },
): Promise<Finding> {
  if (options.keys === 0) return { status: 'not_configured' }
  const breaker = platform.outbound.breakerOf('retell')
  const last = await lastEventAt(platform)
  const { alarms, figures } = await options.watch()
  return {
    status: breaker === 'open' || alarms.length > 0 ? 'degraded' : 'ok',
    detail: {
      breaker,
      alarms,
      lost_events: figures.lostEvents,
      calls: figures.calls?.now ?? null,
      calls_limit: figures.calls?.limit ?? null,
      last_event_age_seconds: last && Math.round(last.until(platform.clock.now()).total('seconds')),
    },
  }
}

/** By the primary key, whose ids are ordered by time: an index on the source would cost every event to answer this. */
async function lastEventAt({ db }: Platform): Promise<Temporal.Instant | null> {
  const row = await db.acrossTenants('health: the last event of Retell', tx =>
    tx
      .selectFrom(inner =>
        inner
          .selectFrom('inbox')
          .select(['inbox.id', 'inbox.source', 'inbox.received_at'])
          .orderBy('inbox.id', 'desc')
          .limit(NEWEST)
          .as('newest'),
      )
      .select('newest.received_at')
      .where('newest.source', 'like', 'retell/%')
      .orderBy('newest.id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.received_at ?? null
}
