import { describe, expect, it } from 'vitest'
import { englishCardinal, englishOrdinal, englishYear } from './english-number.ts'

describe('English numbers', () => {
  it.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [21, 'twenty-one'],
    [40, 'forty'],
    [100, 'one hundred'],
    [105, 'one hundred and five'],
    [2026, 'two thousand and twenty-six'],
    [12_345, 'twelve thousand three hundred and forty-five'],
    [1_000_000, 'one million'],
  ])('counts %i as "%s"', (n, words) => {
    expect(englishCardinal(n)).toBe(words)
  })

  it.each([
    [1, 'first'],
    [2, 'second'],
    [3, 'third'],
    [5, 'fifth'],
    [8, 'eighth'],
    [12, 'twelfth'],
    [20, 'twentieth'],
    [22, 'twenty-second'],
    [31, 'thirty-first'],
    [100, 'one hundredth'],
  ])('orders %i as "%s"', (n, words) => {
    expect(englishOrdinal(n)).toBe(words)
  })

  it.each([
    [2026, 'twenty twenty-six'],
    [2000, 'two thousand'],
    [2005, 'two thousand and five'],
    [1999, 'nineteen ninety-nine'],
    [1905, 'nineteen oh five'],
    [1900, 'nineteen hundred'],
  ])('says the year %i as "%s"', (year, words) => {
    expect(englishYear(year)).toBe(words)
  })
})
