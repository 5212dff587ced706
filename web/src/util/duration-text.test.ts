import { expect, test } from 'vitest'
import { offsetText, stopwatch, tookText } from './duration-text.ts'

test.each([
  [0, '0:00'],
  [42_999, '0:42'],
  [725_000, '12:05'],
  [3_750_000, '1:02:30'],
  [-500, '0:00'],
])('%d ms on the stopwatch are %s', (ms, text) => {
  expect(stopwatch(ms)).toBe(text)
})

test.each([
  [3.94, '3,9 ms'],
  [38.2, '38 ms'],
  [1240, '1,24 s'],
])('%d ms took %s', (ms, text) => {
  expect(tookText(ms, 'de-DE')).toBe(text)
})

test.each([
  [7412, '+7,412 s'],
  [67_412, '+1:07,412'],
  [-412, '−0,412 s'],
])('%d ms after the start is %s', (ms, text) => {
  expect(offsetText(ms, 'de-DE')).toBe(text)
})
