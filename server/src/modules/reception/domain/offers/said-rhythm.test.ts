import { describe, expect, it } from 'vitest'
import { ruleOfStarts, saidMonths, saidTimes, saidWeeks } from './said-rhythm.ts'

describe('How often somebody wants to come', () => {
  it.each([
    ['sechsmal', 6],
    ['6', 6],
    ['6 x', 6],
    ['zwölf Termine', 12],
    ['six times', 6],
    ['10000', 10_000],
    ['ganz oft', null],
  ])('"%s" is %s', (text, times) => {
    expect(saidTimes(text, 'number')).toBe(times)
  })

  it('is heard in a sentence about times only with its unit', () => {
    expect(saidTimes('jeden zweiten Dienstag um zehn, sechsmal', 'sentence')).toBe(6)
    expect(saidTimes('jeden zweiten Dienstag um zehn', 'sentence')).toBeNull()
  })

  it.each([
    ['alle vier Wochen', 4],
    ['every 3 weeks', 3],
    ['wöchentlich', 1],
    ['jede Woche', 1],
    ['manchmal', null],
  ])('"%s" lies %s weeks apart', (text, weeks) => {
    expect(saidWeeks(text)).toBe(weeks)
  })

  it.each([
    ['im Zweiwochentakt', 2],
    ['im Vierwochenrhythmus', 4],
    ['sechswöchentlich', 6],
  ])('is part of the word in "%s": %s', (text, weeks) => {
    expect(saidWeeks(text)).toBe(weeks)
  })
})

describe('How many months lie between two', () => {
  it.each([
    ['jeden ersten Freitag im Monat', 1],
    ['monatlich', 1],
    ['alle zwei Monate', 2],
    ['jeden zweiten Monat', 2],
    ['the first Friday of every month', 1],
    ['every 3 months', 3],
    ['alle vier Wochen', null],
    ['am Montag', null],
  ])('"%s" is %s', (text, months) => {
    expect(saidMonths(text)).toBe(months)
  })
})

describe('The rule of starts that were named', () => {
  const zone = 'Europe/Berlin'
  const at = (...days: string[]) =>
    days.map(day => Temporal.Instant.from(`${day}T09:00:00Z`).epochMilliseconds)

  it('has their distance and their days', () => {
    const other = at('2026-12-01', '2026-12-15')
    expect(ruleOfStarts(other, { zone, weeks: null, times: 6 })).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6',
    )
    const both = at('2026-11-30', '2026-12-02', '2026-12-07', '2026-12-09')
    expect(ruleOfStarts(both, { zone, weeks: null, times: 4 })).toBe(
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=4',
    )
  })

  it('of one alone has the distance that was said, or none', () => {
    const one = at('2026-12-01')
    expect(ruleOfStarts(one, { zone, weeks: 4, times: 3 })).toBe('FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;COUNT=3')
    expect(ruleOfStarts(one, { zone, weeks: null, times: 3 })).toBeNull()
  })

  it.each([
    ['2026-12-04', 'weekday', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=1FR;COUNT=3'],
    ['2026-11-27', 'last_weekday', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;COUNT=3'],
    ['2026-12-29', 'weekday', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU;COUNT=3'],
    ['2026-12-15', 'date', 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15;COUNT=3'],
  ] as const)('by months from %s counts the %s', (day, by, rule) => {
    expect(ruleOfStarts(at(day), { zone, weeks: null, months: { every: 1, by }, times: 3 })).toBe(rule)
  })

  it('by months is none where the words name several weekdays', () => {
    const months = { every: 1, by: 'weekday' } as const
    expect(ruleOfStarts(at('2026-12-01', '2026-12-02'), { zone, weeks: null, months, times: 3 })).toBeNull()
  })
})
