import { expect, test } from 'vitest'
import { languageAccepted, languageIn } from './language.ts'

test.each([
  ['de-DE', 'de'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['de_AT', 'de'],
  ['fr-FR', null],
  ['', null],
])('the locale "%s" is spoken in %s', (tag, language) => {
  expect(languageIn(tag)).toBe(language)
})

test.each([
  [undefined, 'de'],
  ['*', 'de'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['de;q=0.4, en;q=0.6', 'en'],
  ['fr-FR, en;q=0.5', 'en'],
  ['en;q=0, fr', 'de'],
  ['en;q=none', 'de'],
  [',;=;q=,'.repeat(1000), 'de'],
])('"%s" is answered in %s', (header, language) => {
  expect(languageAccepted(header)).toBe(language)
})
