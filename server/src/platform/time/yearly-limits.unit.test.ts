import { describe, expect, test } from 'vitest'
import { expandRecurrence } from './recurrence.ts'

const expand = (rrule: string, first: string, exdates: readonly Temporal.Instant[] = []) =>
  expandRecurrence({
    ...{ rrule, exdates, zone: 'UTC', limit: 100 },
    dtstart: Temporal.PlainDateTime.from(`${first}T09:00:00`),
  })

/** Days of the starts; the first is one of the rule. */
function days(rrule: string, first: string, exdates: readonly Temporal.Instant[] = []): string[] {
  const starts = expand(rrule, first, exdates)
  if ('problem' in starts) throw new Error(starts.problem)
  return starts.map(start => start.toString().slice(0, 10))
}

describe('Parts of a yearly rule that limit each other', () => {
  test.each([
    ['the first Monday of a year, in its first three days', 'BYDAY=1MO;BYMONTHDAY=1,2,3', '2024-01-01'],
    ['a Monday among the first three days of a year', 'BYDAY=MO;BYYEARDAY=1,2,3', '2024-01-01'],
    ['the first Monday among them', 'BYDAY=1MO;BYYEARDAY=1,2,3', '2024-01-01'],
    [
      'the first day of a month among days of the year',
      'BYDAY=MO;BYMONTHDAY=1,2,3;BYYEARDAY=1,2,3,90',
      '2024-01-01',
    ],
  ])('%s', (_what, rule, first) => {
    const expected = ['2024-01-01', '2028-01-03', '2029-01-01', '2033-01-03', '2034-01-02']
    expect(days(`FREQ=YEARLY;${rule};COUNT=5`, first)).toEqual(expected)
  })

  test('the last Sunday of October, as long as it is one of its last three days', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;BYMONTHDAY=-1,-2,-3;COUNT=3'
    expect(days(rule, '2027-10-31')).toEqual(['2027-10-31', '2028-10-29', '2032-10-31'])
  })

  test('the fifteenth in a week of the year', () => {
    const rule = 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTHDAY=15;COUNT=4'
    const expected = ['2024-05-15', '2025-05-15', '2026-05-15', '2028-05-15']
    expect(days(rule, '2024-05-15')).toEqual(expected)
  })

  test('days of a month in weeks of the year, whatever weekday the first one was', () => {
    const rule = 'FREQ=YEARLY;BYMONTHDAY=13,19;BYWEEKNO=-46,-14,-3;COUNT=4'
    const expected = ['2026-12-19', '2027-02-19', '2027-12-13', '2027-12-19']
    expect(days(rule, '2026-12-19')).toEqual(expected)
  })

  test('the 53rd Thursday of a year that has no more than 52 is none, nor that of a year between', () => {
    expect(days('FREQ=YEARLY;BYDAY=53TH;COUNT=3', '2020-12-31')).toEqual([
      ...['2020-12-31', '2026-12-31', '2032-12-30'],
    ])
    expect(days('FREQ=YEARLY;INTERVAL=4;BYDAY=53TH;COUNT=2', '2020-12-31')).toEqual([
      ...['2020-12-31', '2032-12-30'],
    ])
  })

  test('a day taken out counts, and what limits does not', () => {
    const rule = 'FREQ=YEARLY;BYDAY=MO;BYYEARDAY=1,2,3;COUNT=3'
    const out = [Temporal.Instant.from('2028-01-03T09:00:00Z')]
    expect(days(rule, '2024-01-01', out)).toEqual(['2024-01-01', '2029-01-01'])
  })

  test('are refused beside BYSETPOS, which would choose from days that are none', () => {
    expect(expand('FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=1,2,3;BYSETPOS=1', '2024-01-01')).toEqual({
      problem: '"BYSETPOS" does not go with days that limit each other',
    })
  })
})
