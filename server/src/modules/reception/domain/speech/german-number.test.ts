import { describe, expect, it } from 'vitest'
import { germanCardinal, germanCount, germanOrdinalStem, germanYear } from './german-number.ts'

describe('German numbers', () => {
  it.each([
    [0, 'null'],
    [1, 'eins'],
    [11, 'elf'],
    [16, 'sechzehn'],
    [17, 'siebzehn'],
    [21, 'einundzwanzig'],
    [30, 'dreißig'],
    [66, 'sechsundsechzig'],
    [100, 'einhundert'],
    [101, 'einhunderteins'],
    [111, 'einhundertelf'],
    [345, 'dreihundertfünfundvierzig'],
    [1000, 'eintausend'],
    [2026, 'zweitausendsechsundzwanzig'],
    [12_001, 'zwölftausendeins'],
    [1_000_000, 'eine Million'],
    [2_500_000, 'zwei Millionen fünfhunderttausend'],
  ])('counts %i as %s', (n, word) => {
    expect(germanCardinal(n)).toBe(word)
  })

  it('says "ein" before a noun', () => {
    expect(germanCount(1)).toBe('ein')
  })

  it.each([
    [1, 'erst'],
    [3, 'dritt'],
    [7, 'siebt'],
    [8, 'acht'],
    [12, 'zwölft'],
    [19, 'neunzehnt'],
    [20, 'zwanzigst'],
    [21, 'einundzwanzigst'],
    [101, 'einhunderterst'],
    [112, 'einhundertzwölft'],
  ])('orders %i as %s', (n, stem) => {
    expect(germanOrdinalStem(n)).toBe(stem)
  })

  it.each([
    [2026, 'zweitausendsechsundzwanzig'],
    [2000, 'zweitausend'],
    [1999, 'neunzehnhundertneunundneunzig'],
    [1900, 'neunzehnhundert'],
  ])('names the year %i', (year, words) => {
    expect(germanYear(year)).toBe(words)
  })
})
