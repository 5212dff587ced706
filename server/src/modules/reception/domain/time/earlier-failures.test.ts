import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTimePhrase } from './parse-time-phrase.ts'
import type { TimeContext } from './time-result.ts'

const zone = 'Europe/Berlin'
const at = (now: string): TimeContext => ({ now: Temporal.Instant.from(now), zone, lang: 'de' })
const THURSDAY = at('2026-11-26T10:00:00+01:00')

test('an hour said in Berlin is that instant, in summer, in winter and after the clocks changed (failures 22, 23)', () => {
  const start = (phrase: string, now: string) => {
    const { when } = parseTimePhrase(phrase, at(now))
    return when?.type === 'time' ? Temporal.Instant.from(when.start).toString() : null
  }
  expect(start('morgen um neun Uhr', '2026-07-01T10:00:00+02:00')).toBe('2026-07-02T07:00:00Z')
  expect(start('morgen um neun Uhr', '2026-12-01T10:00:00+01:00')).toBe('2026-12-02T08:00:00Z')
  expect(start('morgen um neun Uhr', '2026-10-24T10:00:00+02:00')).toBe('2026-10-25T08:00:00Z')
})

test.each([
  ['nächste Woche Dienstag', '2026-12-01'],
  ['Dienstag nächster Woche', '2026-12-01'],
  ['übernächste Woche Dienstag', '2026-12-08'],
])('"%s" is in the week that is said, not one later (failure 25)', (phrase, date) => {
  expect(parseTimePhrase(phrase, THURSDAY)).toMatchObject({ kind: 'resolved', when: { type: 'day', date } })
})

test.each([
  ['11. November', '2027-11-11'],
  ['am 3. Dezember', '2026-12-03'],
  ['am 2. Januar', '2027-01-02'],
])('"%s" without a year is the next one to come (failures 24, 26)', (phrase, date) => {
  expect(parseTimePhrase(phrase, THURSDAY)).toMatchObject({ kind: 'resolved', when: { type: 'day', date } })
})

test('a weekday is spoken from the date itself, on any day of two years (failure 27)', () => {
  const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), days => {
      const date = Temporal.PlainDate.from('2026-11-26').add({ days })
      const { spoken } = parseTimePhrase(`am ${date.day}.${date.month}.${date.year}`, THURSDAY)
      expect(spoken?.startsWith(weekdays[date.dayOfWeek - 1] ?? '-')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('the same word on another day, or past midnight, is another date (failure 32)', () => {
  const tomorrow = (now: string) => parseTimePhrase('morgen', at(now)).when
  expect(tomorrow('2026-11-26T23:59:59+01:00')).toEqual({ type: 'day', date: '2026-11-27' })
  expect(tomorrow('2026-11-27T00:00:00+01:00')).toEqual({ type: 'day', date: '2026-11-28' })
})

test('a time that is gone is said to be gone and not shifted (failure 33)', () => {
  expect(parseTimePhrase('heute um acht Uhr', THURSDAY)).toMatchObject({ kind: 'past' })
})
