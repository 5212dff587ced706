const INSTANT = /^\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?\s*$/i

/**
 * What software says instead of a caller: "2026-12-03T14:30:00+01:00", which is the same moment in any zone, or without
 * an offset a time on the clocks here. Null for anything else.
 */
export function writtenInstant(phrase: string, zone: string): Temporal.ZonedDateTime | null {
  if (phrase.length > 50) return null
  const parts = INSTANT.exec(phrase)
  if (parts === null) return null
  const [, minute = '', , , offset] = parts
  try {
    return offset === undefined
      ? Temporal.PlainDateTime.from(minute).toZonedDateTime(zone)
      : Temporal.Instant.from(minute + offset).toZonedDateTimeISO(zone)
  } catch {
    return null
  }
}
