import { describe, expect, test } from 'vitest'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { hearAs } from '../testing/hear-as.ts'
import { consultants, practice, salon } from '../testing/worlds.ts'
import { german } from '../words/german/german.ts'
import { findTimePhrase, refine } from './find-time.ts'
import { hear } from './hear.ts'
import { understand } from './understand.ts'

const inEnglish = (utterance: string) =>
  understand(utterance, { kind: 'anything' }, { lang: 'en', catalogue: salon, findTime: () => null }).intents

describe('What a call begins with', () => {
  test.each([
    ['Morgen, Reifenwechsel bitte, geht da Mittwoch was?', 'Mittwoch'],
    ['Tag, ich bräuchte was am Freitag', 'Freitag'],
  ])('may be a greeting that sounds like a day: "%s"', (utterance, day) => {
    expect(hearAs(utterance).time?.phrase).toBe(day)
  })

  test('is a day where an hour follows or a day was asked for', () => {
    expect(hearAs('Morgen, um zehn').time?.phrase).toBe('Morgen, um zehn')
    expect(hearAs('Morgen, bitte', { kind: 'day', options: [] }).time?.phrase).toBe('Morgen')
  })

  test.each([
    'Bis wann kann ich kostenlos absagen?',
    'Wie kurzfristig kann ich meinen Termin verschieben?',
    'Muss ich was zahlen, wenn ich kurzfristig absage?',
    'Kann ich einen Termin auch online absagen?',
  ])('may ask for the rules and change nothing: "%s"', utterance => {
    const { intents } = hearAs(utterance)
    expect(intents).toContain('question_rules')
    expect(intents.filter(one => one === 'cancel' || one === 'move' || one === 'question_hours')).toEqual([])
  })

  test('may ask for the rules in English', () => {
    expect(inEnglish('How late can I cancel without paying?')).toContain('question_rules')
    expect(inEnglish('How late can I cancel without paying?')).not.toContain('cancel')
  })

  test('may ask whether one needs an appointment', () => {
    expect(hearAs('Kann ich auch ohne Termin kommen?').intents).not.toContain('book')
  })

  test.each([
    'Kann ich mal die Mara sprechen?',
    'Nee, mit so einer Maschine rede ich nicht.',
    'Ich hätte gern die Mara gesprochen.',
    'Könnte ich bitte die Frau Mara haben?',
    'Geben Sie mir doch mal die Mara.',
  ])('may ask for a person: "%s"', utterance => {
    expect(hearAs(utterance).intents).toContain('human')
  })

  test.each([
    'Kann man auch samstags vorbeikommen?',
    'Geht bei Ihnen auch samstags was?',
    'Kommt man bei Ihnen auch abends noch dran?',
    'Machen Sie auch montags Termine?',
  ])('may ask whether one can come on such days: "%s"', utterance => {
    const { intents } = hearAs(utterance)
    expect(intents).toContain('question_hours')
    expect(intents).not.toContain('book')
  })

  test('may ask in English whether one can come on such days', () => {
    expect(inEnglish('Can I come in on Saturdays too?')).toContain('question_hours')
  })

  test.each(['Muss ich vorher einen Test machen?', 'Braucht man fürs Färben einen Termin?'])(
    'may ask what is needed: "%s"',
    utterance => {
      expect(hearAs(utterance).intents).toContain('question_about')
    },
  )

  test('asks for nobody where somebody is wanted at a time', () => {
    const heard = hearAs('Ich möchte morgen mit Ines sprechen', { kind: 'anything' }, consultants)
    expect(heard.intents).not.toContain('human')
  })

  test('gives up a time and no appointment where another is wanted instead', () => {
    const { intents } = hearAs('Ich komme Donnerstag doch nicht, könnte ich stattdessen Freitag kommen?')
    expect(intents).toContain('move')
    expect(intents).not.toContain('cancel')
  })

  test('speaks of an appointment there is after a condition no more', () => {
    const { intents } = hearAs('Wann soll ich kommen, wenn ich eine Kontrolle will?', undefined, practice)
    expect(intents).not.toContain('appointments')
  })

  test('keeps what stands in between polite words', () => {
    expect(hearAs('Ich hätte den Termin gern eine Stunde später').intents).toContain('move')
  })
})

test('"Morgen irgendwann" and then "erst um vier" is tomorrow from four on', () => {
  const phraseOf = (text: string) => findTimePhrase(hear(text), german.times, findTimeByWords)?.time ?? null
  const before = { phrase: 'morgen irgendwann', day: 'morgen irgendwann', clock: null }
  const said = phraseOf('um vier')
  expect(said && refine(before, said, 'correcting').phrase).toBe('morgen um vier')
})
