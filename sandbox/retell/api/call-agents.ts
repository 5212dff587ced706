/** Which agent of the API answers a call, and who gets it when every line is taken. */
import { type AnsweringAgent, answeringAgent } from '../agent-settings.ts'
import type { KnownNumbers } from './known-numbers.ts'
import type { AssetVersion, VersionedAssets } from './versioned-assets.ts'

export interface CallAgents {
  /** Null: no agent of the API is bound to the number. With several the heaviest answers. */
  ofNumber(e164: string, direction: 'inbound' | 'outbound'): AnsweringAgent | null
  /** Null: the API does not know it. A tag stands for the newest version that is published. */
  byId(id: string, version?: number | string): AnsweringAgent | null
  fallbackOf(e164: string): string | null
}

type Bound = { agent_id: string; agent_version?: number | string; weight: number }

export function createCallAgents(
  agents: VersionedAssets,
  llms: VersionedAssets,
  numbers: KnownNumbers,
): CallAgents {
  const byId: CallAgents['byId'] = (id, version) => {
    if (!agents.has(id)) return null
    const found = versionOf(agents.versions(id), version)
    return found && answeringAgent(found, llmOf(found))
  }

  return {
    byId,
    ofNumber(e164, direction) {
      const bound = (numbers.get(e164)?.[`${direction}_agents`] ?? []) as readonly Bound[]
      const [heaviest] = bound.toSorted((one, other) => other.weight - one.weight)
      return heaviest === undefined ? null : byId(heaviest.agent_id, heaviest.agent_version)
    },
    fallbackOf: e164 => (numbers.get(e164)?.fallback_number as string | null | undefined) ?? null,
  }

  function llmOf({ response_engine }: AssetVersion): AssetVersion | null {
    const { llm_id: id, version } = (response_engine ?? {}) as { llm_id?: string; version?: number }
    return id !== undefined && llms.has(id) ? versionOf(llms.versions(id), version) : null
  }
}

function versionOf(versions: readonly AssetVersion[], wanted?: number | string): AssetVersion | null {
  if (typeof wanted === 'number') return versions.find(({ version }) => version === wanted) ?? null
  if (wanted === undefined || wanted === 'latest') return versions.at(-1) ?? null
  return versions.findLast(({ is_published }) => is_published) ?? null
}
