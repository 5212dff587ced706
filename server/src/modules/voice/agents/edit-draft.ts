import type { Tx } from '../../../platform/db/database.ts'
import type { AgentVersionId, ConnectionId } from '../../../platform/ids/ids.ts'
import {
  type AgentDefinition,
  type DefinitionProblem,
  definitionProblems,
} from '../domain/agent/definition.ts'
import { insertDraft, lockAgent, replaceDraft } from './agent-store.ts'
import { newestPublication, versionInState } from './agent-views.ts'

export type EditedDraft =
  | { readonly kind: 'saved'; readonly id: AgentVersionId }
  | { readonly kind: 'stale' | 'publishing' }
  | { readonly kind: 'unusable'; readonly problems: readonly DefinitionProblem[] }

/**
 * Writes the draft of the receptionist: the one there is, or a new version. What speaks now is never touched. With
 * `revision`, a draft that somebody changed meanwhile is left alone; a draft that is being published too.
 */
export async function editDraft(
  tx: Tx,
  wanted: {
    connectionId: ConnectionId
    definition: AgentDefinition
    revision: number | null
    tools: readonly string[]
    actor: string
    now: Temporal.Instant
  },
): Promise<EditedDraft> {
  const { definition, revision, actor, now } = wanted
  const problems = definitionProblems(definition, wanted.tools)
  if (problems.length > 0) return { kind: 'unusable', problems }
  const agentId = await lockAgent(tx, wanted.connectionId, now)
  const draft = await versionInState(tx, 'draft')
  if (revision !== null && revision !== (draft?.revision ?? 0)) return { kind: 'stale' }
  if (draft === null) return { kind: 'saved', id: await insertDraft(tx, { agentId, definition, actor, now }) }
  const publication = await newestPublication(tx)
  if (publication?.endedAt === null && publication.versionId === draft.id) return { kind: 'publishing' }
  await replaceDraft(tx, { id: draft.id, revision: draft.revision, definition, actor })
  return { kind: 'saved', id: draft.id }
}
