import { describe, expect, it } from 'vitest'
import { calendarDateRule } from './calendar-date.ts'
import { readWith } from './read-with.ts'

function dateOf(phrase: string, lang: 'de' | 'en' = 'de'): string | null {
  const item = readWith(calendarDateRule, phrase, lang)?.items[0]
  if (item?.kind !== 'day' || item.spec.type !== 'date') return null
  const { day, month, year } = item.spec
  return [day, month ?? '-', year ?? '-'].join(' ')
}

describe('calendarDateRule', () => {
  it.each([
    ['24.12.2026', '24 12 2026'],
    ['24.12.26', '24 12 2026'],
    ['24.12.', '24 12 -'],
    ['15.1', '15 1 -'],
    ['24.', '24 - -'],
    ['am 24', '24 - -'],
    ['der vierundzwanzigste', '24 - -'],
    ['24. Dezember', '24 12 -'],
    ['24 Dezember 2027', '24 12 2027'],
    ['fünfzehnter elfter', '15 11 -'],
    ['dritter März zweitausendsiebenundzwanzig', '3 3 2027'],
    ['2026-12-24', '24 12 2026'],
    ['24/12', '24 12 -'],
    ['am 24ten', '24 - -'],
  ])('reads "%s" as day, month and year %s', (phrase, date) => {
    expect(dateOf(phrase)).toBe(date)
  })

  it.each([
    ['December 24th', '24 12 -'],
    ['the 24th of December 2027', '24 12 2027'],
    ['12/24', '24 12 -'],
    ['March the third', '3 3 -'],
  ])('reads the English "%s" as %s', (phrase, date) => {
    expect(dateOf(phrase, 'en')).toBe(date)
  })

  it.each(['24', '24 Uhr', 'am 10:30', 'der erste freie', 'dritter', '32.', 'am 8 Uhr'])(
    'leaves "%s" to others',
    phrase => {
      expect(dateOf(phrase)).toBeNull()
    },
  )

  it('reads only the day of "3.12. 15 Uhr" and its month, not the hour as a year', () => {
    expect(dateOf('3.12. 15 Uhr')).toBe('3 12 -')
  })
})
