import { describe, expect, test } from 'vitest'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { practice, salon } from '../testing/worlds.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { refuseName } from './refuse-name.ts'

function refusal(name: string, catalogue = salon) {
  return refuseName(name, { catalogue, lexicon: lexiconOf('de'), findTime: findTimeByWords })
}

describe('a name', () => {
  test.each([
    'Petra Lindner',
    'Lindner',
    'Jörg Müller-Lüdenscheidt',
    "Sinéad O'Connor",
    'Petra von der Heide',
    'Dr. Petra Lindner',
    'Mehmet Öztürk',
    'Łukasz Żak',
    'Mara Feldmann',
    'Petra Freitag',
    'Li',
  ])('"%s" is accepted', name => {
    expect(refusal(name)).toBeNull()
  })

  test.each([
    ['Unbekannt', 'placeholder'],
    ['unbekannt', 'placeholder'],
    ['Anonym', 'placeholder'],
    ['Max Mustermann', 'placeholder'],
    ['Test', 'placeholder'],
    ['None', 'placeholder'],
    ['Acht Uhr', 'time'],
    ['acht Uhr', 'time'],
    ['Morgen', 'time'],
    ['Mara', 'staff'],
    ['mara', 'staff'],
    ['Salon Morgenrot', 'business'],
    ['Aurora', 'business'],
    ['Dauerwelle', 'service'],
    ['Herrenschnitt', 'service'],
    ['', 'malformed'],
    ['P', 'malformed'],
    ['1234', 'malformed'],
    ['Petra <b>', 'malformed'],
    ['Petra {{name}}', 'malformed'],
    ['petra@beispiel.de', 'malformed'],
    ['ja bitte', 'malformed'],
    ['Ihr Termin ist gebucht', 'malformed'],
    ['Is it booked now', 'malformed'],
    ['A'.repeat(10_000), 'malformed'],
  ])('"%s" is refused (failure 75)', (name, why) => {
    expect(refusal(name)).toBe(why)
  })

  test('of someone who works here is refused with and without the title', () => {
    expect(['Dr. Sommer', 'Sommer', 'Frau Winkler', 'Winkler'].map(name => refusal(name, practice))).toEqual(
      Array.from({ length: 4 }, () => 'staff'),
    )
  })

  test('in the other language is no name in an English call either, and "von der" is', () => {
    const english = (name: string) =>
      refuseName(name, { catalogue: salon, lexicon: lexiconOf('en'), findTime: findTimeByWords })
    expect(english('Ist das jetzt gebucht')).toBe('malformed')
    expect(english('Petra von der Heide')).toBeNull()
  })

  test('of a namesake is accepted once the first name is said', () => {
    expect(refusal('Petra Sommer', practice)).toBeNull()
  })
})
