import { expect, test } from 'vitest'
import { birthDateIn, digitsIn } from './read-proof.ts'

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
  ['vierzehnter März neunzehnhundertfünfundachtzig', 'de', '1985-03-14'],
  ['am ersten Mai neunzehnhundertachtzig', 'de', '1980-05-01'],
  ['der dritte fünfte neunzehnhundert achtzig', 'de', '1980-05-03'],
  ['14. 3. zweitausendeins', 'de', '2001-03-14'],
  ['am 7. Juni zweitausend', 'de', '2000-06-07'],
  ['the fourteenth of March nineteen eighty-five', 'en', '1985-03-14'],
  ['May first, nineteen eighty', 'en', '1980-05-01'],
  ['June the second nineteen oh five', 'en', '1905-06-02'],
  ['March 3rd two thousand and one', 'en', '2001-03-03'],
  ['the twenty first of July twenty ten', 'en', '2010-07-21'],
  ['14031985', 'de', '1985-03-14'],
  ['eins vier null drei eins neun acht fünf', 'de', '1985-03-14'],
])('"%s" is a date of birth', (said, lang, date) => {
  expect(birthDateIn(said, lang)?.toString()).toBe(date)
})

test.each([
  '31.2.1985',
  'am 14. März',
  '14.3.85',
  '14.3.1785',
  'im März 1985',
  '31021985',
  'neunzehnhundertachtzig',
])('"%s" is none', said => {
  expect(birthDateIn(said, 'de')).toBeNull()
})
