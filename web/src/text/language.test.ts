import { expect, test } from 'vitest'
import { languageFor, localeFor } from './language.ts'

test('what someone chose counts before what their browser prefers', () => {
  expect(languageFor({ chosen: 'en', preferred: ['de-DE'], business: 'de-DE' })).toBe('en')
})

test('without a choice the first language of the browser that we speak is used', () => {
  expect(languageFor({ chosen: null, preferred: ['fr-FR', 'en-US', 'de'], business: 'de-DE' })).toBe('en')
})

test('a browser that speaks neither reads the language of the business', () => {
  expect(languageFor({ chosen: null, preferred: ['fr', 'deu'], business: 'en-GB' })).toBe('en')
})

test('before anything is known, it is German', () => {
  expect(languageFor({ chosen: 'klingon', preferred: [], business: null })).toBe('de')
})

test.each([
  ['de', 'de-AT', 'de-AT'],
  ['de', 'en-US', 'de-DE'],
  ['en', 'de-DE', 'en-GB'],
  ['en', 'en-US', 'en-US'],
] as const)('reading %s about a business of %s formats as %s', (reading, business, locale) => {
  expect(localeFor(reading, business)).toBe(locale)
})
