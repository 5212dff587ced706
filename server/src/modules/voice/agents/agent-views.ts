import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { AgentVersionId, ConnectionId, PublicationId, VoiceAgentId } from '../../../platform/ids/ids.ts'
import type { AgentDefinition } from '../domain/agent/definition.ts'
import type { PublicationReason, PublicationState, PublicationStep } from '../domain/agent/publication.ts'
import type { RenderedAgent } from '../retell/agent/render-agent.ts'
import type { NumberSettings } from '../retell/agent/retell-agents.ts'
import { readDefinition } from './definition-schema.ts'

export type AgentView = {
  readonly id: VoiceAgentId
  readonly connectionId: ConnectionId
  readonly externalId: string | null
  readonly drift: DriftFound | null
  readonly driftCheckedAt: Temporal.Instant | null
}

/** What was found otherwise at the provider, and what would be rendered otherwise today. */
export type DriftFound = {
  readonly state: 'none' | 'drifted' | 'outdated' | 'unknown'
  readonly differences: readonly DriftPlace[]
}
export type DriftPlace = {
  readonly path: string
  readonly expected: unknown
  readonly found: unknown
}

/** `prepared`: made of what is live and on its way, beside the draft that somebody works on. */
export type VersionState = 'draft' | 'prepared' | 'published' | 'live' | 'retired'
export type VersionView = {
  readonly id: AgentVersionId
  readonly agentId: VoiceAgentId
  readonly number: number
  readonly state: VersionState
  readonly revision: number
  readonly definition: AgentDefinition
  readonly rendered: RenderedAgent | null
  readonly publishedHash: string | null
  readonly readBackHash: string | null
  readonly externalVersion: number | null
  readonly externalLlmId: string | null
  readonly madeBy: string
  readonly createdAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant | null
  readonly liveAt: Temporal.Instant | null
}

export type PublicationView = {
  readonly id: PublicationId
  readonly agentId: VoiceAgentId
  readonly versionId: AgentVersionId
  readonly previousVersionId: AgentVersionId | null
  readonly state: PublicationState
  readonly step: PublicationStep
  readonly bindings: Readonly<Record<string, NumberSettings>> | null
  readonly reason: PublicationReason | null
  readonly detail: string | null
  readonly startedBy: string
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
}

export type PublicationStepView = {
  readonly step: string
  readonly outcome: string
  readonly detail: string | null
  readonly at: Temporal.Instant
}

export async function readAgent(tx: Tx): Promise<AgentView | null> {
  const row = await tx
    .selectFrom('voice_agent')
    .select([
      'voice_agent.id',
      'voice_agent.connection_id as connectionId',
      'voice_agent.external_id as externalId',
      'voice_agent.drift',
      'voice_agent.drift_checked_at as driftCheckedAt',
    ])
    .where('voice_agent.tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return (row ?? null) as AgentView | null
}

function selectVersions(tx: Tx) {
  return tx
    .selectFrom('agent_version')
    .select([
      'agent_version.id',
      'agent_version.agent_id as agentId',
      'agent_version.number',
      'agent_version.state',
      'agent_version.revision',
      'agent_version.definition',
      'agent_version.rendered',
      'agent_version.published_hash as publishedHash',
      'agent_version.read_back_hash as readBackHash',
      'agent_version.external_version as externalVersion',
      'agent_version.external_llm_id as externalLlmId',
      'agent_version.made_by as madeBy',
      'agent_version.created_at as createdAt',
      'agent_version.published_at as publishedAt',
      'agent_version.live_at as liveAt',
    ])
    .where('agent_version.tenant_id', '=', tx.tenantId)
}

type VersionRow = Omit<VersionView, 'definition'> & { readonly definition: unknown }

export async function readVersion(tx: Tx, id: AgentVersionId): Promise<VersionView | null> {
  const row = await selectVersions(tx).where('agent_version.id', '=', id).executeTakeFirst()
  return row ? toVersion(row as VersionRow) : null
}

/** The one in this state, of which there is one at most. */
export async function versionInState(
  tx: Tx,
  state: 'draft' | 'prepared' | 'live',
): Promise<VersionView | null> {
  const row = await selectVersions(tx).where('agent_version.state', '=', state).executeTakeFirst()
  return row ? toVersion(row as VersionRow) : null
}

/** Newest first. */
export async function listVersions(
  tx: Tx,
  { after, limit }: { after: Cursor | null; limit: number },
): Promise<VersionView[]> {
  const rows = await selectVersions(tx)
    .where(
      sql<boolean>`(${after?.at ?? null}::timestamptz is null
        or (agent_version.created_at, agent_version.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))`,
    )
    .orderBy('agent_version.created_at', 'desc')
    .orderBy('agent_version.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => toVersion(row as VersionRow))
}

function selectPublications(tx: Tx) {
  return tx
    .selectFrom('agent_publication')
    .select([
      'agent_publication.id',
      'agent_publication.agent_id as agentId',
      'agent_publication.version_id as versionId',
      'agent_publication.previous_version_id as previousVersionId',
      'agent_publication.state',
      'agent_publication.step',
      'agent_publication.bindings',
      'agent_publication.reason',
      'agent_publication.detail',
      'agent_publication.started_by as startedBy',
      'agent_publication.started_at as startedAt',
      'agent_publication.ended_at as endedAt',
    ])
    .where('agent_publication.tenant_id', '=', tx.tenantId)
}

export async function readPublication(tx: Tx, id: PublicationId): Promise<PublicationView | null> {
  const row = await selectPublications(tx).where('agent_publication.id', '=', id).executeTakeFirst()
  return (row ?? null) as PublicationView | null
}

/** The newest one, over or not. */
export async function newestPublication(tx: Tx): Promise<PublicationView | null> {
  const row = await selectPublications(tx)
    .orderBy('agent_publication.started_at', 'desc')
    .orderBy('agent_publication.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row ?? null) as PublicationView | null
}

export async function stepsOf(tx: Tx, id: PublicationId): Promise<PublicationStepView[]> {
  return await tx
    .selectFrom('agent_publication_step')
    .select([
      'agent_publication_step.step',
      'agent_publication_step.outcome',
      'agent_publication_step.detail',
      'agent_publication_step.at',
    ])
    .where('agent_publication_step.tenant_id', '=', tx.tenantId)
    .where('agent_publication_step.publication_id', '=', id)
    .orderBy('agent_publication_step.position')
    .execute()
}

function toVersion(row: VersionRow): VersionView {
  return { ...row, definition: readDefinition(row.definition) }
}
