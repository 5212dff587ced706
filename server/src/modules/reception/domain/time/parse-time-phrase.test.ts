import { describe, expect, it } from 'vitest'
import { parseTimePhrase } from './parse-time-phrase.ts'
import type { TimeContext } from './time-result.ts'

const FRIDAY_MORNING: TimeContext = {
  now: Temporal.Instant.from('2026-11-20T10:00:00+01:00'),
  zone: 'Europe/Berlin',
  lang: 'de',
}
const TUESDAY: TimeContext = { ...FRIDAY_MORNING, now: Temporal.Instant.from('2026-11-17T10:00:00+01:00') }

describe('parseTimePhrase', () => {
  it('answers in the promised form', () => {
    expect(parseTimePhrase('übermorgen halb drei', FRIDAY_MORNING)).toEqual({
      kind: 'resolved',
      when: { type: 'time', start: '2026-11-22T14:30:00+01:00', grain: 'minute' },
      candidates: [],
      text: 'So, 22.11.2026, 14:30',
      spoken: 'Sonntag, den zweiundzwanzigsten November, um vierzehn Uhr dreißig',
      span: [0, 19],
    })
  })

  it('asks which of two days "nächsten Mittwoch" means on a Tuesday', () => {
    const { kind, candidates } = parseTimePhrase('nächsten Mittwoch', TUESDAY)
    expect({ kind, candidates }).toEqual({
      kind: 'ambiguous',
      candidates: [
        { type: 'day', date: '2026-11-18' },
        { type: 'day', date: '2026-11-25' },
      ],
    })
  })

  it('gives both readings when weekday and date disagree', () => {
    const { kind, when, candidates } = parseTimePhrase('Dienstag, den 24.12.', FRIDAY_MORNING)
    expect({ kind, when, candidates }).toEqual({
      kind: 'contradictory',
      when: null,
      candidates: [
        { type: 'day', date: '2026-12-24' },
        { type: 'day', date: '2026-12-22' },
      ],
    })
  })

  it('says that a time of today is gone', () => {
    const { kind, when } = parseTimePhrase('heute um 9 Uhr', FRIDAY_MORNING)
    expect({ kind, when }).toEqual({
      kind: 'past',
      when: { type: 'time', start: '2026-11-20T09:00:00+01:00', grain: 'hour' },
    })
  })

  it.each([
    'in 99999999999999999999 Tagen',
    'in 999999999 Wochen',
    'in 400000 Jahren',
    'in 99999999 Minuten',
    'vor 400000 Monaten',
  ])('does not count as far as "%s"', phrase => {
    expect(parseTimePhrase(phrase, FRIDAY_MORNING).kind).toBe('none')
  })

  it('keeps a list read aloud to what can be asked about', () => {
    const { candidates } = parseTimePhrase('werktags um acht oder '.repeat(50), {
      ...FRIDAY_MORNING,
      opens: '07:00',
      closes: '21:00',
    })
    expect(candidates.every(when => when.type === 'set' && when.any.length <= 60)).toBe(true)
    expect(candidates.length).toBeLessThanOrEqual(6)
  })

  it('finds nothing in words that are not about time', () => {
    expect(
      parseTimePhrase('Guten Tag, ich hätte gern einen Termin für zwei Personen.', FRIDAY_MORNING),
    ).toEqual({
      kind: 'none',
      when: null,
      candidates: [],
      text: null,
      spoken: null,
      span: null,
    })
  })
})
