import { expect, test } from 'vitest'
import { expandHours } from './weekly-hours.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds
const expand = (
  from: string,
  to: string,
  hours: Parameters<typeof expandHours>[0]['hours'],
  closed: string[] = [],
) => expandHours({ hours, zone, range: { start: at(from), end: at(to) }, closedDates: new Set(closed) })
const tuesday = { weekday: 2, fromMinute: 540, toMinute: 780 }

test('a window lies on its weekday in local time', () => {
  expect(expand('2026-11-23T00:00', '2026-11-29T00:00', [tuesday])).toEqual([
    { start: at('2026-11-24T09:00'), end: at('2026-11-24T13:00') },
  ])
})

test('windows that touch are one stretch', () => {
  const afternoon = { weekday: 2, fromMinute: 780, toMinute: 1080 }
  expect(expand('2026-11-24T00:00', '2026-11-24T23:00', [tuesday, afternoon])).toEqual([
    { start: at('2026-11-24T09:00'), end: at('2026-11-24T18:00') },
  ])
})

test('a closed date gives nothing', () => {
  expect(expand('2026-11-24T00:00', '2026-11-24T23:00', [tuesday], ['2026-11-24'])).toEqual([])
})

test('nine o’clock stays nine o’clock on the day clocks go back', () => {
  const sunday = { weekday: 7, fromMinute: 540, toMinute: 600 }
  expect(expand('2026-10-25T00:00', '2026-10-25T23:00', [sunday])).toEqual([
    { start: at('2026-10-25T09:00'), end: at('2026-10-25T10:00') },
  ])
})

test('a night ends on the next day, which may be closed', () => {
  const night = { weekday: 4, fromMinute: 22 * 60, toMinute: 26 * 60 }
  expect(expand('2026-12-23T00:00', '2026-12-26T00:00', [night], ['2026-12-25'])).toEqual([
    { start: at('2026-12-24T22:00'), end: at('2026-12-25T02:00') },
  ])
})

test('the night in which clocks go forward is an hour shorter', () => {
  const night = { weekday: 6, fromMinute: 22 * 60, toMinute: 28 * 60 }
  const [window] = expand('2026-03-28T12:00', '2026-03-29T12:00', [night])
  expect(window && (window.end - window.start) / 3_600_000).toBe(5)
})

test('the night in which clocks go back has the hour twice that lies inside', () => {
  const until = (hour: number) => {
    const night = { weekday: 6, fromMinute: 22 * 60, toMinute: (24 + hour) * 60 }
    return expand('2026-10-24T12:00', '2026-10-25T12:00', [night]).map(
      window => (window.end - window.start) / 3_600_000,
    )
  }
  expect(until(2)).toEqual([4])
  expect(until(3)).toEqual([6])
})

test('24:00 is the end of a day that is 23 hours long', () => {
  const sunday = { weekday: 7, fromMinute: 0, toMinute: 1440 }
  const [window] = expand('2026-03-29T00:00', '2026-03-29T23:00', [sunday])
  expect(window && (window.end - window.start) / 3_600_000).toBe(23)
})
