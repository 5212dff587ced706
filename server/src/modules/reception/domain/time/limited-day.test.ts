import { describe, expect, it } from 'vitest'
import { limitedDay } from './limited-day.ts'
import { parseTimePhrase } from './parse-time-phrase.ts'

const place = { now: Temporal.Instant.from('2026-11-20T10:00:00+01:00'), zone: 'Europe/Berlin' }

function dayOf(phrase: string): string | null {
  const { when } = parseTimePhrase(phrase, { ...place, lang: 'de' })
  return when === null ? null : (limitedDay(when, place)?.toString() ?? null)
}

describe('limitedDay', () => {
  it.each([
    ['morgen bis zwölf', '2026-11-21'],
    ['morgen ab drei', '2026-11-21'],
    ['heute vor 16 Uhr', '2026-11-20'],
  ])('is the day of "%s"', (phrase, day) => {
    expect(dayOf(phrase)).toBe(day)
  })

  it.each(['ab Montag', 'bis Sonntag', 'ab heute', 'so bald wie möglich', 'morgen', 'ab 15 Uhr'])(
    'is no day for "%s"',
    phrase => {
      expect(dayOf(phrase)).toBeNull()
    },
  )
})
