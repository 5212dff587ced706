import { describe, expect, it } from 'vitest'
import { spokenDate, spokenDateAfterFrom, spokenDateTime, spokenTime } from './spoken-date.ts'

const date = Temporal.PlainDate.from('2026-11-22')
const time = (clock: string): Temporal.PlainTime => Temporal.PlainTime.from(clock)

describe('spoken dates and times', () => {
  it('says a German date with its weekday', () => {
    expect(spokenDate(date, 'de')).toBe('Sonntag, den zweiundzwanzigsten November')
  })

  it('says an English date with its weekday', () => {
    expect(spokenDate(date, 'en')).toBe('Sunday, the twenty-second of November')
  })

  it('adds the year when asked', () => {
    expect(spokenDate(date, 'de', 'with_year')).toBe(
      'Sonntag, den zweiundzwanzigsten November zweitausendsechsundzwanzig',
    )
  })

  it('adds the English year when asked', () => {
    expect(spokenDate(date, 'en', 'with_year')).toBe(
      'Sunday, the twenty-second of November twenty twenty-six',
    )
  })

  it('uses the dative after "ab"', () => {
    expect(spokenDateAfterFrom(date, 'de')).toBe('Sonntag, dem zweiundzwanzigsten November')
  })

  it.each([
    ['14:30', 'vierzehn Uhr dreißig'],
    ['09:00', 'neun Uhr'],
    ['01:00', 'ein Uhr nachts'],
    ['01:01', 'ein Uhr eins nachts'],
    ['06:30', 'sechs Uhr dreißig morgens'],
    ['07:00', 'sieben Uhr morgens'],
    ['08:00', 'acht Uhr'],
    ['00:05', 'null Uhr fünf'],
    ['21:45', 'einundzwanzig Uhr fünfundvierzig'],
  ])('says %s in German', (clock, words) => {
    expect(spokenTime(time(clock), 'de')).toBe(words)
  })

  it.each([
    ['14:30', 'two thirty p.m.'],
    ['09:00', 'nine a.m.'],
    ['12:00', 'twelve noon'],
    ['12:30', 'twelve thirty p.m.'],
    ['00:00', 'twelve a.m.'],
    ['00:05', 'twelve oh five a.m.'],
    ['23:59', 'eleven fifty-nine p.m.'],
  ])('says %s in English', (clock, words) => {
    expect(spokenTime(time(clock), 'en')).toBe(words)
  })

  it('says day and time in one', () => {
    expect(spokenDateTime(Temporal.PlainDateTime.from('2026-11-22T14:30'), 'de')).toBe(
      'Sonntag, den zweiundzwanzigsten November, um vierzehn Uhr dreißig',
    )
  })

  it('takes a moment in a zone as its wall time', () => {
    const moment = Temporal.ZonedDateTime.from('2026-11-22T14:30[Europe/Berlin]')
    expect(spokenDateTime(moment, 'en')).toBe('Sunday, the twenty-second of November, at two thirty p.m.')
  })
})
