/** A time in which a zone's clocks do not change: local time is the instant plus the offset. */
export type OffsetPeriod = { readonly start: number; readonly end: number; readonly offsetMs: number }

/** The periods of a zone that cover a range, in order; the first and the last reach beyond it without end. */
export function offsetPeriods(zone: string, from: number, to: number): OffsetPeriod[] {
  const periods: OffsetPeriod[] = []
  let start = Number.NEGATIVE_INFINITY
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(from),
  ).toZonedDateTimeISO(zone)
  while (moment) {
    const next: Temporal.ZonedDateTime | null = moment.getTimeZoneTransition('next')
    const inside: Temporal.ZonedDateTime | null = next !== null && next.epochMilliseconds < to ? next : null
    const end = inside?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    periods.push({ start, end, offsetMs: moment.offsetNanoseconds / 1e6 })
    start = end
    moment = inside
  }
  return periods
}

/** The first instant from `from` on at which the zone's clocks show a multiple of so many minutes past the hour. */
export function nextOnTheClock(periods: readonly OffsetPeriod[], from: number, stepMs: number): number {
  for (const period of periods) {
    if (period.end <= from) continue
    const earliest = Math.max(from, period.start)
    const local = earliest + period.offsetMs
    const start = local + ((stepMs - (local % stepMs)) % stepMs) - period.offsetMs
    if (start < period.end) return start
  }
  return Number.POSITIVE_INFINITY
}

/** Writes instants between two as `toOffsetString` does, and asks the zone once instead of for each. */
export function offsetWriter(zone: string, from: number, to: number): (epochMs: number) => string {
  const periods = offsetPeriods(zone, from, to + 1).map(({ start, end, offsetMs }) => {
    const inside = Temporal.Instant.fromEpochMilliseconds(Math.max(start, Math.floor(from)))
    return { end, offsetMs, text: inside.toZonedDateTimeISO(zone).offset }
  })
  return epochMs => {
    const period = periods.find(({ end }) => epochMs < end)
    if (!period) throw new Error('Periods reach without end.')
    return new Date(epochMs + period.offsetMs).toISOString().slice(0, -5) + period.text
  }
}
