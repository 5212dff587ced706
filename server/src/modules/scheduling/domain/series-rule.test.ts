import { describe, expect, it } from 'vitest'
import {
  hasOneWeekday,
  MOST_OCCURRENCES,
  plannedStarts,
  type SeriesRule,
  shiftedRule,
  shiftedStart,
} from './series-rule.ts'

const ZONE = 'Europe/Berlin'
const rule = (rrule: string, dtstart = '2026-12-01T10:00'): SeriesRule => ({
  rrule,
  dtstart: Temporal.PlainDateTime.from(dtstart),
  zone: ZONE,
})
function wallsOf(of: SeriesRule): string[] {
  const starts = plannedStarts(of)
  if ('kind' in starts) throw new Error(starts.kind)
  return starts.map(({ wall }) => wall.toString())
}

describe('A rule of a series', () => {
  it('keeps its time of day when the clocks change', () => {
    expect(wallsOf(rule('FREQ=WEEKLY;COUNT=3', '2027-03-23T10:00'))).toEqual([
      '2027-03-23T10:00:00',
      '2027-03-30T10:00:00',
      '2027-04-06T10:00:00',
    ])
  })

  it('names the one whose time of day the clocks skip', () => {
    const starts = plannedStarts(rule('FREQ=WEEKLY;COUNT=3', '2027-03-21T02:30'))
    expect('kind' in starts ? starts : starts.map(({ isSkipped }) => isSkipped)).toEqual([false, true, false])
  })

  it.each([
    ['without end', 'FREQ=WEEKLY'],
    ['of 10,000', 'FREQ=DAILY;COUNT=10000'],
    ['of one more than the limit', `FREQ=DAILY;COUNT=${MOST_OCCURRENCES + 1}`],
    ['to the end of the century', 'FREQ=DAILY;UNTIL=20991231'],
  ])('%s is too long', (_which, text) => {
    expect(plannedStarts(rule(text))).toEqual({ kind: 'too_long' })
  })

  it('may have as many as the limit', () => {
    expect(wallsOf(rule(`FREQ=DAILY;COUNT=${MOST_OCCURRENCES}`))).toHaveLength(MOST_OCCURRENCES)
  })

  it.each(['FREQ=HOURLY;COUNT=3', 'FREQ=DAILY;BYHOUR=9,10;COUNT=3', 'FREQ=NEVER', 'UNTIL=20270101', ''])(
    '"%s" is none',
    text => {
      expect(plannedStarts(rule(text))).toMatchObject({ kind: 'bad_rule' })
    },
  )
})

describe('A series that is moved', () => {
  const shift = (weekday: number | null, time: string | null) => ({
    weekday,
    time: time === null ? null : Temporal.PlainTime.from(time),
    zone: ZONE,
  })

  it('has another day of the same week', () => {
    const sunday = Temporal.Instant.from('2026-12-06T09:00:00Z')
    expect(shiftedStart(sunday, shift(1, null)).wall.toString()).toBe('2026-11-30T10:00:00')
  })

  it('names a time of day that the clocks skip', () => {
    const before = Temporal.Instant.from('2027-03-28T08:00:00Z')
    expect(shiftedStart(before, shift(null, '02:30')).isSkipped).toBe(true)
  })

  it('goes on by a rule that has the dates it was moved to', () => {
    const old = rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270131')
    const starts = plannedStarts(old)
    if ('kind' in starts) throw new Error(starts.kind)
    const moved = starts.map(({ start }) => shiftedStart(start, shift(4, '16:00')).wall)
    const [first] = moved
    if (!first) throw new Error('There is a first one.')
    const next = shiftedRule(old, { first, count: moved.length })
    expect(next.rrule).toBe(`FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=${moved.length}`)
    expect(wallsOf(next)).toEqual(moved.map(String))
  })

  it('has one day of the week to change only if it comes on one', () => {
    const rules = ['FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3']
    expect([...rules, 'FREQ=DAILY;COUNT=3'].map(hasOneWeekday)).toEqual([true, true, false, false])
  })
})
