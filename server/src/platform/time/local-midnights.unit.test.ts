import { expect, test } from 'vitest'
import { DAY, localMidnights } from './working-time.ts'

test.each([
  ['Europe/Berlin', '2026-03-25T10:00Z'],
  ['Europe/Berlin', '2026-10-22T22:00Z'],
  ['America/Havana', '2026-10-28T10:00Z'],
  ['Asia/Beirut', '2026-03-26T10:00Z'],
  ['America/Santiago', '2026-09-02T10:00Z'],
  ['Australia/Lord_Howe', '2026-04-02T10:00Z'],
  ['Pacific/Apia', '2011-12-27T10:00Z'],
  ['Africa/Monrovia', '1972-01-04T10:00Z'],
])('Midnights of %s from %s on are those the calendar knows', (zone, from) => {
  const start = Temporal.Instant.from(from)
  const to = start.epochMilliseconds + 9 * DAY
  const expected: number[] = []
  let day = start.toZonedDateTimeISO(zone).startOfDay()
  while (day.epochMilliseconds < to) {
    expected.push(day.epochMilliseconds)
    day = day.add({ days: 1 }).startOfDay()
  }
  expect(localMidnights(zone, { from: start.epochMilliseconds, to })).toEqual(expected)
})
