import type { Clock } from '../../../platform/time/clock.ts'
import type { Metadata, MetadataKind } from '../cache/metadata.ts'
import { LIFETIMES_MS } from '../cache/metadata.ts'

/** What an adapter needs of the cache, without a database. */
export function createMemoryMetadata(clock: Clock): Metadata {
  const known = new Map<MetadataKind, { readonly until: number; readonly value: unknown }>()
  const refresh: Metadata['refresh'] = async (_account, kind, load) => {
    const answer = await load()
    const until = clock.now().epochMilliseconds + LIFETIMES_MS[kind]
    if (answer.kind === 'done') known.set(kind, { until, value: answer.value })
    return answer
  }
  return {
    refresh,
    read: async (account, kind, load) => {
      const entry = known.get(kind)
      if (entry === undefined || entry.until <= clock.now().epochMilliseconds)
        return await refresh(account, kind, load)
      // As the caller stored it under this kind.
      return { kind: 'done', value: entry.value as never }
    },
    forget: async (_account, kind) => {
      known.delete(kind)
    },
  }
}
