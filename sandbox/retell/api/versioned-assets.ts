/** Agents and LLMs: a draft is edited, published and frozen; the next draft is made from a version. */
import { randomBytes } from 'node:crypto'
import { ApiError, unknownAsset } from './api-error.ts'

export interface AssetVersion {
  readonly version: number
  readonly is_published: boolean
  readonly last_modification_timestamp: number
  readonly [field: string]: unknown
}

export function createVersionedAssets(kind: { prefix: string; idField: string }, now: () => number) {
  const assets = new Map<string, AssetVersion[]>()

  const versionsOf = (id: string): AssetVersion[] => {
    const versions = assets.get(id)
    if (versions === undefined) throw unknownAsset()
    return versions
  }
  const find = (id: string, version?: number): AssetVersion => {
    const versions = versionsOf(id)
    const found = version === undefined ? versions.at(-1) : versions.find(one => one.version === version)
    if (found === undefined) throw unknownAsset()
    return found
  }
  const replace = (id: string, next: AssetVersion): AssetVersion => {
    assets.set(
      id,
      versionsOf(id).map(one => (one.version === next.version ? next : one)),
    )
    return next
  }

  return {
    find,
    has: (id: string) => assets.has(id),
    versions: versionsOf,
    latest: () => [...assets.values()].flatMap(versions => versions.at(-1) ?? []),
    create(fields: Record<string, unknown>): AssetVersion {
      const id = `${kind.prefix}_${randomBytes(13).toString('hex')}`
      const first = { ...fields, [kind.idField]: id, ...draft(0) }
      assets.set(id, [first])
      return first
    },
    update(id: string, fields: Record<string, unknown>, version?: number): AssetVersion {
      const current = find(id, version)
      if (current.is_published) throw new ApiError(400, 'A published version cannot be changed.')
      return replace(id, { ...current, ...fields, [kind.idField]: id, ...draft(current.version) })
    },
    createVersion(id: string, base: number): AssetVersion {
      const versions = versionsOf(id)
      const next = { ...find(id, base), ...draft((versions.at(-1)?.version ?? -1) + 1), base_version: base }
      assets.set(id, [...versions, next])
      return next
    },
    publish(id: string, version: number, titles: Record<string, unknown>): void {
      replace(id, { ...find(id, version), ...titles, is_published: true })
    },
    remove(id: string): void {
      if (!assets.delete(id)) throw unknownAsset()
    },
  }

  function draft(version: number) {
    return { version, is_published: false, last_modification_timestamp: now() }
  }
}

export type VersionedAssets = ReturnType<typeof createVersionedAssets>
