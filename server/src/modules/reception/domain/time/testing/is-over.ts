import type { When } from '../time-result.ts'

/** Whether any of it is gone: what must never be `resolved`. */
export function isOver(when: When, { now, zone }: { now: Temporal.Instant; zone: string }): boolean {
  const before = (instant: string): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(instant), now) < 0
  switch (when.type) {
    case 'day':
      return when.date < now.toZonedDateTimeISO(zone).toPlainDate().toString()
    case 'time':
    case 'from':
      return before(when.start)
    case 'range':
    case 'until':
      return before(when.end)
    case 'set':
      return [...when.any, ...when.except].some(each => isOver(each, { now, zone }))
    default:
      return false
  }
}
