import { DAY } from '../../../platform/time/working-time.ts'
import type { Availability } from '../domain/available-starts.ts'

/** How much one scenario may ask, so that no line keeps the others waiting. */
export const FIRST_INSTANT = Date.UTC(1970, 0, 1)
export const LAST_INSTANT = Date.UTC(2200, 0, 1)
export const LONGEST_RANGE_DAYS = 1100
/** A year, each five minutes, and some more. */
export const MOST_STARTS = 110_000
const MOST_STAFF = 100
/** Of all people together. */
const MOST_ENTRIES = { busy: 12_000, workingHours: 1000, dateOverrides: 1000 } as const
const MOST_WINDOWS = 50_000
/** What is looked at before each range, to find where its first stretch began. */
const LOOKED_BACK_DAYS = 20

export type SizeProblem = { readonly field: string; readonly detail: string }

/** Looked at before anything is read: what is too long is not checked entry by entry. */
export function entriesProblem(given: unknown): SizeProblem | null {
  const staff = listOf(given, 'staff')
  if (staff.length > MOST_STAFF) return { field: 'staff', detail: `must be at most ${MOST_STAFF}` }
  for (const [field, most] of Object.entries(MOST_ENTRIES)) {
    const entries = [given, ...staff].reduce<number>((sum, one) => sum + weight(listOf(one, field)), 0)
    if (entries > most) return { field, detail: `must have at most ${most} entries` }
  }
  return null
}

/** Windows of all people on all days of the range. */
export function windowsProblem({ people, range }: Availability): SizeProblem | null {
  const days = Math.max(0, range.to - range.from) / DAY + LOOKED_BACK_DAYS
  const windows = people.reduce((sum, { week }) => sum + days * (1 + week.windows.length / 7), 0)
  if (windows <= MOST_WINDOWS) return null
  return { field: 'range', detail: `has more than ${MOST_WINDOWS} windows of work` }
}

/** Entries, with the windows and days inside them. */
function weight(entries: readonly unknown[]): number {
  return entries.reduce<number>(
    (sum, entry) => sum + 1 + listOf(entry, 'windows').length + listOf(entry, 'days').length,
    0,
  )
}

function listOf(given: unknown, field: string): readonly unknown[] {
  if (typeof given !== 'object' || given === null) return []
  const value = (given as Readonly<Record<string, unknown>>)[field]
  return Array.isArray(value) ? value : []
}
