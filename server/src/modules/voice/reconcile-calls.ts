import { newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Connections } from './connections.ts'
import { createRetellAccount, type RetellAccount } from './retell/retell-account.ts'

type Parts = {
  readonly connections: Connections
  /** Where Retell is asked; null: nowhere. */
  readonly apiUrl: () => string | null
}

type LookBack = { readonly hours: number; readonly settledMinutes?: number }

/** Analyses come within a minute; what is younger is not lost yet. */
const SETTLED_MINUTES = 2
const SOURCE = 'retell'

/**
 * Events that got lost are asked for: Retell sends none again (failure 9). Every call that ended in the range and whose
 * last event never came is fetched and received as that event, so that it takes the way of every event: once, in
 * quarantine if it is nobody's, without what may not be stored. A real event that comes late then is the same one.
 * An account that does not answer does not keep the others waiting.
 */
export function createReconcileCalls(platform: Platform, { connections, apiUrl }: Parts) {
  return async function reconcileCalls({ hours, settledMinutes = SETTLED_MINUTES }: LookBack): Promise<void> {
    const baseUrl = apiUrl()
    if (baseUrl === null) return
    const now = platform.clock.now()
    const range = { from: now.subtract({ hours }), until: now.subtract({ minutes: settledMinutes }) }
    let failure: unknown = null
    for (const { slug, keys } of await connections.atRetell()) {
      const [apiKey] = keys
      if (apiKey === undefined) continue
      const account = createRetellAccount(platform.outbound, { connection: slug, apiKey, baseUrl })
      try {
        const found = await reconcileAccount(platform, account, { slug, ...range })
        if (found > 0) platform.log.warn({ connection: slug, calls: found }, 'events of calls had got lost')
      } catch (error) {
        platform.log.warn({ err: error, connection: slug }, 'the calls of an account could not be asked for')
        failure ??= error
      }
    }
    if (failure !== null) throw failure
  }
}

async function reconcileAccount(
  platform: Platform,
  account: RetellAccount,
  { slug, from, until }: { slug: string; from: Temporal.Instant; until: Temporal.Instant },
): Promise<number> {
  let found = 0
  for await (const page of account.endedBetween(from, until)) {
    const wanted = page.map(({ callId, analyzed }) => ({
      callId,
      event: analyzed ? 'call_analyzed' : 'call_ended',
    }))
    if (wanted.length === 0) continue
    const known = await knownKeys(
      platform,
      `${SOURCE}/${slug}`,
      wanted.map(({ event, callId }) => `${event}/${callId}`),
    )
    for (const { callId, event } of wanted) {
      if (known.has(`${event}/${callId}`)) continue
      const call = await account.call(callId)
      if (call === null) continue
      await platform.inbox.receive({
        source: `${SOURCE}/${slug}`,
        eventKey: `${event}/${callId}`,
        headers: { found: 'reconciled' },
        body: JSON.stringify({ event, call }),
        requestId: newId<'request'>(),
      })
      found += 1
    }
  }
  return found
}

async function knownKeys({ db }: Platform, source: string, keys: string[]): Promise<ReadonlySet<string>> {
  const rows = await db.acrossTenants('voice: which events of calls came', tx =>
    tx
      .selectFrom('inbox')
      .select('inbox.event_key')
      .where('inbox.source', '=', source)
      .where('inbox.event_key', 'in', keys)
      .execute(),
  )
  return new Set(rows.map(row => row.event_key))
}

/** Often for what was lost a moment ago, and at night for what was lost while we or Retell were away. */
export function scheduleReconciliation(
  { jobs }: Platform,
  reconcileCalls: (lookBack: LookBack) => Promise<void>,
): void {
  const shared = {
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'An event that is stored is not stored again.',
  } as const
  jobs.schedule({
    ...shared,
    name: 'voice.reconcile-recent-calls',
    cadence: { cron: '*/10 * * * *', zone: 'Europe/Berlin' },
    run: async () => await reconcileCalls({ hours: 3 }),
  })
  jobs.schedule({
    ...shared,
    name: 'voice.reconcile-calls-of-a-week',
    cadence: { cron: '10 4 * * *', zone: 'Europe/Berlin' },
    run: async () => await reconcileCalls({ hours: 24 * 7 }),
  })
}
