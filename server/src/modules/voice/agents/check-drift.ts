import type { Tx } from '../../../platform/db/database.ts'
import { ProviderError } from '../../../platform/errors/provider-error.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Difference, differencesBetween, withoutSecrets } from '../domain/agent/differences.ts'
import type { AccountOf, TenantAccount } from './account-of.ts'
import { saveDrift } from './agent-store.ts'
import {
  type AgentView,
  type DriftFound,
  type DriftPlace,
  newestPublication,
  readAgent,
  type VersionView,
  versionInState,
} from './agent-views.ts'
import type { AgentParts } from './neighbours.ts'
import { externalOf, numberSettings, readDocuments, wantedOf } from './publication-steps.ts'
import { renderFor } from './render-for.ts'

type Live = { readonly agent: AgentView; readonly version: VersionView }

const MOST_PLACES = 40
const NOTHING: DriftFound = { state: 'none', differences: [] }

/**
 * Holds what the provider has against what was published, and that against what would be rendered today. Somebody may
 * change an agent by hand in the provider's own pages, or bind a number elsewhere (failures 10, 70); a new colleague or
 * a setting of privacy makes what was published old.
 */
export function createCheckDrift({ db, clock, live }: Platform, parts: AgentParts, accountOf: AccountOf) {
  return async function checkDrift(tenantId: TenantId): Promise<DriftFound> {
    const known = await db.inTenant(tenantId, async tx => {
      const [agent, version] = [await readAgent(tx), await versionInState(tx, 'live')]
      return agent && version && { agent, version, publication: await newestPublication(tx) }
    })
    if (known === null) return NOTHING
    // On its way to another version it is not as the old one was published.
    if (known.publication?.endedAt === null) return known.agent.drift ?? NOTHING
    const account = await accountOf(tenantId)
    const found = account === null ? null : await unlessUnreachable(() => atProvider(account, known))
    const slug = account?.connection.slug
    const today = slug === undefined ? [] : await db.inTenant(tenantId, tx => renderToday(tx, known, slug))
    const drift = judge(found, today)
    return await db.inTenant(tenantId, async tx => {
      if ((await newestPublication(tx))?.id !== known.publication?.id) return known.agent.drift ?? NOTHING
      await saveDrift(tx, drift, clock.now())
      await live.announce(tx, { topic: 'receptionist', id: known.agent.id, call_id: null })
      return drift
    })
  }

  async function atProvider(account: TenantAccount, { agent, version }: Live): Promise<DriftPlace[]> {
    const work = { ...account, agent, version }
    const { documents, isPublished } = await readDocuments(work, externalOf(work))
    const places = differencesBetween(wantedOf(version), documents).map(toPlace)
    if (!isPublished) places.push({ path: 'agent.is_published', expected: true, found: false })
    const wanted = numberSettings(work)
    for (const e164 of account.numbers) {
      const settings = await account.account.number(e164)
      places.push(...differencesBetween({ [e164]: wanted }, { [e164]: settings }).map(toPlace))
    }
    return places
  }

  async function renderToday(tx: Tx, { agent, version }: Live, connection: string): Promise<DriftPlace[]> {
    const rendered = await renderFor(tx, parts, {
      ...{ definition: version.definition, agentId: agent.id, connection },
      reference: referenceIn(version),
    })
    return differencesBetween(rendered, version.rendered).map(toPlace)
  }
}

/** Null: it cannot be known now. */
async function unlessUnreachable(look: () => Promise<DriftPlace[]>): Promise<DriftPlace[] | null> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof ProviderError) return null
    throw error
  }
}

function judge(found: readonly DriftPlace[] | null, today: readonly DriftPlace[]): DriftFound {
  if (found === null) return { state: 'unknown', differences: [] }
  if (found.length > 0) return { state: 'drifted', differences: found.slice(0, MOST_PLACES) }
  return { state: today.length > 0 ? 'outdated' : 'none', differences: today.slice(0, MOST_PLACES) }
}

function toPlace({ path, before, after }: Difference): DriftPlace {
  return { path, expected: withoutSecrets(before ?? null), found: withoutSecrets(after ?? null) }
}

function referenceIn({ rendered }: VersionView): string {
  const variables = rendered?.llm?.default_dynamic_variables as Record<string, string> | undefined
  return variables?.model_reference ?? ''
}
