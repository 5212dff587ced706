import { sql } from 'kysely'
import type { Platform } from '../../../platform/platform.ts'
import { LIFETIMES_MS, METADATA_KINDS, type MetadataKind } from './metadata.ts'

export type MetadataFigures = {
  readonly kind: MetadataKind
  readonly lifetimeSeconds: number
  readonly fresh: number
  readonly expired: number
  readonly hits: number
  readonly misses: number
  /** Null: nobody has looked yet. */
  readonly hitRate: number | null
}

/** What is kept of all businesses, by kind, and how often it was found. */
export async function countMetadata({
  db,
  clock,
}: Pick<Platform, 'db' | 'clock'>): Promise<MetadataFigures[]> {
  const rows = await db.acrossTenants('cache: what is kept of providers', async tx => {
    const { rows: found } = await sql<{
      kind: string
      fresh: number
      expired: number
      hits: number
      misses: number
    }>`
      select provider_metadata.kind,
        count(*) filter (where provider_metadata.expires_at > ${clock.now().toString()}::timestamptz)::int as fresh,
        count(*) filter (where provider_metadata.expires_at <= ${clock.now().toString()}::timestamptz)::int as expired,
        sum(provider_metadata.hits)::float8 as hits, sum(provider_metadata.misses)::float8 as misses
      from provider_metadata group by provider_metadata.kind
    `.execute(tx)
    return found
  })
  return METADATA_KINDS.map(kind => {
    const { fresh, expired, hits, misses } = rows.find(row => row.kind === kind) ?? {
      ...{ fresh: 0, expired: 0, hits: 0, misses: 0 },
    }
    const lookups = hits + misses
    const hitRate = lookups === 0 ? null : Math.round((hits / lookups) * 1000) / 1000
    return { kind, lifetimeSeconds: LIFETIMES_MS[kind] / 1000, fresh, expired, hits, misses, hitRate }
  })
}

/** For health: one figure over all kinds. */
export async function summariseMetadata(platform: Pick<Platform, 'db' | 'clock'>) {
  const figures = await countMetadata(platform)
  const sum = (of: 'fresh' | 'hits' | 'misses'): number => figures.reduce((total, one) => total + one[of], 0)
  const lookups = sum('hits') + sum('misses')
  const hit_rate = lookups === 0 ? null : Math.round((sum('hits') / lookups) * 1000) / 1000
  return { entries: sum('fresh'), lookups, hit_rate }
}
