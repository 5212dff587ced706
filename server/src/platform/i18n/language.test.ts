import { expect, test } from 'vitest'
import { languageIn } from './language.ts'

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
