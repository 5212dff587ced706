import type { ConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createAccountOf } from './account-of.ts'
import { defineAgentJobs } from './agent-jobs.ts'
import { createCheckDrift } from './check-drift.ts'
import { editDraft } from './edit-draft.ts'
import { createFollowKeeping } from './follow-keeping.ts'
import type { AgentParts } from './neighbours.ts'
import { createPublishAgent } from './publish-agent.ts'
import { createStartPublication } from './start-publication.ts'

export type Receptionists = ReturnType<typeof createReceptionists>

/** The receptionist of a business as an agent at Retell: definitions, what of them is live, and whether it still is. */
export function createReceptionists(platform: Platform, parts: AgentParts) {
  const { clock } = platform
  const accountOf = createAccountOf(platform, parts)
  const jobs = defineAgentJobs(platform, () => work)
  const startPublication = createStartPublication(platform, parts, () => jobs.publish)
  const checkDrift = createCheckDrift(platform, parts, accountOf)
  const tools = parts.reception.tools.map(({ name }) => name)
  const edit = (tx: Parameters<typeof editDraft>[0], wanted: EditWish) =>
    editDraft(tx, { ...wanted, tools, now: clock.now() })
  const work = {
    ...createPublishAgent({
      platform,
      accountOf,
      turnBackJob: () => jobs.turnBack,
      lookJob: () => jobs.look,
    }),
    checkDrift,
    followKeeping: createFollowKeeping(platform, parts, { startPublication, connectionOf }),
  }
  return { accountOf, startPublication, checkDrift, edit, connectionOf }

  /** Whose account answers the numbers of a tenant; null: nobody's. */
  async function connectionOf(tenantId: TenantId): Promise<{ id: ConnectionId; slug: string } | null> {
    const found = await parts.connections.atRetellOf(tenantId)
    return found && { id: found.connection.id, slug: found.connection.slug }
  }
}

type EditWish = Omit<Parameters<typeof editDraft>[1], 'tools' | 'now'>
