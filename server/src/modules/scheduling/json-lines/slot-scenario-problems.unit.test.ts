import { expect, test } from 'vitest'
import { answerSlotScenario } from './slot-scenario.ts'

const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const GOOD = {
  id: 7,
  timezone: 'Europe/Berlin',
  workingHours: [{ days: EVERY_DAY, start: '00:00', end: '24:00' }],
  dateOverrides: [],
  busy: [],
  slotMinutes: 60,
  intervalMinutes: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  minimumNoticeMinutes: 0,
  now: '2026-11-20T09:00:00Z',
  range: { from: '2026-11-24T00:00:00Z', to: '2026-11-25T00:00:00Z' },
  semantics: { grid: 'window', buffer: 'candidate', rangeEnd: 'slotEnd', overnight: 'ignored' },
}
const busy = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T09:00:00Z' }
const range = (from: string, to: string) => ({ range: { from, to } })
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

test.each<[string, object, string, string | undefined, RegExp]>([
  ['an unknown zone', { timezone: 'Europe/Berln' }, 'timezone', '"Europe/Berln"', /not a time zone/],
  ['an unknown zone of one person', { staff: [{ timezone: 'X' }] }, 'staff.0.timezone', '"X"', /zone/],
  ['an unknown zone to show', { displayTimezone: 'Mars' }, 'displayTimezone', '"Mars"', /zone/],
  ['no zone', { timezone: undefined }, 'timezone', undefined, /missing/],
  [
    'an impossible date',
    { dateOverrides: [{ date: '2026-02-31', windows: [] }] },
    'dateOverrides.0.date',
    '"2026-02-31"',
    /not a date/,
  ],
  [
    'a date overridden twice',
    { dateOverrides: many(2, { date: '2026-11-24', windows: [] }) },
    'dateOverrides.1.date',
    '"2026-11-24"',
    /overridden twice/,
  ],
  [
    'a time that clocks do not show',
    { workingHours: [{ days: ['TU'], start: '09:00', end: '25:00' }] },
    'workingHours.0.end',
    '"25:00"',
    /not a time from 00:00 to 24:00/,
  ],
  [
    'a weekday that is none',
    { workingHours: [{ days: ['XX'], start: '09:00', end: '10:00' }] },
    'workingHours.0.days.0',
    '"XX"',
    /Invalid/,
  ],
  ['busy time that ends before it begins', { busy: [busy] }, 'busy.0.end', `"${busy.end}"`, /before "start"/],
  ['busy time without an end', { busy: [{ start: busy.start }] }, 'busy.0.end', undefined, /undefined/],
  [
    'a negative buffer of what is busy',
    { busy: [{ ...busy, bufferAfter: -5 }] },
    'busy.0.bufferAfter',
    '-5',
    /small/,
  ],
  ['an interval of nothing', { intervalMinutes: 0 }, 'intervalMinutes', '0', /small/],
  ['a length that is text', { slotMinutes: '60' }, 'slotMinutes', '"60"', /number/],
  ['a length with a fraction', { slotMinutes: 7.5 }, 'slotMinutes', '7.5', /int/],
  ['a missing length', { slotMinutes: undefined }, 'slotMinutes', undefined, /undefined/],
  ['a moment without its offset', { now: '2026-11-20T09:00:00' }, 'now', '"2026-11-20T09:00:00"', /instant/],
  ['an unknown grid', { semantics: { grid: 'hour' } }, 'semantics.grid', '"hour"', /Invalid/],
  [
    'a range that ends before it begins',
    range('2026-11-25T00:00Z', '2026-11-24T00:00Z'),
    'range.to',
    '"2026-11-24T00:00Z"',
    /before "from"/,
  ],
  [
    'a range of ten years',
    range('2026-01-01T00:00Z', '2036-01-01T00:00Z'),
    'range.to',
    '"2036-01-01T00:00Z"',
    /1100/,
  ],
  ['a moment at the end of time', { now: '+275760-09-13T00:00Z' }, 'now', '"+275760-09-13T00:00Z"', /1970/],
  [
    'a moment before computers',
    range('1969-12-31T23:59Z', '1970-01-02T00:00Z'),
    'range.from',
    '"1969-12-31T23:59Z"',
    /1970/,
  ],
  ['more people than a scenario may have', { staff: many(101, GOOD) }, 'staff', undefined, /100/],
  ['more busy times than it may have', { busy: many(12_001, busy) }, 'busy', undefined, /12000/],
  [
    'more starts than it may have',
    { ...range('2026-01-01T00:00Z', '2026-05-01T00:00Z'), intervalMinutes: 1 },
    'range',
    undefined,
    /starts/,
  ],
  [
    'more windows than it may have',
    { ...range('2026-01-01T00:00Z', '2028-06-01T00:00Z'), staff: many(40, GOOD) },
    'range',
    '{"from":"2026-01-01T00:00Z","to":"2028-06-01T00:00Z"}',
    /windows/,
  ],
])('%s is named by its field and value', (_, change, field, value, detail) => {
  const answer = answerSlotScenario({ ...GOOD, now: '2025-01-01T00:00Z', ...change })
  expect(answer).toEqual({
    id: 7,
    error: {
      code: 'platform/invalid-request',
      field,
      ...(value === undefined ? {} : { value }),
      detail: expect.stringMatching(detail),
    },
  })
})

test.each([[null], [[]], [5], ['x']])('%j is no scenario', given => {
  expect(answerSlotScenario(given)).toMatchObject({ error: { field: '', value: JSON.stringify(given) } })
})

test.each([
  ['an end before its start', { workingHours: [{ days: EVERY_DAY, start: '12:00', end: '09:00' }] }],
  ['an end at its start', { workingHours: [{ days: EVERY_DAY, start: '12:00', end: '12:00' }] }],
  ['no hours', { workingHours: [] }],
  ['a range without length', range('2026-11-24T00:00Z', '2026-11-24T00:00Z')],
  ['a range shorter than the appointment', range('2026-11-24T10:00Z', '2026-11-24T10:59Z')],
])('%s is no mistake: there is nothing then', (_, change) => {
  expect(answerSlotScenario({ ...GOOD, ...change })).toEqual({ id: 7, starts: [] })
})
