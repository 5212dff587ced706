import { describe, expect, it } from 'vitest'
import { readLexemes } from './lexicon.ts'

describe('readLexemes', () => {
  it('takes the longest expression', () => {
    expect(readLexemes('so bald wie möglich', 'de').map(({ meaning }) => meaning)).toEqual([{ nowish: true }])
  })

  it('drops words that change nothing', () => {
    expect(readLexemes('bitte morgen gern', 'de').map(({ text }) => text)).toEqual(['morgen'])
  })

  it('finds an expression with a filler in it', () => {
    expect(readLexemes('in der bitte Früh', 'de').map(({ meaning }) => meaning)).toEqual([{ part: 'early' }])
  })

  it('knows a word that lost its dots', () => {
    expect(readLexemes('ubermorgen', 'de')[0]?.meaning).toEqual({ dayOffset: 2 })
  })

  it('keeps a word nobody knows, without a meaning', () => {
    expect(readLexemes('Haarschnitt', 'de')[0]?.meaning).toEqual({})
  })

  it.each([
    ['neunundfünfzig', 59],
    ['zwoundzwanzig', 22],
    ['zwölf', 12],
    ['zweitausendsechsundzwanzig', 2026],
  ])('counts %s', (word, number) => {
    expect(readLexemes(word, 'de')[0]?.meaning).toEqual({ number })
  })

  it.each([
    ['erster', 1],
    ['dritten', 3],
    ['siebten', 7],
    ['siebenter', 7],
    ['neunzehnte', 19],
    ['einunddreißigsten', 31],
  ])('orders %s', (word, ordinal) => {
    expect(readLexemes(word, 'de')[0]?.meaning).toEqual({ ordinal })
  })

  it('reads "twenty-second" as one English word', () => {
    expect(readLexemes('twenty-second', 'en').map(({ meaning }) => meaning)).toEqual([{ ordinal: 22 }])
  })

  it('does not take a person for a day', () => {
    expect(readLexemes('Herr Freitag', 'de')).toEqual([])
  })
})
