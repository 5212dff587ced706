import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, civilDateOf } from '../civil-date.ts'
import { instantOf, isoInstant } from './moment.ts'
import { localDate } from './zone-offset.ts'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Beirut']
const MINUTES = [0, 1, 90, 150, 200, 719, 1439, 1440, 1530, 1620]
const DAYS = Array.from({ length: 800 }, (_, i) => addDays(civilDateOf('2026-01-01'), i))

describe('a wall time', () => {
  it.each(ZONES)('lies where the calendar says, on every day of two years in %s', zone => {
    for (const date of DAYS) {
      for (const minutes of MINUTES) {
        const asked = byCalendar(date, minutes, zone)
        expect(instantOf(date, minutes, zone)).toEqual({
          epochMilliseconds: asked.epochMilliseconds,
          text: isoInstant(asked),
        })
      }
    }
  })

  it('of years with a local mean time has the offset the calendar writes', () => {
    const date = civilDateOf('1880-05-01')
    expect(instantOf(date, 600, 'Europe/Berlin').text).toBe(
      isoInstant(byCalendar(date, 600, 'Europe/Berlin')),
    )
  })
})

describe('the date on the clocks of a zone', () => {
  it.each(ZONES)('is the one of the calendar, hour by hour through two years in %s', zone => {
    const begin = Date.UTC(2026, 0, 1)
    for (let hour = 0; hour < 800 * 24; hour += 1) {
      const now = Temporal.Instant.fromEpochMilliseconds(begin + hour * 3_600_000 - 1)
      const asked = now.toZonedDateTimeISO(zone).toPlainDate()
      if (localDate(now, zone).toString() !== asked.toString())
        expect(`${now} ${localDate(now, zone)}`).toBe(`${now} ${asked}`)
    }
  })
})

function byCalendar(day: CivilDate, minutes: number, zone: string): Temporal.ZonedDateTime {
  const date = Temporal.PlainDate.from(day.toString())
  if (minutes === 0) return date.toZonedDateTime(zone)
  const rest = minutes % 1440
  const plainTime = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60)
  return date.add({ days: Math.floor(minutes / 1440) }).toZonedDateTime({ timeZone: zone, plainTime })
}
