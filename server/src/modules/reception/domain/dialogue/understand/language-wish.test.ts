import { expect, test } from 'vitest'
import { languageWish } from './language-wish.ts'

test.each([
  'Do you speak English?',
  'English please',
  'Can we do this in English?',
  'Sprechen Sie Englisch?',
  'Auf Englisch bitte',
  'Sorry, my German is bad, do you speak any English?',
])('"%s" asks for English in a German call', said => {
  expect(languageWish(said, 'de')).toEqual({ kind: 'asked', lang: 'en' })
})

test.each(['Auf Deutsch bitte', 'Sprechen Sie Deutsch?', 'German please', 'Do you speak German?'])(
  '"%s" asks for German in an English call',
  said => {
    expect(languageWish(said, 'en')).toEqual({ kind: 'asked', lang: 'de' })
  },
)

test.each([
  ['I would like to book an appointment', 'de', 'en'],
  ['What do you have tomorrow morning?', 'de', 'en'],
  ['My car is due for an inspection.', 'de', 'en'],
  ['Ich hätte gern einen Termin', 'en', 'de'],
  ['Haben Sie morgen noch was frei für mich?', 'en', 'de'],
] as const)('"%s" in a call in %s is spoken in %s', (said, lang, other) => {
  expect(languageWish(said, lang)).toEqual({ kind: 'spoken', lang: other })
})

test.each([
  ['Ein Termin für Service und Styling, please', 'de'],
  ['Hello', 'de'],
  ['Peter Brown', 'de'],
  ['okay', 'de'],
  ['Ja, der Name ist John Young', 'de'],
  ['With Jonas, please', 'en'],
  ['Haarschnitt Herren', 'en'],
  ['Dienstag', 'en'],
  ['M, I, R, I, A, M, I', 'de'],
  ['In English please, not in German', 'en'],
] as const)('"%s" changes nothing in a call in %s', (said, lang) => {
  expect(['own', 'none', 'leaning']).toContain(languageWish(said, lang).kind)
})
