import type { Tx } from '../../../platform/db/database.ts'
import type { AgentVersionId, ConnectionId, PublicationId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { firstStep } from '../domain/agent/publication.ts'
import { withStorage } from '../retell/agent/render-agent.ts'
import { insertPublication, lockAgent, noteOnVersion } from './agent-store.ts'
import { newestPublication, readVersion, type VersionView, versionInState } from './agent-views.ts'
import type { AgentParts } from './neighbours.ts'
import { hashOf, wantedOf } from './publication-steps.ts'
import type { PublicationPayload } from './publish-agent.ts'
import { renderFor, storageIn } from './render-for.ts'

export type StartedPublication =
  | { readonly kind: 'started'; readonly id: PublicationId }
  | { readonly kind: 'unknown' | 'publishing' | 'live_already' }

/**
 * Begins to make a version the one that speaks: a draft, or an earlier one again. What it is made of is fixed in this
 * moment; the rest is the work of a job. One at a time: the row of the agent is locked, and the table knows it too.
 */
export function createStartPublication(
  { clock, jobs, live }: Platform,
  parts: AgentParts,
  publishJob: () => JobDefinition<PublicationPayload>,
) {
  return async function startPublication(
    tx: Tx,
    wanted: {
      connection: { id: ConnectionId; slug: string }
      versionId: AgentVersionId
      actor: string
    },
  ): Promise<StartedPublication> {
    const now = clock.now()
    const agentId = await lockAgent(tx, wanted.connection.id, now)
    const version = await readVersion(tx, wanted.versionId)
    if (version === null) return { kind: 'unknown' }
    if ((await newestPublication(tx))?.endedAt === null) return { kind: 'publishing' }
    const liveVersion = await versionInState(tx, 'live')
    if (liveVersion?.id === version.id) return { kind: 'live_already' }
    const frozen = version.state !== 'draft' && version.state !== 'prepared'
    const id = await insertPublication(tx, {
      ...{ agentId, versionId: version.id, previousVersionId: liveVersion?.id ?? null, now },
      ...{ step: firstStep({ frozen }), startedBy: wanted.actor },
    })
    if (!frozen) await fix(tx, { version, id, agentId, slug: wanted.connection.slug })
    await jobs.enqueue(tx, publishJob(), { tenant_id: tx.tenantId, publication_id: id })
    await live.announce(tx, { topic: 'receptionist', id, call_id: null })
    return { kind: 'started', id }
  }

  async function fix(
    tx: Tx,
    given: { version: VersionView; id: PublicationId; agentId: VersionView['agentId']; slug: string },
  ): Promise<void> {
    const { version, id, agentId, slug } = given
    const rendered =
      version.state === 'prepared' && version.rendered !== null
        ? withStorage(version.rendered, storageIn(await parts.tenants.read(tx)), id)
        : await renderFor(tx, parts, {
            ...{ definition: version.definition, agentId, reference: id, connection: slug },
          })
    await noteOnVersion(tx, version.id, { rendered, publishedHash: hashOf(wantedOf({ rendered })) })
  }
}
