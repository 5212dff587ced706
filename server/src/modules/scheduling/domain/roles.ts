import type { Part } from './free-starts.ts'

/**
 * The one construction of a service: whom and what it takes, and when, counted from its start. Offering, explaining,
 * holding and booking all take it from here.
 *
 * A role that several segments name is one person or room for all of them; different roles may be filled by
 * different ones. People are taken in the segments and free in the gaps. A room or device is taken from the first of
 * its segments to the end of the last that follows without interruption, through the gaps, unless its gaps are free.
 */
export type Role = { readonly name: string; readonly kind: Kind; readonly parts: readonly Part[] }

type Kind = 'staff' | 'room' | 'device'

type Need = { readonly role: string; readonly kind: Kind; readonly gaps?: 'kept' | 'free' }

export type SegmentPlan = {
  readonly minutes: number
  readonly gapAfterMinutes: number
  readonly needs?: readonly Need[]
}

const MINUTE = 60_000
const KINDS: readonly Kind[] = ['staff', 'room', 'device']

/** People first, then rooms, then devices; within a kind as the segments name them. The order never depends on who can. */
export function rolesOf(segments: readonly SegmentPlan[], kinds: ReadonlySet<string>): Role[] {
  const usual = KINDS.filter(kind => kinds.has(kind)).map((kind): Need => ({ role: kind, kind }))
  const byName = new Map<string, Need & { parts: Part[] }>()
  let offsetMs = 0
  for (const [position, segment] of segments.entries()) {
    const part = { position, offsetMs, durationMs: segment.minutes * MINUTE }
    for (const need of segment.needs ?? usual) {
      const known = byName.get(need.role) ?? { ...need, parts: [] }
      byName.set(need.role, known)
      known.parts.push(part)
    }
    offsetMs += (segment.minutes + segment.gapAfterMinutes) * MINUTE
  }
  const roles = [...byName.values()].map(({ role, kind, gaps, parts }) => ({
    name: role,
    kind,
    parts: kind === 'staff' || gaps === 'free' ? parts : throughGaps(parts),
  }))
  return KINDS.flatMap(kind => roles.filter(role => role.kind === kind))
}

/** Segments that follow each other become one part. */
function throughGaps(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const [index, part] of parts.entries()) {
    const before = joined.at(-1)
    if (before && parts[index - 1]?.position === part.position - 1) {
      joined.pop()
      joined.push({ ...before, durationMs: part.offsetMs + part.durationMs - before.offsetMs })
    } else joined.push(part)
  }
  return joined
}
