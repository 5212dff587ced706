import type { When } from './time-result.ts'

/**
 * The one day that an open window is about: "morgen bis zwölf", "morgen ab drei". Null for what is open beyond a
 * day, "bis Freitag", "ab Montag", and for what begins now.
 */
export function limitedDay(
  when: When,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): Temporal.PlainDate | null {
  if (when.type !== 'from' && when.type !== 'until') return null
  const limit = Temporal.Instant.from(when.type === 'from' ? when.start : when.end)
  const local = limit.toZonedDateTimeISO(zone)
  const wholeDays = local.hour === 0 && local.minute === 0
  const beginsNow = when.type === 'from' && Temporal.Instant.compare(limit, now) <= 0
  return wholeDays || beginsNow ? null : local.toPlainDate()
}
