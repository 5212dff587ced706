import { expect, test } from 'vitest'
import { type WantedTime, wantedTime } from './wanted-time.ts'
import { wantedWindows } from './wanted-windows.ts'

const zone = 'Europe/Berlin'
const now = Temporal.Instant.from('2026-11-20T10:00:00+01:00').epochMilliseconds
const told = (wanted: WantedTime): string[] =>
  wantedWindows(wanted, zone).map(({ start, end }) =>
    [start, end]
      .map(at =>
        Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' }),
      )
      .join(' – '),
  )

test('a day is one window', () => {
  const day = wantedTime({ type: 'day', date: '2026-11-24' }, { now, zone })
  expect(told(day)).toEqual(['2026-11-24T00:00 – 2026-11-25T00:00'])
})

test('a time is the half hours around it', () => {
  const time = wantedTime(
    { type: 'time', start: '2026-11-24T10:00:00+01:00', grain: 'minute' },
    { now, zone },
  )
  expect(told(time)).toEqual(['2026-11-24T09:30 – 2026-11-24T10:30'])
})

test('a part of the day is a window on each day, without the days that do not count', () => {
  const wanted: WantedTime = {
    exact: null,
    ranges: [
      {
        start: Temporal.Instant.from('2026-11-24T00:00:00+01:00').epochMilliseconds,
        end: Temporal.Instant.from('2026-11-27T00:00:00+01:00').epochMilliseconds,
      },
    ],
    clock: { fromMinute: 17 * 60, untilMinute: 1440 },
    exceptDays: new Set(['2026-11-25']),
  }
  expect(told(wanted)).toEqual(['2026-11-24T17:00 – 2026-11-25T00:00', '2026-11-26T17:00 – 2026-11-27T00:00'])
})

test('today begins now', () => {
  const from = wantedTime({ type: 'clock', from: '09:00', until: '12:00' }, { now, zone })
  expect(told(from)[0]).toBe('2026-11-20T10:00 – 2026-11-20T12:00')
})
