import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import {
  type AgentVersionId,
  type ConnectionId,
  newId,
  type PublicationId,
  type VoiceAgentId,
} from '../../../platform/ids/ids.ts'
import type { AgentDefinition } from '../domain/agent/definition.ts'
import type { PublicationReason, PublicationStep } from '../domain/agent/publication.ts'
import type { RenderedAgent } from '../retell/agent/render-agent.ts'
import type { NumberSettings } from '../retell/agent/retell-agents.ts'
import type { DriftFound, PublicationView } from './agent-views.ts'

/** The one agent of the tenant, made when it is first needed; its row stays locked in this transaction. */
export async function lockAgent(
  tx: Tx,
  connectionId: ConnectionId,
  now: Temporal.Instant,
): Promise<VoiceAgentId> {
  await tx
    .insertInto('voice_agent')
    .values({ id: newId<'voice-agent'>(), connection_id: connectionId, created_at: isoText(now) })
    .onConflict(conflict => conflict.constraint('voice_agent_one').doNothing())
    .execute()
  const row = await tx
    .selectFrom('voice_agent')
    .select('voice_agent.id')
    .where('voice_agent.tenant_id', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.id as VoiceAgentId
}

export async function insertDraft(tx: Tx, draft: NewVersion): Promise<AgentVersionId> {
  return await insertVersion(tx, draft, { state: 'draft' })
}

/** Beside the draft; there is one at most, as of drafts. */
export async function insertPrepared(
  tx: Tx,
  prepared: NewVersion & { rendered: RenderedAgent },
): Promise<AgentVersionId> {
  const rendered = JSON.stringify(prepared.rendered)
  return await insertVersion(tx, prepared, { state: 'prepared', rendered })
}

type NewVersion = {
  readonly agentId: VoiceAgentId
  readonly definition: AgentDefinition
  readonly actor: string
  readonly now: Temporal.Instant
}

async function insertVersion(
  tx: Tx,
  draft: NewVersion,
  more: { state: 'draft' | 'prepared'; rendered?: string },
): Promise<AgentVersionId> {
  const id = newId<'agent-version'>()
  await tx
    .insertInto('agent_version')
    .values({
      id,
      agent_id: draft.agentId,
      number: sql<number>`(select coalesce(max(agent_version.number), 0) + 1 from agent_version
        where agent_version.tenant_id = ${tx.tenantId} and agent_version.agent_id = ${draft.agentId})`,
      definition: JSON.stringify(draft.definition),
      made_by: draft.actor,
      created_at: isoText(draft.now),
      ...more,
    })
    .execute()
  return id
}

export async function replaceDraft(
  tx: Tx,
  draft: { id: AgentVersionId; revision: number; definition: AgentDefinition; actor: string },
): Promise<void> {
  await tx
    .updateTable('agent_version')
    .set({
      definition: JSON.stringify(draft.definition),
      revision: draft.revision + 1,
      made_by: draft.actor,
      rendered: null,
    })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.id', '=', draft.id)
    .where('agent_version.state', '=', 'draft')
    .execute()
}

/** One that turned back before it was frozen is used again. */
export async function replacePrepared(
  tx: Tx,
  id: AgentVersionId,
  { definition, rendered }: { definition: AgentDefinition; rendered: RenderedAgent },
): Promise<void> {
  await tx
    .updateTable('agent_version')
    .set({ definition: JSON.stringify(definition), rendered: JSON.stringify(rendered) })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.id', '=', id)
    .where('agent_version.state', '=', 'prepared')
    .execute()
}

type VersionFields = {
  readonly rendered?: RenderedAgent
  readonly publishedHash?: string
  readonly externalVersion?: number
  readonly externalLlmId?: string
}

/** What a publication has found out or decided about its version. */
export async function noteOnVersion(tx: Tx, id: AgentVersionId, noted: VersionFields): Promise<void> {
  await tx
    .updateTable('agent_version')
    .set({
      ...(noted.rendered === undefined ? {} : { rendered: JSON.stringify(noted.rendered) }),
      ...(noted.publishedHash === undefined ? {} : { published_hash: noted.publishedHash }),
      ...(noted.externalVersion === undefined ? {} : { external_version: noted.externalVersion }),
      ...(noted.externalLlmId === undefined ? {} : { external_llm_id: noted.externalLlmId }),
    })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.id', '=', id)
    .execute()
}

/** Frozen at the provider, and read back as it was meant. */
export async function markPublished(
  tx: Tx,
  version: { id: AgentVersionId; readBackHash: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('agent_version')
    .set({
      read_back_hash: version.readBackHash,
      state: sql<string>`case when agent_version.state in ('draft', 'prepared') then 'published'
        else agent_version.state end`,
      published_at: sql<string>`coalesce(agent_version.published_at, ${isoText(version.now)}::timestamptz)`,
    })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.id', '=', version.id)
    .execute()
}

/** From here on this version speaks, and the one before does not. */
export async function markLive(
  tx: Tx,
  version: { id: AgentVersionId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('agent_version')
    .set({ state: 'retired' })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.state', '=', 'live')
    .where('agent_version.id', '!=', version.id)
    .execute()
  await tx
    .updateTable('agent_version')
    .set({ state: 'live', live_at: isoText(version.now) })
    .where('agent_version.tenant_id', '=', tx.tenantId)
    .where('agent_version.id', '=', version.id)
    .execute()
}

export async function setExternalId(tx: Tx, agentId: VoiceAgentId, externalId: string): Promise<void> {
  await tx
    .updateTable('voice_agent')
    .set({ external_id: externalId })
    .where('voice_agent.tenant_id', '=', tx.tenantId)
    .where('voice_agent.id', '=', agentId)
    .execute()
}

export async function saveDrift(tx: Tx, drift: DriftFound, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('voice_agent')
    .set({ drift: JSON.stringify(drift), drift_checked_at: isoText(now) })
    .where('voice_agent.tenant_id', '=', tx.tenantId)
    .execute()
}

export async function insertPublication(
  tx: Tx,
  started: Pick<PublicationView, 'agentId' | 'versionId' | 'previousVersionId' | 'step' | 'startedBy'> & {
    now: Temporal.Instant
  },
): Promise<PublicationId> {
  const id = newId<'agent-publication'>()
  await tx
    .insertInto('agent_publication')
    .values({
      id,
      agent_id: started.agentId,
      version_id: started.versionId,
      previous_version_id: started.previousVersionId,
      step: started.step,
      started_by: started.startedBy,
      started_at: isoText(started.now),
    })
    .execute()
  return id
}

type Move = {
  readonly id: PublicationId
  /** Where it must stand, or somebody else was faster and nothing changes. */
  readonly from: { readonly state: 'running' | 'turning_back'; readonly step: PublicationStep }
}

/**
 * Writes down where a publication stands now; false: somebody else moved it meanwhile. The way back is written once:
 * who reads the numbers a second time may read them as they are bound by now.
 */
export async function movePublication(
  tx: Tx,
  { id, from }: Move,
  to: {
    state?: PublicationView['state']
    step?: PublicationStep
    bindings?: Readonly<Record<string, NumberSettings>>
    reason?: PublicationReason
    detail?: string
    endedAt?: Temporal.Instant
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agent_publication')
    .set({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.step === undefined ? {} : { step: to.step }),
      ...(to.bindings === undefined ? {} : { bindings: JSON.stringify(to.bindings) }),
      ...(to.reason === undefined ? {} : { reason: to.reason, detail: to.detail ?? null }),
      ...(to.endedAt === undefined ? {} : { ended_at: isoText(to.endedAt) }),
    })
    .where('agent_publication.tenant_id', '=', tx.tenantId)
    .where('agent_publication.id', '=', id)
    .where('agent_publication.state', '=', from.state)
    .where('agent_publication.step', '=', from.step)
    .$if(to.bindings !== undefined, query => query.where('agent_publication.bindings', 'is', null))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addStep(
  tx: Tx,
  noted: {
    publicationId: PublicationId
    step: string
    outcome: 'done' | 'failed' | 'turned_back' | 'undone'
    detail: string | null
    now: Temporal.Instant
  },
): Promise<void> {
  const { publicationId, step, outcome, detail } = noted
  await tx
    .insertInto('agent_publication_step')
    .values({
      publication_id: publicationId,
      position: sql<number>`(select coalesce(max(agent_publication_step.position), 0) + 1 from agent_publication_step
        where agent_publication_step.tenant_id = ${tx.tenantId}
          and agent_publication_step.publication_id = ${publicationId})`,
      step,
      outcome,
      detail,
      at: isoText(noted.now),
    })
    .execute()
}
