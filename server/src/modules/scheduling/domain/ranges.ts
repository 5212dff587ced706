import type { EpochRange } from '../../../platform/time/zoned.ts'

/** `open` without `taken`. `open` is sorted and does not overlap itself; `taken` may be in any order and overlap. */
export function subtractRanges(open: readonly EpochRange[], taken: readonly EpochRange[]): EpochRange[] {
  const blocks = taken.toSorted((one, other) => one.start - other.start)
  const free: EpochRange[] = []
  let next = 0
  for (const range of open) {
    while (next < blocks.length && (blocks[next]?.end ?? 0) <= range.start) next += 1
    free.push(...cut(range, blocks, next))
  }
  return free
}

/** What remains of one range; blocks before `first` end before it. */
function cut(range: EpochRange, blocks: readonly EpochRange[], first: number): EpochRange[] {
  const rest: EpochRange[] = []
  let from = range.start
  for (let index = first; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block || block.start >= range.end) break
    if (block.start > from) rest.push({ start: from, end: block.start })
    from = Math.max(from, block.end)
  }
  if (from < range.end) rest.push({ start: from, end: range.end })
  return rest
}

/** What lies in both; both sorted and without overlaps of their own. */
export function intersectRanges(one: readonly EpochRange[], other: readonly EpochRange[]): EpochRange[] {
  const both: EpochRange[] = []
  let left = 0
  let right = 0
  for (;;) {
    const a = one[left]
    const b = other[right]
    if (!a || !b) return both
    const start = Math.max(a.start, b.start)
    const end = Math.min(a.end, b.end)
    if (start < end) both.push({ start, end })
    if (a.end < b.end) left += 1
    else right += 1
  }
}
