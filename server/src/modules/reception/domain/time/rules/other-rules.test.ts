import { describe, expect, it } from 'vitest'
import { connectorRule } from './connector.ts'
import { lengthRule } from './length.ts'
import { partOfDayRule } from './part-of-day.ts'
import { readWith } from './read-with.ts'

describe('partOfDayRule', () => {
  it.each([
    ['vormittags', 'forenoon'],
    ['in der Früh', 'early'],
    ['am Morgen', 'early'],
    ['am späten Nachmittag', 'late_afternoon'],
    ['am frühen Abend', 'early_evening'],
    ['nach der Arbeit', 'after_work'],
  ])('reads "%s" as %s', (phrase, part) => {
    expect(readWith(partOfDayRule, phrase)?.items).toEqual([{ kind: 'part', part }])
  })

  it('leaves "morgen" alone to the days', () => {
    expect(readWith(partOfDayRule, 'morgen')).toBeNull()
  })

  it('reads "diesen Nachmittag" as that of today', () => {
    expect(readWith(partOfDayRule, 'diesen Nachmittag')?.items).toEqual([
      { kind: 'day', spec: { type: 'offset', days: 0 } },
      { kind: 'part', part: 'afternoon' },
    ])
  })
})

describe('lengthRule', () => {
  it.each([
    ['in zwei Wochen', { amount: 2, unit: 'week', sign: 1, use: 'from_now' }],
    ['vor drei Tagen', { amount: 3, unit: 'day', sign: -1, use: 'from_now' }],
    ['in einer halben Stunde', { amount: 30, unit: 'minute', sign: 1, use: 'from_now' }],
    ['in anderthalb Stunden', { amount: 1.5, unit: 'hour', sign: 1, use: 'from_now' }],
    ['eine Stunde später', { amount: 1, unit: 'hour', sign: 1, use: 'shift' }],
    ['eine Viertelstunde eher', { amount: 15, unit: 'minute', sign: -1, use: 'shift' }],
    ['Tag darauf', { amount: 1, unit: 'day', sign: 1, use: 'shift' }],
    ['binnen 14 Tagen', { amount: 14, unit: 'day', sign: 1, use: 'within' }],
    ['zwei Wochen ab morgen', { amount: 2, unit: 'week', sign: 1, use: 'from_day' }],
  ])('reads "%s"', (phrase, length) => {
    expect(readWith(lengthRule, phrase)?.items).toEqual([{ kind: 'length', ...length }])
  })

  it('leaves a plain length, such as that of a service, alone', () => {
    expect(readWith(lengthRule, 'zwei Stunden')).toBeNull()
  })
})

describe('connectorRule', () => {
  it.each([
    ['ab', { kind: 'bound', bound: 'from', negated: false, trailing: 'never' }],
    ['nicht vor', { kind: 'bound', bound: 'before', negated: true, trailing: 'never' }],
    ['spätestens', { kind: 'bound', bound: 'until', negated: false, trailing: 'maybe' }],
    ['oder später', { kind: 'bound', bound: 'from', negated: false, trailing: 'always' }],
    ['außer', { kind: 'except' }],
    ['schlecht', { kind: 'unsuitable' }],
    ['lieber', { kind: 'instead' }],
    ['-', { kind: 'dash' }],
  ])('reads "%s"', (phrase, item) => {
    expect(readWith(connectorRule, phrase)?.items).toEqual([item])
  })

  it('reads nothing in a word it does not know', () => {
    expect(readWith(connectorRule, 'Haarschnitt')).toBeNull()
  })
})
