import { z } from 'zod'
import { startOfLocalDay } from '../time/zoned.ts'

/** A query parameter that is a date (`2026-11-24`, a whole local day) or an instant with offset. */
export const momentText = z
  .string()
  .max(40)
  .refine(text => momentOf(text, 'UTC') !== null, {
    error: 'must be a date (2026-11-24) or an instant with offset',
  })

/** The instant meant; a date is its local midnight. Null for anything else. */
export function momentOf(text: string, zone: string): Temporal.Instant | null {
  try {
    const moment = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.Instant.fromEpochMilliseconds(startOfLocalDay(Temporal.PlainDate.from(text), zone))
      : // A plus sign in an unescaped query arrives as a space.
        Temporal.Instant.from(text.replace(/ (\d{2}:\d{2})$/, '+$1'))
    return isInOurTime(moment) ? moment : null
  } catch {
    return null
  }
}

const EARLIEST = Temporal.Instant.from('1900-01-01T00:00Z')
const LATEST = Temporal.Instant.from('2200-01-01T00:00Z')

function isInOurTime(moment: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, EARLIEST) >= 0 && Temporal.Instant.compare(moment, LATEST) < 0
}
