import { isWanted, type WantedTime } from '../../../modules/reception/index.ts'
import type { Accept } from '../script.ts'
import type { Option } from './hear-turn.ts'

/** What an option must hold to be taken. */
export type Terms = {
  readonly accept: Accept
  /** Whom the caller wants; null: anyone. */
  readonly staff: string | null
  /** What the phrase spoken last asks for; null: nothing in particular. */
  readonly wanted: WantedTime | null
  readonly zone: string
}

const STEP_MS = 5 * 60_000
const LONGEST_LOOK = 4 * 7 * 24 * 12

/** Whether the caller takes an option: all keys given must hold. */
export function takes(option: Option, terms: Terms): boolean {
  return isBy(option, terms) && isAt(option.start, terms)
}

export function isBy({ staff }: Option, { accept, staff: wish }: Terms): boolean {
  return [wish, accept.staff ?? null].every(name => name === null || staff.some(one => sameName(one, name)))
}

/** Whether a start is one the caller takes. */
function isAt(start: number, terms: Terms): boolean {
  const { accept, wanted, zone } = terms
  const exact = accept.exact_only !== true || wanted === null || isExactly(start, wanted, zone)
  return exact && isOnDate(start, terms) && isInHours(start, terms)
}

export function isOnDate(start: number, { accept, zone }: Terms): boolean {
  return accept.dates === undefined || accept.dates.includes(localOf(start, zone).date)
}

function isInHours(start: number, { accept, zone }: Terms): boolean {
  const { clock } = localOf(start, zone)
  return clock >= (accept.not_before ?? '00:00') && clock <= (accept.not_after ?? '24:00')
}

/** Too early or too late in the day for the caller. */
export function sideOf(start: number, { accept, zone }: Terms): 'early' | 'late' | 'fits' {
  const { clock } = localOf(start, zone)
  if (clock < (accept.not_before ?? '00:00')) return 'early'
  return clock > (accept.not_after ?? '24:00') ? 'late' : 'fits'
}

/** The first date on which a start could be taken that the phrase asks for; null: the phrase can lead to none. */
export function possibleDate(terms: Terms): string | null {
  const { wanted, zone } = terms
  if (wanted === null) return terms.accept.dates?.[0] ?? null
  let looked = 0
  for (const range of wanted.ranges) {
    for (let start = Math.ceil(range.start / STEP_MS) * STEP_MS; start < range.end; start += STEP_MS) {
      if (isWanted(start, wanted, zone) && isAt(start, terms)) return localOf(start, zone).date
      looked += 1
      if (looked > LONGEST_LOOK) return null
    }
  }
  return null
}

function isExactly(start: number, wanted: WantedTime, zone: string): boolean {
  return wanted.exact === null ? isWanted(start, wanted, zone) : start === wanted.exact
}

export function localOf(start: number, zone: string): { date: string; clock: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  return { date: local.toPlainDate().toString(), clock: local.toPlainTime().toString().slice(0, 5) }
}

function sameName(one: string, other: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/^(dr\.?|frau|herr) /, '')
  return bare(one) === bare(other)
}
