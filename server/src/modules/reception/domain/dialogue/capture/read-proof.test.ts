import { expect, test } from 'vitest'
import { birthDateIn, digitsIn } from './said-proof.ts'

test.each([
  ['471123', '471123'],
  ['4 7 1 1 2 3', '471123'],
  ['Der Code ist 471 123.', '471123'],
  ['vier sieben eins eins zwei drei', '471123'],
  ['null null sieben, doppel vier, neun', '007449'],
])('"%s" are the digits %s', (said, digits) => {
  expect(digitsIn(said, 'de')).toBe(digits)
})

test.each(['Ich habe keinen bekommen', '', 'vier'])('in "%s" there is no code', said => {
  expect(digitsIn(said, 'de')).toBeNull()
})

test.each<[string, 'de' | 'en', string]>([
  ['14.3.1985', 'de', '1985-03-14'],
  ['am 14. März 1985', 'de', '1985-03-14'],
  ['Ich bin am 01.12.1950 geboren', 'de', '1950-12-01'],
  ['1985-03-14', 'en', '1985-03-14'],
  ['March 14th, 1985', 'en', '1985-03-14'],
  ['the 2nd of October 1990', 'en', '1990-10-02'],
])('"%s" is a date of birth', (said, lang, date) => {
  expect(birthDateIn(said, lang)?.toString()).toBe(date)
})

test.each(['31.2.1985', 'am 14. März', '14.3.85', '14.3.1785', 'im März 1985'])('"%s" is none', said => {
  expect(birthDateIn(said, 'de')).toBeNull()
})
