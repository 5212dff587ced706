import { describe, expect, test } from 'vitest'
import { fold } from '../../understand/hear.ts'
import { clockPart, readClocks } from './clock.ts'

const clocksIn = (said: string): string[] =>
  readClocks(fold(said)).map(({ hour, minute }) => `${hour}:${String(minute).padStart(2, '0')}`)

describe('English clock times', () => {
  test.each([
    ['at ten', ['10:00']],
    ['at ten a.m.', ['10:00']],
    ['at two thirty p.m.', ['14:30']],
    ['2:30 p.m. please', ['14:30']],
    ['14:30', ['14:30']],
    ['2pm', ['14:00']],
    ['half past two', ['2:30']],
    ['a quarter to three', ['2:45']],
    ['quarter past two p.m.', ['14:15']],
    ['five past ten', ['10:05']],
    ["three o'clock", ['3:00']],
    ['twelve noon', ['12:00']],
    ['at twelve oh five p.m.', ['12:05']],
    ['twelve a.m.', ['0:00']],
    ['the two thirty one', ['2:30']],
    ['at nine forty-five', ['9:45']],
    [
      'Tuesday, the twenty-fourth of November, at ten a.m. or at two thirty p.m. with Mara',
      ['10:00', '14:30'],
    ],
    ['the one on Tuesday', []],
    ['for two weeks', []],
    ['by 5 December', []],
    ['the twenty-fourth of November', []],
    ['the third', []],
  ])('"%s" names %j', (said, clocks) => {
    expect(clocksIn(said)).toEqual(clocks)
  })

  test.each([
    ['tomorrow at ten', 'at ten'],
    ['on Tuesday after four', 'after four'],
    ['Friday morning', 'morning'],
    ['between two and four on Monday', 'between two and four'],
    ['not before ten on Wednesday', 'not before ten'],
    ['the 24th at 3 pm', 'at 3 pm'],
    ['next week', ''],
    ['in three days', ''],
    ['the 5th of December', ''],
  ])('in "%s" the clock is "%s"', (said, clock) => {
    expect([...fold(said).matchAll(clockPart)].map(([part]) => part).join(' ')).toBe(clock)
  })
})
