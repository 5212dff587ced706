import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLAIM_KINDS } from './claim.ts'
import { evaluateClaims } from './evaluate-claims.ts'
import { findClaims } from './find-claims.ts'

const kinds = (text: string) => findClaims(text).map(claim => claim.kind)

describe('An utterance claims', () => {
  test.each([
    ['Ich habe Sie für Freitag um zehn eingetragen.', ['booked']],
    ['Dann sehen wir uns am Freitag um zehn.', ['booked']],
    ['Ihr Termin ist auf Montag verschoben.', ['moved']],
    ['Ihr Termin am Dienstag ist storniert.', ['cancelled']],
    ['Sie stehen auf der Warteliste.', ['waitlisted']],
    ['Frau Krause ruft Sie heute noch zurück.', ['callback']],
    ["You're all set for Friday at ten.", ['booked']],
    ["I've rescheduled your visit to Monday.", ['moved']],
    ['Der Freitag um elf ist Ihrer.', ['booked']],
    ['Herr Brandt hat Sie am Donnerstag um elf auf seiner Liste.', ['booked']],
    ['Ihren Termin gibt es nicht mehr.', ['cancelled']],
    ['You no longer have an appointment with us.', ['cancelled']],
    ['Ihre Absage ist bei uns eingegangen und eingetragen.', ['cancelled']],
    ['Dein alter Termin ist gestrichen, und der neue ist fest eingetragen.', ['cancelled', 'booked']],
  ])('%s → %j', (text, claims) => {
    expect(kinds(text)).toEqual(claims)
  })
})

describe('An utterance claims nothing', () => {
  test.each([
    ['when it asks', 'Soll ich Sie für Freitag um zehn eintragen?'],
    ['when it announces', 'Einen Moment, ich trage Sie gleich ein.'],
    ['when it denies', 'Der Termin ist noch nicht gebucht.'],
    ['when it depends on something', 'Sobald ich Ihren Namen habe, ist der Termin gebucht.'],
    ['when it reads out what was there before', 'Sie haben am Donnerstag um zehn einen Termin.'],
    ['when it says what is free', 'Am Freitag um zehn wäre noch etwas frei.'],
    ['when somebody else did it', 'Eine andere Kundin hat gerade abgesagt.'],
    ['when a person must agree first', 'Ihre Anfrage ist eingegangen, wir bestätigen sie noch.'],
    ['when a day and an hour are somebody else’s', 'Herr Brandt ist am Dienstag um neun nicht im Haus.'],
    ['when it tells how a day is', 'Wir öffnen für Sie am Montag um neun.'],
    ['when it says how long a list is', 'Unsere Warteliste ist im Moment leider geschlossen.'],
    ['when the caller is to ring', 'Rufen Sie uns gern wieder an.'],
  ])('%s', (_, text) => {
    expect(kinds(text)).toEqual([])
  })
})

test('a question behind a statement takes nothing back', () => {
  expect(kinds('Ich habe Sie für Freitag eingetragen, passt das so?')).toEqual(['booked'])
})

test('a claim carries the sentence that makes it', () => {
  expect(findClaims('Alles klar. Ich habe Sie für den 4. Dezember eingetragen. Bis dann!')).toEqual([
    { kind: 'booked', sentence: 'Ich habe Sie für den 4. Dezember eingetragen.' },
  ])
})

test('each kind is claimed once by an utterance, whatever it says', () => {
  const words = [
    'ruft',
    'Sie',
    'gebucht',
    'zurück',
    'Warteliste',
    'habe',
    'ist',
    ',',
    '.',
    '?',
    'moved',
    'you',
  ]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 300 }), parts => {
      const found = kinds(parts.join(' '))
      expect(new Set(found).size).toBe(found.length)
      expect(found.every(kind => CLAIM_KINDS.includes(kind))).toBe(true)
    }),
  )
})

test('an utterance without end is read up to a bound', () => {
  expect(kinds(`${'ruft Sie an '.repeat(20_000)}`)).toEqual(['callback'])
})

describe('An evaluation', () => {
  test('counts what was found, missed and found wrongly', () => {
    const { precision, recall, mistakes } = evaluateClaims([
      { text: 'Ich habe Sie eingetragen.', claims: ['booked'], time: null },
      { text: 'Ich habe Sie eingetragen.', claims: [], time: null },
      { text: 'Guten Tag.', claims: ['moved'], time: null },
    ])
    expect({ precision, recall }).toEqual({ precision: 0.5, recall: 0.5 })
    expect(mistakes).toHaveLength(2)
  })

  test('is perfect where nothing is claimed and nothing found', () => {
    expect(evaluateClaims([{ text: 'Guten Tag.', claims: [], time: null }])).toMatchObject({
      precision: 1,
      recall: 1,
    })
  })
})
