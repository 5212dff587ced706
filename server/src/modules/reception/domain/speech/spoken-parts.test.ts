import { describe, expect, it } from 'vitest'
import { spokenDuration } from './spoken-duration.ts'
import { spokenList } from './spoken-list.ts'
import { spokenCardinal, spokenOrdinal } from './spoken-number.ts'
import { spokenPhone } from './spoken-phone.ts'
import { spokenPrice } from './spoken-price.ts'

describe('spokenDuration', () => {
  it.each([
    [0, 'null Minuten'],
    [1, 'eine Minute'],
    [30, 'dreißig Minuten'],
    [60, 'eine Stunde'],
    [90, 'eine Stunde und dreißig Minuten'],
    [121, 'zwei Stunden und eine Minute'],
    [1440, 'ein Tag'],
    [4410, 'drei Tage, eine Stunde und dreißig Minuten'],
  ])('says %i minutes in German', (minutes, words) => {
    expect(spokenDuration(minutes, 'de')).toBe(words)
  })

  it('says ninety minutes in English', () => {
    expect(spokenDuration(90, 'en')).toBe('one hour and thirty minutes')
  })
})

describe('spokenPrice', () => {
  it.each([
    [4550, 'EUR', 'fünfundvierzig Euro fünfzig'],
    [4500, 'EUR', 'fünfundvierzig Euro'],
    [100, 'EUR', 'ein Euro'],
    [0, 'EUR', 'null Euro'],
    [99, 'EUR', 'neunundneunzig Cent'],
    [1, 'EUR', 'ein Cent'],
    [1205, 'CHF', 'zwölf Franken fünf'],
    [123_456, 'EUR', 'eintausendzweihundertvierunddreißig Euro sechsundfünfzig'],
  ])('says %i %s in German', (minor, currency, words) => {
    expect(spokenPrice(minor, currency, 'de')).toBe(words)
  })

  it.each([
    [4550, 'EUR', 'forty-five euros fifty'],
    [100, 'EUR', 'one euro'],
    [205, 'EUR', 'two euros and five cents'],
    [201, 'GBP', 'two pounds and one penny'],
    [50, 'USD', 'fifty cents'],
  ])('says %i %s in English', (minor, currency, words) => {
    expect(spokenPrice(minor, currency, 'en')).toBe(words)
  })

  it('says what is owed back', () => {
    expect(spokenPrice(-1500, 'EUR', 'de')).toBe('minus fünfzehn Euro')
  })

  it('names a currency it has no word for by its code', () => {
    expect(spokenPrice(20_000, 'SEK', 'de')).toBe('zweihundert SEK')
  })
})

describe('spokenPhone', () => {
  it('says a German mobile number digit by digit, in groups', () => {
    expect(spokenPhone('+491713920011', 'de')).toBe(
      'null eins sieben eins, drei neun zwei, null null, eins eins',
    )
  })

  it('says a Berlin number with its prefix first', () => {
    expect(spokenPhone('+493023125001', 'de')).toBe(
      'null drei null, zwei drei eins, zwei fünf null, null eins',
    )
  })

  it('says a foreign number with its country code', () => {
    expect(spokenPhone('+43171392', 'en')).toBe('plus four three, one seven one, three nine two')
  })
})

describe('spokenList', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A und B'],
    [['A', 'B', 'C'], 'A, B und C'],
  ])('joins %j', (parts, words) => {
    expect(spokenList(parts, 'de')).toBe(words)
  })

  it('joins alternatives with "or"', () => {
    expect(spokenList(['A', 'B', 'C'], 'en', 'or')).toBe('A, B or C')
  })
})

describe('spoken numbers', () => {
  it('counts in both languages', () => {
    expect([spokenCardinal(21, 'de'), spokenCardinal(21, 'en')]).toEqual(['einundzwanzig', 'twenty-one'])
  })

  it('orders in both languages', () => {
    expect([spokenOrdinal(21, 'de'), spokenOrdinal(21, 'en')]).toEqual(['einundzwanzigste', 'twenty-first'])
  })
})
