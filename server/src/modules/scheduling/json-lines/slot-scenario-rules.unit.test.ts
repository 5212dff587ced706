import { expect, test } from 'vitest'
import {
  type Change,
  hours,
  lasting,
  onDay,
  person,
  semantics,
  starts,
  taken,
  tuesday,
} from './testing/small-scenario.ts'

/** The rules of a scenario, and what could be read another way, worked out by hand. */
test.each<[string, Change, string]>([
  ['the last one ends with the hours', {}, '09:00 10:00 11:00'],
  ['a range begins with its first instant', tuesday('10:00', '23:00'), '10:00 11:00'],
  ['a range does not begin a second early', tuesday('10:00:01', '23:00'), '11:00'],
  ['a range ends where the appointment ends', tuesday('00:00', '11:00'), '09:00 10:00'],
  ['a range that ends a second early is too short', tuesday('00:00', '10:59:59'), '09:00'],
  [
    'a range does not move the grid',
    { ...tuesday('09:10', '23:00'), ...lasting(30, 30) },
    '09:30 10:00 10:30 11:00 11:30',
  ],
  ['seconds of now are cut off', { now: '2026-11-24T09:00:59Z' }, '09:00 10:00 11:00'],
  [
    'seconds of now are cut off behind the notice',
    { now: '2026-11-24T09:00:59Z', minimumNoticeMinutes: 60 },
    '10:00 11:00',
  ],
  ['a minute late is late', { now: '2026-11-24T09:01:00Z' }, '10:00 11:00'],
  ['a step longer than the appointment', lasting(20, 50), '09:00 09:50 10:40 11:30'],
  ['a step shorter than the appointment', lasting(150, 10), '09:00 09:10 09:20 09:30'],
  ['an appointment of exactly the hours', lasting(180, 10), '09:00'],
  ['an appointment longer than the hours', lasting(181, 10), ''],
  [
    'windows that touch are one',
    { ...hours('09:00-10:30', '10:30-12:00'), ...lasting(60, 45) },
    '09:00 09:45 10:30',
  ],
  [
    'windows that overlap are one',
    { ...hours('09:00-11:00', '10:00-12:00'), ...lasting(60, 45) },
    '09:00 09:45 10:30',
  ],
  [
    'windows apart have their own steps',
    { ...hours('09:00-10:20', '10:30-12:00'), ...lasting(30, 40) },
    '09:00 09:40 10:30 11:10',
  ],
  [
    'windows in any order',
    { ...hours('10:30-12:00', '09:00-10:20'), ...lasting(30, 40) },
    '09:00 09:40 10:30 11:10',
  ],
  ['an override with windows', { dateOverrides: [onDay('2026-11-24', '14:00-16:00')] }, '14:00 15:00'],
  ['an override that closes', { dateOverrides: [onDay('2026-11-24')] }, ''],
  ['an override of another day', { dateOverrides: [onDay('2026-11-25')] }, '09:00 10:00 11:00'],
])('Hours and range: %s', (_, change, expected) => {
  expect(starts(change)).toBe(expected)
})

test.each<[string, Change, string]>([
  ['what is busy ends where the next may start', { busy: [taken('09:00-10:00')] }, '10:00 11:00'],
  ['a minute of it is enough', { busy: [taken('09:59-10:01')] }, '11:00'],
  ['busy times may overlap', { busy: [taken('09:00-10:30'), taken('09:30-10:00')] }, '11:00'],
  ['without length it takes nothing', { busy: [taken('09:30-09:30')] }, '09:00 10:00 11:00'],
  [
    'buffer before, up to what is busy',
    { bufferBefore: 30, busy: [taken('08:00-08:30')] },
    '09:00 10:00 11:00',
  ],
  ['buffer before, into what is busy', { bufferBefore: 30, busy: [taken('08:00-08:31')] }, '10:00 11:00'],
  [
    'buffer after, up to what is busy',
    { bufferAfter: 30, busy: [taken('12:30-13:00')] },
    '09:00 10:00 11:00',
  ],
  ['buffer after, into what is busy', { bufferAfter: 30, busy: [taken('12:29-13:00')] }, '09:00 10:00'],
  [
    'its own buffers on both sides',
    { busy: [taken('10:10-10:50', { bufferBefore: 10, bufferAfter: 10 })] },
    '09:00 11:00',
  ],
  ['its own buffer before is on its side', { busy: [taken('10:00-11:00', { bufferBefore: 1 })] }, '11:00'],
  [
    'both buffers are added',
    { bufferBefore: 20, busy: [taken('09:00-09:30', { bufferAfter: 11 })] },
    '11:00',
  ],
  [
    'buffers need no range',
    { bufferBefore: 60, bufferAfter: 60, ...tuesday('09:00', '12:00') },
    '09:00 10:00 11:00',
  ],
])('Busy: %s', (_, change, expected) => {
  expect(starts(change)).toBe(expected)
})

