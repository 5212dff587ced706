import { describe, expect, test } from 'vitest'
import { answerRecurrence } from './recurrence-line.ts'

type Answer = { id?: unknown; starts?: string[]; error?: { code: string; field: string; detail: string } }
const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => index + from).join(',')
const EVERY_SECOND = `BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)}`
const LONGEST_CPU_MS = 20_000
const MOST_MEMORY_MB = 300

function expand(given: Record<string, unknown>): Answer {
  return answerRecurrence({
    id: 'line',
    dtstart: '2026-01-01T09:00:00',
    zone: 'Europe/Berlin',
    ...given,
  }) as Answer
}

describe('A line that cannot be expanded says which field is wrong, and how', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['a zone there is not', { rrule: 'FREQ=DAILY', zone: 'Europe/Nowhere' }, 'zone', '"Europe/Nowhere"'],
    ['a frequency there is not', { rrule: 'FREQ=NEVER' }, 'rrule', '"FREQ=NEVER"'],
    ['no rule', {}, 'rrule', ''],
    ['an empty rule', { rrule: '' }, 'rrule', ''],
    ['a count beyond a million', { rrule: 'FREQ=DAILY;COUNT=99999999999' }, 'rrule', '"COUNT=99999999999"'],
    ['an hour there is not', { rrule: 'FREQ=DAILY;BYHOUR=25' }, 'rrule', '"BYHOUR=25"'],
    ['two ends', { rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' }, 'rrule', '"UNTIL"'],
    ['a rule of six thousand letters', { rrule: `FREQ=DAILY;${'X'.repeat(6000)}` }, 'rrule', ''],
    [
      'a date there is not',
      { rrule: 'FREQ=DAILY', dtstart: '2026-02-30T09:00:00' },
      'dtstart',
      '"2026-02-30',
    ],
    ['a year there is not', { rrule: 'FREQ=DAILY', dtstart: '+275760-09-13T00:00:00' }, 'dtstart', '+275760'],
    ['a beginning with a zone', { rrule: 'FREQ=DAILY', dtstart: '2026-01-01T09:00:00Z' }, 'dtstart', ''],
    ['more starts than anybody needs', { rrule: 'FREQ=DAILY', limit: 1_000_000 }, 'limit', '10000'],
    ['a day taken out that is none', { rrule: 'FREQ=DAILY', exdates: ['2026-01-02'] }, 'exdates.0', ''],
  ])('%s', (_name, given, field, detail) => {
    const { id, error, starts } = expand(given)
    expect([id, error?.code, error?.field, starts]).toEqual([
      'line',
      'platform/invalid-request',
      field,
      undefined,
    ])
    expect(error?.detail).toContain(detail)
  })

  test.each([null, 'text', 7, [], {}])('%j is no line at all', given => {
    expect((answerRecurrence(given) as Answer).error?.code).toBe('platform/invalid-request')
  })
})

describe('A rule without a sensible end costs little', () => {
  test.each<[name: string, rrule: string, starts: number]>([
    ['every second', 'FREQ=SECONDLY', 10_000],
    ['a million seconds', 'FREQ=SECONDLY;COUNT=999999', 1000],
    ['a second in eleven days', 'FREQ=SECONDLY;INTERVAL=999999', 1000],
    ['every day', 'FREQ=DAILY', 1000],
    ['every second of the year', `FREQ=YEARLY;BYYEARDAY=${numbers(366, 1)};${EVERY_SECOND}`, 1000],
    [
      'the last second of the year',
      `FREQ=YEARLY;BYYEARDAY=${numbers(366, 1)};${EVERY_SECOND};BYSETPOS=-1`,
      10,
    ],
    [
      'the first and last second of the month',
      `FREQ=MONTHLY;BYMONTHDAY=${numbers(31, 1)};${EVERY_SECOND};BYSETPOS=1,-1`,
      100,
    ],
    ['a day in a million years', 'FREQ=YEARLY;INTERVAL=999999', 1],
    ['30 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 1],
  ])('%s', (_name, rrule, count) => {
    const heapBefore = process.memoryUsage().heapUsed
    const cpuBefore = process.cpuUsage()
    const { starts } = expand({ rrule, limit: Math.max(count, 10) })
    const { user, system } = process.cpuUsage(cpuBefore)
    expect(starts).toHaveLength(count)
    expect((user + system) / 1000).toBeLessThan(LONGEST_CPU_MS)
    expect((process.memoryUsage().heapUsed - heapBefore) / 1e6).toBeLessThan(MOST_MEMORY_MB)
  })

  test.each(['SECONDLY', 'MINUTELY', 'DAILY'])(
    'and is refused where it never comes: %s on 30 February',
    every => {
      const { error } = expand({ rrule: `FREQ=${every};BYMONTH=2;BYMONTHDAY=30` })
      expect([error?.field, error?.detail]).toEqual(['rrule', expect.stringContaining('yields too seldom')])
    },
  )
})

test('every day of January has its thousand starts, over years', () => {
  const { starts } = expand({ rrule: 'FREQ=DAILY;BYMONTH=1' })
  expect([starts?.length, starts?.at(-1)]).toEqual([1000, '2058-01-08T08:00:00Z'])
})

test('starts taken out do not use up what is looked through', () => {
  const first = Temporal.Instant.from('2026-01-01T08:00:00Z')
  const exdates = Array.from({ length: 5000 }, (_, second) => first.add({ seconds: second }).toString())
  const { starts } = expand({ rrule: 'FREQ=SECONDLY', exdates, limit: 10_000 })
  expect([starts?.length, starts?.[0]]).toEqual([10_000, '2026-01-01T09:23:20Z'])
})
