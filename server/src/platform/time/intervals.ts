/**
 * Sets of instants as flat arrays of integers: start, end, start, end … Half-open, sorted, and no two of them
 * overlap or touch. Flat because ten thousand small objects cost more than the work on them.
 */
export type Intervals = readonly number[]

/** Any intervals, in any order, overlapping or not, as a set. Empty ones vanish. */
export function unite(intervals: readonly number[]): Intervals {
  return isSorted(intervals) ? mergeSorted(intervals) : mergeUnsorted(intervals)
}

export function subtract(from: Intervals, taken: Intervals): Intervals {
  const rest: number[] = []
  let next = 0
  for (let index = 0; index < from.length; index += 2) {
    let start = at(from, index)
    const end = at(from, index + 1)
    while (next < taken.length && at(taken, next + 1) <= start) next += 2
    for (let cut = next; cut < taken.length && at(taken, cut) < end; cut += 2) {
      if (at(taken, cut) > start) rest.push(start, at(taken, cut))
      start = at(taken, cut + 1)
    }
    if (start < end) rest.push(start, end)
  }
  return rest
}

export function intersect(one: Intervals, other: Intervals): Intervals {
  const both: number[] = []
  let left = 0
  let right = 0
  while (left < one.length && right < other.length) {
    const start = Math.max(at(one, left), at(other, right))
    const end = Math.min(at(one, left + 1), at(other, right + 1))
    if (start < end) both.push(start, end)
    if (at(one, left + 1) < at(other, right + 1)) left += 2
    else right += 2
  }
  return both
}

/** Where the last interval that starts at or before the instant begins in the array; -2 when there is none. */
export function indexAt(intervals: Intervals, instant: number): number {
  return lastUntil(intervals, instant, 2) * 2
}

/** Which of sorted entries, each of so many numbers, is the last that begins at or before the instant; -1 for none. */
export function lastUntil(sorted: readonly number[], instant: number, width = 1): number {
  let low = 0
  let high = sorted.length / width
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(sorted, middle * width) <= instant) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** True when one interval has all of it. */
export function covers(intervals: Intervals, start: number, end: number): boolean {
  const index = indexAt(intervals, start)
  return index >= 0 && end <= at(intervals, index + 1)
}

/** A number that is there: the loops above keep their indexes inside. */
export function at(intervals: readonly number[], index: number): number {
  return intervals[index] as number
}

function isSorted(intervals: readonly number[]): boolean {
  for (let index = 2; index < intervals.length; index += 2)
    if (at(intervals, index) < at(intervals, index - 2)) return false
  return true
}

function mergeSorted(intervals: readonly number[]): number[] {
  const merged: number[] = []
  for (let index = 0; index < intervals.length; index += 2) {
    const start = at(intervals, index)
    const end = at(intervals, index + 1)
    if (end <= start) continue
    const last = merged.length - 1
    if (last > 0 && start <= at(merged, last)) merged[last] = Math.max(at(merged, last), end)
    else merged.push(start, end)
  }
  return merged
}

/**
 * Starts and ends sorted apart: between the n-th start and the end before it there is a gap exactly if one is in the
 * set. Two native sorts of numbers instead of one of pairs with a comparison of ours.
 */
function mergeUnsorted(intervals: readonly number[]): number[] {
  const starts = new Float64Array(intervals.length / 2)
  const ends = new Float64Array(intervals.length / 2)
  let count = 0
  for (let index = 0; index < intervals.length; index += 2)
    if (at(intervals, index) < at(intervals, index + 1)) {
      starts[count] = at(intervals, index)
      ends[count] = at(intervals, index + 1)
      count += 1
    }
  if (count === 0) return []
  const first = starts.subarray(0, count).sort()
  const last = ends.subarray(0, count).sort()
  const merged = [first[0] as number]
  for (let index = 1; index < count; index += 1)
    if ((first[index] as number) > (last[index - 1] as number))
      merged.push(last[index - 1] as number, first[index] as number)
  merged.push(last[count - 1] as number)
  return merged
}
