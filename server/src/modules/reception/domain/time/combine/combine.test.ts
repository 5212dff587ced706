import { describe, expect, it } from 'vitest'
import { readLexemes } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { recognise } from '../recognise.ts'
import { combine } from './combine.ts'

function read(phrase: string): Reading | null {
  const lexemes = readLexemes(phrase, 'de')
  return combine(lexemes, recognise(lexemes))
}

function dayTypes(phrase: string): readonly (readonly string[])[] | undefined {
  return read(phrase)?.options.map(({ days }) => days.map(({ type }) => type))
}

describe('combine', () => {
  it('puts words about one day together', () => {
    expect(dayTypes('nächste Woche Dienstag')).toEqual([['week', 'weekday']])
  })

  it('keeps two weekdays apart', () => {
    expect(dayTypes('Montag, Dienstag')).toEqual([['weekday'], ['weekday']])
  })

  it('shares a time said once', () => {
    expect(read('Montag oder Dienstag um drei')?.options.map(({ at }) => at?.minutes)).toEqual([180, 180])
  })

  it('does not share a time said with the first of two days', () => {
    expect(read('Montag um drei oder Dienstag')?.options.map(({ at }) => at?.minutes)).toEqual([
      180,
      undefined,
    ])
  })

  it('shares a week said once', () => {
    expect(dayTypes('Montag oder Mittwoch nächste Woche')).toEqual([
      ['weekday', 'week'],
      ['weekday', 'week'],
    ])
  })

  it('drops a bound that touches nothing', () => {
    expect(read('nach Hause, morgen')?.options[0]?.dayBound).toBeNull()
  })

  it('gives a bound to the day it touches', () => {
    expect(read('ab Montag')?.options[0]?.dayBound).toBe('from')
  })

  it('turns "nicht vor" into a beginning', () => {
    expect(read('nicht vor zehn')?.options[0]?.from?.minutes).toBe(600)
  })

  it('sends an excluded day to the exceptions', () => {
    expect(read('nächste Woche außer Freitag')?.except.map(({ days }) => days[0]?.type)).toEqual(['weekday'])
  })

  it('lets a correction replace the day and keep the time', () => {
    const options = read('Dienstag um drei, nein, Mittwoch')?.options
    expect(options?.map(({ days, at }) => [days[0], at?.minutes])).toEqual([
      [{ type: 'weekday', weekday: 3, which: 'bare' }, 180],
    ])
  })

  it('does not take a number of people for a time', () => {
    expect(read('für zwei Personen')).toBeNull()
  })

  it('forgets where an appointment is when it is moved', () => {
    expect(read('von Montag auf Mittwoch verschieben')?.options).toHaveLength(1)
  })

  it('covers the words it used', () => {
    const reading = read('einen Haarschnitt am Montag um drei')
    expect([reading?.first, reading?.next]).toEqual([2, 6])
  })
})
