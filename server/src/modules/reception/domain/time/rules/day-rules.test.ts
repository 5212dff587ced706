import { describe, expect, it } from 'vitest'
import type { Item } from '../item.ts'
import type { TimeLanguage } from '../time-result.ts'
import { besideRule } from './beside.ts'
import { dateRunRule } from './date-run.ts'
import { namedDayRule } from './named-day.ts'
import { nthOfMonthRule } from './nth-of-month.ts'
import { periodRule } from './period.ts'
import { readWith } from './read-with.ts'
import type { Rule } from './rule.ts'

function specs(rule: Rule, phrase: string, lang: TimeLanguage = 'de'): readonly unknown[] | null {
  return readWith(rule, phrase, lang)?.items.map(plain) ?? null
}

function plain(item: Item): unknown {
  return item.kind === 'day' ? item.spec : item
}

describe('namedDayRule', () => {
  it.each([
    ['übermorgen', [{ type: 'offset', days: 2 }]],
    ['nächsten Mittwoch', [{ type: 'weekday', weekday: 3, which: 'next' }]],
    ['am Montag', [{ type: 'weekday', weekday: 1, which: 'bare' }]],
    ['jeden Montag', [{ type: 'weekdays', weekdays: [1] }]],
    ['am Wochenende', [{ type: 'weekend', which: 'bare' }]],
    ['Heiligabend', [{ type: 'holiday', name: 'christmas_eve' }]],
    [
      'heute morgen',
      [
        { type: 'offset', days: 0 },
        { kind: 'part', part: 'early' },
      ],
    ],
    [
      'Dienstagabend',
      [
        { type: 'weekday', weekday: 2, which: 'bare' },
        { kind: 'part', part: 'evening' },
      ],
    ],
  ])('reads "%s"', (phrase, expected) => {
    expect(specs(namedDayRule, phrase)).toEqual(expected)
  })

  it.each(['am Morgen', 'Woche', '24.'])('leaves "%s" to others', phrase => {
    expect(specs(namedDayRule, phrase)).toBeNull()
  })

  it('reads "tonight" as a day and a part of it', () => {
    expect(specs(namedDayRule, 'tonight', 'en')).toEqual([
      { type: 'offset', days: 0 },
      { kind: 'part', part: 'evening' },
    ])
  })

  it('does not read "sat" as Saturday in the middle of a sentence', () => {
    expect(specs(namedDayRule, 'sat down', 'en')).toBeNull()
  })
})

describe('periodRule', () => {
  it.each([
    ['nächste Woche', [{ type: 'week', offset: 1 }]],
    ['in der übernächsten Woche', [{ type: 'week', offset: 2 }]],
    ['Anfang nächster Woche', [{ type: 'week', offset: 1, third: 'start' }]],
    ['Ende Dezember', [{ type: 'named_month', month: 12, third: 'end' }]],
    ['zweite Dezemberhälfte', [{ type: 'named_month', month: 12, third: 'second_half' }]],
    ['KW 48', [{ type: 'calendar_week', week: 48 }]],
    ['48. KW', [{ type: 'calendar_week', week: 48 }]],
    ['die nächsten drei Tage', [{ type: 'next_days', days: 3 }]],
    ['nächstes Jahr', [{ type: 'year', offset: 1 }]],
    ['März 2027', [{ type: 'named_month', month: 3, year: 2027 }]],
    [
      'nächste oder übernächste Woche',
      [{ type: 'week', offset: 1 }, { kind: 'or' }, { type: 'week', offset: 2 }],
    ],
  ])('reads "%s"', (phrase, expected) => {
    expect(specs(periodRule, phrase)).toEqual(expected)
  })

  it.each([
    ['may come', null],
    ['in May', [{ type: 'named_month', month: 5 }]],
  ])('tells the month in "%s"', (phrase, expected) => {
    expect(specs(periodRule, phrase, 'en')).toEqual(expected)
  })
})

describe('besideRule', () => {
  it.each([
    ['Samstag vor Pfingsten', { side: 'before', step: { type: 'weekday', weekday: 6 } }],
    ['zwei Tage nach dem 10.', { side: 'after', step: { type: 'days', amount: 2 } }],
    ['die Woche nach Ostern', { side: 'after', step: { type: 'week' } }],
    ['die Woche vom 7. Dezember', { side: 'around', step: { type: 'week' } }],
  ])('reads "%s"', (phrase, expected) => {
    expect(specs(besideRule, phrase)).toEqual([{ type: 'beside', ...expected }])
  })

  it('leaves a day with a limit to others', () => {
    expect(specs(besideRule, 'Dienstag nach drei')).toBeNull()
  })
})

describe('nthOfMonthRule', () => {
  it('counts weekdays', () => {
    expect(specs(nthOfMonthRule, 'am zweiten Dienstag')).toEqual([
      { type: 'nth_weekday', nth: 2, weekday: 2 },
    ])
  })

  it('counts weeks inside a month', () => {
    expect(specs(nthOfMonthRule, 'erste Dezemberwoche')).toEqual([
      { type: 'nth_week', nth: 1 },
      { type: 'named_month', month: 12 },
    ])
  })
})

describe('dateRunRule', () => {
  it.each(['13-15 Juli', '13 bis 15. Juli', 'der 13 bis 15. Juli'])(
    'gives both days of "%s" the month',
    phrase => {
      const days = specs(dateRunRule, phrase)?.filter(spec => (spec as { type?: string }).type === 'date')
      expect(days).toEqual([
        { type: 'date', day: 13, month: 7 },
        { type: 'date', day: 15, month: 7 },
      ])
    },
  )

  it('gives the second day of "July 13 to 15" the month', () => {
    expect(specs(dateRunRule, 'July 13 to 15', 'en')?.at(-1)).toEqual({ type: 'date', day: 15, month: 7 })
  })

  it('leaves an hour after a date to the clock', () => {
    expect(specs(dateRunRule, 'July 13 to 3 pm', 'en')).toBeNull()
  })
})
