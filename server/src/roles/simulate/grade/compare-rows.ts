import type { StateRow } from './read-state.ts'

type Expected = Readonly<Record<string, unknown>>

/** Rows that are new or not what they were. */
export function changedRows(
  before: ReadonlyMap<string, StateRow>,
  after: ReadonlyMap<string, StateRow>,
): StateRow[] {
  return [...after.values()].filter(row => before.get(row.id)?.content !== row.content)
}

/**
 * Compares as a multiset, by the keys that are given: each expected row needs a row of its own, and none may be left.
 * Returns what is wrong, as sentences.
 */
export function compareRows(
  kind: string,
  expected: readonly Expected[],
  rows: readonly StateRow[],
): string[] {
  const assigned = assign(expected, rows)
  const missing = expected.filter((_, index) => assigned[index] === null)
  const left = rows.filter(row => !assigned.includes(row))
  return [
    ...missing.map(row => `${kind}: expected and not there: ${JSON.stringify(row)}`),
    ...left.map(row => `${kind}: there and not expected: ${JSON.stringify(shown(row.fields))}`),
  ]
}

/** Most particular first would not always find a full assignment, so rows already given away are moved on (Kuhn). */
function assign(expected: readonly Expected[], rows: readonly StateRow[]): (StateRow | null)[] {
  const owner = new Map<StateRow, number>()
  const place = (index: number, tried: Set<StateRow>): boolean => {
    const wanted = expected[index]
    for (const row of rows) {
      if (wanted === undefined || tried.has(row) || !fits(row.fields, wanted)) continue
      tried.add(row)
      const other = owner.get(row)
      if (other === undefined || place(other, tried)) {
        owner.set(row, index)
        return true
      }
    }
    return false
  }
  expected.forEach((_, index) => {
    place(index, new Set())
  })
  return expected.map((_, index) => [...owner].find(([, taken]) => taken === index)?.[0] ?? null)
}

function fits(fields: Expected, wanted: Expected): boolean {
  return Object.entries(wanted).every(([key, value]) => fitsField(fields[key], value, key))
}

function fitsField(actual: unknown, wanted: unknown, key: string): boolean {
  if (key.endsWith('_at')) return fitsInstant(actual, wanted)
  if (Array.isArray(actual))
    return Array.isArray(wanted)
      ? wanted.length === actual.length && wanted.every(one => actual.includes(one))
      : actual.length <= 1
        ? (actual[0] ?? null) === wanted
        : actual.includes(wanted)
  return (actual ?? null) === (wanted ?? null)
}

function fitsInstant(actual: unknown, wanted: unknown): boolean {
  if (typeof actual !== 'string') return actual === wanted
  const at = Temporal.Instant.from(actual).epochMilliseconds
  const epoch = (text: string): number => Temporal.Instant.from(text).epochMilliseconds
  if (typeof wanted === 'string') return at === epoch(wanted)
  const { one_of: oneOf, within } = (wanted ?? {}) as { one_of?: string[]; within?: [string, string] }
  if (oneOf) return oneOf.some(text => epoch(text) === at)
  return within !== undefined && epoch(within[0]) <= at && at <= epoch(within[1])
}

function shown(fields: Expected): Expected {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => value !== null && !key.endsWith('_id')),
  )
}