const half = lasting(30, 30)
test.each<[string, Change, string]>([
  ['window is not moved by what is busy', { ...half, busy: [taken('09:00-10:20')] }, '10:30 11:00 11:30'],
  [
    'free begins where it ends',
    { ...semantics('free'), ...half, busy: [taken('09:00-10:20')] },
    '10:20 10:50 11:20',
  ],
  [
    'free begins behind both buffers',
    { ...semantics('free'), ...half, bufferBefore: 10, busy: [taken('09:00-10:05', { bufferAfter: 5 })] },
    '10:20 10:50 11:20',
  ],
  [
    'free begins with the hours where the buffer lies outside',
    { ...semantics('free'), bufferBefore: 45 },
    '09:00 10:00 11:00',
  ],
  [
    'free keeps its steps from one gap to itself',
    { ...semantics('free'), ...half, busy: [taken('10:00-10:10')] },
    '09:00 09:30 10:10 10:40 11:10',
  ],
  [
    'free is not moved by the notice',
    { ...semantics('free'), ...half, now: '2026-11-24T10:10:00Z' },
    '10:30 11:00 11:30',
  ],
  [
    'free is not moved by the range',
    { ...semantics('free'), ...half, ...tuesday('10:10', '23:00') },
    '10:30 11:00 11:30',
  ],
  [
    'clock rounds up to the half hour',
    { ...semantics('clock'), ...half, busy: [taken('09:00-10:01')] },
    '10:30 11:00 11:30',
  ],
  [
    'clock leaves what is round',
    { ...semantics('clock'), ...half, busy: [taken('09:00-10:30')] },
    '10:30 11:00 11:30',
  ],
  [
    'clock with 45 rounds to 15',
    { ...semantics('clock'), ...lasting(30, 45), busy: [taken('09:00-09:50')] },
    '10:00 10:45 11:30',
  ],
  [
    'clock with 40 rounds to 20',
    { ...semantics('clock'), ...lasting(20, 40), busy: [taken('09:00-09:50')] },
    '10:00 10:40 11:20',
  ],
  [
    'clock with 120 rounds to 60',
    { ...semantics('clock'), ...lasting(20, 120), busy: [taken('09:00-09:01')] },
    '10:00',
  ],
  [
    'clock with 7 rounds to nothing',
    { ...semantics('clock'), ...lasting(60, 7), busy: [taken('09:00-10:43')] },
    '10:43 10:50 10:57',
  ],
  [
    'clock rounds the notice',
    { ...semantics('clock'), ...lasting(30, 45), now: '2026-11-24T10:01:00Z' },
    '10:15 11:00',
  ],
  [
    'clock does not round the range',
    { ...semantics('clock'), ...lasting(30, 45), ...tuesday('10:01', '23:00') },
    '10:30 11:15',
  ],
  [
    'an offset comes after rounding',
    { ...semantics('clock'), ...half, offsetMinutes: 5, busy: [taken('09:00-10:01')] },
    '10:35 11:10',
  ],
  [
    'an offset in each gap',
    { ...semantics('free'), ...half, offsetMinutes: 10, busy: [taken('10:00-10:20')] },
    '09:10 10:30 11:10',
  ],
  [
    'an offset once for the stretch',
    { ...half, offsetMinutes: 10, busy: [taken('10:00-10:20')] },
    '09:10 10:30 11:10',
  ],
  [
    'an offset does not count for what clock rounds to',
    { ...semantics('clock'), ...half, offsetMinutes: 7, ...hours('09:10-11:00') },
    '09:37 10:14',
  ],
])('Grid: %s', (_, change, expected) => {
  expect(starts(change)).toBe(expected)
})

const early = person('09:00-11:00')
const late = person('10:20-12:20')
test.each<[string, Change, string]>([
  ['any is everybody’s own', { staff: [early, late] }, '09:00 10:00 10:20 11:20'],
  ['any is said once', { staff: [early, early] }, '09:00 10:00'],
  [
    'any may be free while another is busy',
    { staff: [{ ...early, busy: [taken('09:00-11:00')] }, early] },
    '09:00 10:00',
  ],
  [
    'all begins with what they have in common',
    { staff: [early, late], staffMode: 'all', ...lasting(20, 20) },
    '10:20 10:40',
  ],
  [
    'all is busy when one is',
    { staff: [{ ...early, busy: [taken('09:00-09:30')] }, early], staffMode: 'all' },
    '10:00',
  ],
  [
    'all has the gaps of all',
    {
      staff: [{ ...early, busy: [taken('09:00-09:25')] }, early],
      staffMode: 'all',
      ...lasting(30, 30),
      ...semantics('free'),
    },
    '09:25 09:55 10:25',
  ],
  [
    'all of those who never meet',
    { staff: [person('09:00-10:00'), person('10:00-11:00')], staffMode: 'all' },
    '',
  ],
  ['staff takes the place of the hours above', { ...hours('00:00-24:00'), staff: [early] }, '09:00 10:00'],
  [
    'staff takes the place of what is busy above',
    { busy: [taken('00:00-23:59')], staff: [early] },
    '09:00 10:00',
  ],
  [
    'each by the clocks of their own zone',
    { staff: [early, { ...early, timezone: 'Asia/Tokyo' }] },
    '00:00 01:00 09:00 10:00',
  ],
  ['nobody', { staff: [] }, ''],
])('People: %s', (_, change, expected) => {
  expect(starts(change)).toBe(expected)
})
