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

test('24:00 is the end of a day that is 23 hours long', () => {
  const sunday = { weekday: 7, fromMinute: 0, toMinute: 1440 }
  const [window] = expand('2026-03-29T00:00', '2026-03-29T23:00', [sunday])
  expect(window && (window.end - window.start) / 3_600_000).toBe(23)
})
