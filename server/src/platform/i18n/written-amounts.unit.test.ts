import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenRoundTrip } from './testing/written-round-trip.ts'
import { writtenDuration, writtenPrice } from './written-amounts.ts'

const spaced = (text: string) => text.replaceAll(/\s/g, ' ')

test('prices and durations are read as they were written', () => {
  fc.assert(
    fc.property(writtenRoundTrip, ({ spoken, meant, heard }) => {
      expect({ spoken, is: heard }).toEqual({ spoken, is: meant })
    }),
    { numRuns: 3000 },
  )
})

test.each([
  [4550, 'de', '45,50 €'],
  [4550, 'en', '€45.50'],
  [1_234_500, 'de', '12.345,00 €'],
] as const)('%i minor units in %s are %s', (minor, language, text) => {
  expect(spaced(writtenPrice(minor, 'EUR', language))).toBe(text)
})

test.each([
  [45, 'de', '45 Minuten'],
  [60, 'de', '1 Stunde'],
  [105, 'de', '1 Stunde 45 Minuten'],
  [121, 'en', '2 hours 1 minute'],
  [0, 'en', '0 minutes'],
] as const)('%i minutes in %s are %s', (minutes, language, text) => {
  expect(writtenDuration(minutes, language)).toBe(text)
})
