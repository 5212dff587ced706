import fc from 'fast-check'
import type { When } from '../time-result.ts'

const ZONE = 'Europe/Berlin'
const MIDNIGHT = { hour: 0, minute: 0 }

/** A day, time, run of days, part of a day or open window one day to two years after today, on the clocks of Berlin. */
export const spokenWhen: fc.Arbitrary<(today: Temporal.PlainDate) => When> = fc
  .record({
    type: fc.constantFrom('day', 'time', 'days', 'hours', 'from', 'until', 'clock', 'set'),
    ahead: fc.integer({ min: 1, max: 700 }),
    length: fc.integer({ min: 1, max: 40 }),
    hour: fc.integer({ min: 0, max: 22 }),
    minute: fc.constantFrom(0, 5, 15, 30, 45, 59),
  })
  .map(({ type, ahead, length, hour, minute }) => today => {
    const date = today.add({ days: ahead })
    const grain = minute === 0 ? 'hour' : 'minute'
    switch (type) {
      case 'day':
        return { type, date: date.toString() }
      case 'time':
        return { type, start: at(date, { hour, minute }), grain }
      case 'from':
        return { type, start: at(date, { hour, minute }) }
      case 'until':
        return { type, end: at(date, { hour, minute }) }
      case 'days': {
        const end = at(date.add({ days: length + 1 }), MIDNIGHT)
        return { type: 'range', start: at(date, MIDNIGHT), end, grain: 'day' }
      }
      case 'hours': {
        const begin = Math.max(hour, 4)
        const [start, end] = [begin, begin + 1].map(each => at(date, { hour: each, minute }))
        return { type: 'range', start: start ?? '', end: end ?? '', grain }
      }
      case 'clock': {
        const [from, until] = [hour, hour + 1].map(
          each => `${String(each).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
        )
        return hour === 0 ? { type, until: until ?? '' } : { type, from: from ?? '', until: until ?? '' }
      }
      default: {
        const other: When = { type: 'day', date: date.add({ days: length }).toString() }
        return { type: 'set', any: [{ type: 'day', date: date.toString() }, other], except: [] }
      }
    }
  })

function at(date: Temporal.PlainDate, clock: { readonly hour: number; readonly minute: number }): string {
  return date
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(clock) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
