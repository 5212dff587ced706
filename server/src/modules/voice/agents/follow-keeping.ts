import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../platform/db/database.ts'
import type { ConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { storageOf, withStorage } from '../retell/agent/render-agent.ts'
import { insertPrepared, lockAgent, replacePrepared } from './agent-store.ts'
import { newestPublication, type PublicationView, readAgent, versionInState } from './agent-views.ts'
import type { AgentParts } from './neighbours.ts'
import { storageIn } from './render-for.ts'
import type { createStartPublication } from './start-publication.ts'

/** Who is said to have published. */
const ACTOR = 'privacy setting'
/** Between two that the clock begins; whoever changes the setting waits for nothing. */
const NOT_AGAIN_WITHIN = { hours: 1 }

/**
 * What may be kept of calls takes effect at once: what is live is published again, word for word, with the new rule
 * alone. Somebody's draft stays a draft. While another publication is under way nothing is done: its end looks again.
 */
export function createFollowKeeping(
  { db, clock }: Platform,
  parts: AgentParts,
  given: {
    startPublication: ReturnType<typeof createStartPublication>
    connectionOf: (tenantId: TenantId) => Promise<{ id: ConnectionId; slug: string } | null>
  },
) {
  return async function followKeeping(tenantId: TenantId, because: 'setting' | 'look'): Promise<void> {
    const connection = await given.connectionOf(tenantId)
    if (connection === null) return
    await db.inTenant(tenantId, async tx => {
      if ((await readAgent(tx)) === null) return
      const agentId = await lockAgent(tx, connection.id, clock.now())
      // In this order: who reads what is live while a publication ends might publish what is past.
      const newest = await newestPublication(tx)
      if (newest?.endedAt === null || (because === 'look' && isTriedLately(newest, clock.now()))) return
      const meant = await liveAsAllowed(tx)
      if (meant === null) return
      const prepared = await versionInState(tx, 'prepared')
      if (prepared !== null) await replacePrepared(tx, prepared.id, meant)
      const wish = { agentId, ...meant, actor: ACTOR, now: clock.now() }
      const versionId = prepared?.id ?? (await insertPrepared(tx, wish))
      await given.startPublication(tx, { connection, versionId, actor: ACTOR })
    })
  }

  /** Null: nothing is live, or it keeps what is allowed. */
  async function liveAsAllowed(tx: Tx) {
    const live = await versionInState(tx, 'live')
    if (live === null || live.rendered === null) return null
    const storage = storageIn(await parts.tenants.read(tx))
    if (isAsAllowed(live.rendered.agent, storageOf(storage))) return null
    return { definition: live.definition, rendered: withStorage(live.rendered, storage, '') }
  }
}

function isAsAllowed(agent: Readonly<Record<string, unknown>>, allowed: Record<string, unknown>): boolean {
  return Object.entries(allowed).every(([name, value]) => isDeepStrictEqual(agent[name], value))
}

function isTriedLately(newest: PublicationView | null, now: Temporal.Instant): boolean {
  if (newest?.state !== 'rolled_back' || newest.startedBy !== ACTOR || newest.endedAt === null) return false
  return Temporal.Instant.compare(newest.endedAt, now.subtract(NOT_AGAIN_WITHIN)) > 0
}
