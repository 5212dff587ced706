import { expect, test } from 'vitest'
import { between, type Change, hours, lasting, onDay, semantics, starts } from './testing/small-scenario.ts'

/** Scenarios over midnight, and where clocks change: times are those of the clocks there. Worked out by hand. */

const twoDays = between('2026-11-24T12:00Z', '2026-11-25T12:00Z')
test.each<[string, Change, string]>([
  ['ignored gives nothing', { ...hours('22:00-01:00'), ...twoDays }, ''],
  [
    'wrap runs past midnight',
    { ...hours('22:00-01:00'), ...twoDays, ...semantics('window', 'wrap') },
    '22:00 23:00 00:00',
  ],
  [
    'wrap to midnight is 24:00',
    { ...hours('22:00-00:00'), ...twoDays, ...semantics('window', 'wrap') },
    '22:00 23:00',
  ],
  ['24:00 is midnight without wrap', { ...hours('22:00-24:00'), ...twoDays }, '22:00 23:00'],
  [
    'touching at midnight is one stretch',
    { ...hours('22:30-24:00', '00:00-01:00'), ...twoDays },
    '22:30 23:30',
  ],
  [
    'what wraps belongs to the day it began',
    {
      ...hours('22:00-01:00'),
      ...twoDays,
      ...semantics('window', 'wrap'),
      dateOverrides: [onDay('2026-11-25')],
    },
    '22:00 23:00 00:00',
  ],
  [
    'a closed evening takes its night along',
    {
      ...hours('22:00-01:00'),
      ...twoDays,
      ...semantics('window', 'wrap'),
      dateOverrides: [onDay('2026-11-24')],
    },
    '',
  ],
  [
    'an override may wrap',
    {
      ...twoDays,
      ...semantics('window', 'wrap'),
      dateOverrides: [onDay('2026-11-24', '23:00-01:00'), onDay('2026-11-25')],
    },
    '23:00 00:00',
  ],
  [
    'always, by a window of a whole day',
    { ...hours('00:00-24:00'), ...lasting(60, 420), ...twoDays },
    '14:00 21:00 00:00 07:00',
  ],
  [
    'always, by a window onto itself',
    { ...hours('08:00-08:00'), ...lasting(60, 420), ...twoDays, ...semantics('window', 'wrap') },
    '14:00 21:00 00:00 07:00',
  ],
  [
    'since a closed day, long ago',
    { ...hours('00:00-24:00'), ...lasting(60, 1000), dateOverrides: [onDay('2026-10-01')], ...twoDays },
    '04:00',
  ],
])('Night: %s', (_, change, expected) => {
  expect(starts(change)).toBe(expected)
})

const springBerlin = between('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')
const autumnBerlin = between('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')
const howeBack = between('2026-04-05T00:00+11:00', '2026-04-05T12:00+10:30')
const howeOn = between('2026-10-04T00:00+10:30', '2026-10-04T12:00+11:00')
const santiago = between('2026-09-05T12:00-04:00', '2026-09-06T12:00-03:00')
test.each<[string, string, Change, string]>([
  ['the skipped hour', 'Europe/Berlin', { ...hours('01:00-05:00'), ...springBerlin }, '01:00 03:00 04:00'],
  ['hours inside the skipped hour', 'Europe/Berlin', { ...hours('02:00-03:00'), ...springBerlin }, ''],
  [
    'two hours over the skipped one',
    'Europe/Berlin',
    { ...hours('01:00-04:00'), ...lasting(120, 60), ...springBerlin },
    '01:00',
  ],
  [
    'the repeated hour',
    'Europe/Berlin',
    { ...hours('01:00-04:00'), ...autumnBerlin },
    '01:00 02:00 02:00 03:00',
  ],
  [
    'half of the repeated hour, twice and apart',
    'Europe/Berlin',
    { ...hours('01:30-02:30'), ...lasting(30, 30), ...autumnBerlin },
    '01:30 02:00 02:00',
  ],
  [
    'a repeated half hour',
    'Australia/Lord_Howe',
    { ...hours('01:00-03:00'), ...lasting(30, 30), ...howeBack },
    '01:00 01:30 01:30 02:00 02:30',
  ],
  [
    'a skipped half hour',
    'Australia/Lord_Howe',
    { ...hours('01:00-03:00'), ...lasting(30, 30), ...howeOn },
    '01:00 01:30 02:30',
  ],
  [
    'a skipped midnight',
    'America/Santiago',
    { ...hours('22:00-24:00', '00:00-03:00'), ...santiago },
    '22:00 23:00 01:00 02:00',
  ],
  [
    'the clocks of those who are shown it',
    'Asia/Kathmandu',
    { ...hours('09:00-12:00'), ...semantics('clock'), displayTimezone: 'UTC' },
    '09:45 10:45',
  ],
])('Clocks: %s', (_, timezone, change, expected) => {
  expect(starts({ ...change, timezone }, timezone)).toBe(expected)
})
