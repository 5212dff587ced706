/** Half-open ranges of epoch milliseconds. */
export type Range = { readonly start: number; readonly end: number }

export const MINUTE = 60_000

/** Sorted, and without overlaps or seams. */
export function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (range.end <= range.start) continue
    if (last !== undefined && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else result.push(range)
  }
  return result
}

export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  let left = merged(ranges)
  for (const { start, end } of merged(taken))
    left = left.flatMap(range =>
      end <= range.start || start >= range.end
        ? [range]
        : [
            ...(start > range.start ? [{ start: range.start, end: start }] : []),
            ...(end < range.end ? [{ start: end, end: range.end }] : []),
          ],
    )
  return left
}

/** What lies in every one of the lists. */
export function common(lists: readonly (readonly Range[])[]): Range[] {
  const [first, ...others] = lists
  return others.reduce<Range[]>(
    (left, list) =>
      left.flatMap(one =>
        list
          .map(other => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
          .filter(({ start, end }) => start < end),
      ),
    merged(first ?? []),
  )
}

export function covers(ranges: readonly Range[], wanted: Range): boolean {
  return ranges.some(({ start, end }) => start <= wanted.start && wanted.end <= end)
}

export function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end
}
