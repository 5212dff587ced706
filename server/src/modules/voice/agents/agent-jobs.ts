import { z } from 'zod'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { keepingChanged } from '../../tenants/index.ts'
import type { DriftFound } from './agent-views.ts'
import type { PublicationPayload } from './publish-agent.ts'

const payload = z.object({ tenant_id: z.uuid(), publication_id: z.uuid() })
const ofTenant = z.object({ tenant_id: z.uuid() })

/** Forward for some minutes, then back for a day. */
const PUBLISH_ATTEMPTS = 6
const TURN_BACK_ATTEMPTS = 25
/** Longer than the attempts forward take. */
const STANDS_STILL_AFTER = { minutes: 30 }

export type AgentWork = {
  publish(payload: PublicationPayload, attempt: { number: number; last: boolean }): Promise<void>
  turnBack(payload: PublicationPayload): Promise<void>
  checkDrift(tenantId: TenantId): Promise<DriftFound>
  followKeeping(tenantId: TenantId, because: 'setting' | 'look'): Promise<void>
}

/** One job for a publication, whoever asks for it. */
function publicationKey(id: string): string {
  return `publication/${id}`
}

/** The work of publications, and the look at what became of what was published. */
export function defineAgentJobs({ db, jobs, log, clock }: Platform, work: () => AgentWork) {
  const publish = jobs.define<PublicationPayload>({
    name: 'voice.publish-receptionist',
    payload,
    priority: 'live',
    maxAttempts: PUBLISH_ATTEMPTS,
    safeToRepeat: 'It goes on where it stands; every step looks at what is there before it makes anything.',
    run: async (given, attempt) => await work().publish(given, attempt),
  })
  const turnBack = jobs.define<PublicationPayload>({
    name: 'voice.turn-back-receptionist',
    payload,
    priority: 'live',
    maxAttempts: TURN_BACK_ATTEMPTS,
    safeToRepeat: 'Numbers are bound to what they were bound to before, again.',
    run: async given => await work().turnBack(given),
  })
  const look = jobs.define<{ tenant_id: string }>({
    name: 'voice.look-at-receptionist',
    payload: ofTenant,
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'It looks, and publishes what may be kept only where Retell was told otherwise.',
    run: async ({ tenant_id }) => await lookAt(tenant_id as TenantId),
  })
  jobs.subscribe(keepingChanged, {
    name: 'voice.publish-what-may-be-kept',
    payload: ofTenant,
    priority: 'live',
    maxAttempts: 12,
    safeToRepeat: 'What is on its way already, or as it should be, is not published again.',
    run: async ({ tenant_id }) => await work().followKeeping(tenant_id as TenantId, 'setting'),
  })
  jobs.schedule({
    name: 'voice.check-receptionists',
    cadence: { cron: '*/10 * * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 2,
    safeToRepeat: 'It looks, and takes up what stands still.',
    run: async () => {
      for (const stuck of await unfinished()) {
        await db.inTenant(stuck.tenant_id as TenantId, tx =>
          jobs.enqueue(
            tx,
            stuck.state === 'running' ? publish : turnBack,
            { tenant_id: stuck.tenant_id, publication_id: stuck.id },
            { key: publicationKey(stuck.id) },
          ),
        )
      }
      for (const tenantId of await tenantsWithAgents())
        await lookAt(tenantId).catch((error: unknown) =>
          log.warn({ err: error, tenant: tenantId }, 'a receptionist could not be looked at'),
        )
    },
  })
  return { publish, turnBack, look }

  /** What may be kept of calls is the business's decision: it is not left to somebody who presses a button. */
  async function lookAt(tenantId: TenantId): Promise<void> {
    const drift = await work().checkDrift(tenantId)
    if (drift.state === 'drifted')
      log.warn({ tenant: tenantId, places: drift.differences.length }, 'a receptionist has drifted')
    await work().followKeeping(tenantId, 'look')
  }

  async function unfinished() {
    return await db.acrossTenants('voice: publications whose job is gone', tx =>
      tx
        .selectFrom('agent_publication')
        .select(['agent_publication.tenant_id', 'agent_publication.id', 'agent_publication.state'])
        .where('agent_publication.ended_at', 'is', null)
        .where('agent_publication.started_at', '<', instantSql(clock.now().subtract(STANDS_STILL_AFTER)))
        .execute(),
    )
  }

  async function tenantsWithAgents(): Promise<TenantId[]> {
    const rows = await db.acrossTenants('voice: whose receptionists are looked at', tx =>
      tx
        .selectFrom('agent_version')
        .select('agent_version.tenant_id')
        .where('agent_version.state', '=', 'live')
        .execute(),
    )
    return rows.map(row => row.tenant_id as TenantId)
  }
}
