import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'
import { consultants, garage, practice, salon } from '../testing/worlds.ts'

const cuts = ['Haarschnitt Damen', 'Haarschnitt Herren', 'Kinderhaarschnitt']

describe('a service that is named', () => {
  test.each([
    ['Einen Haarschnitt Damen bitte', 'Haarschnitt Damen'],
    ['haarschnitt herren', 'Haarschnitt Herren'],
    ['Ich brauche einen Herrenschnitt.', 'Haarschnitt Herren'],
    ['Männerhaarschnitt', 'Haarschnitt Herren'],
    ['Maennerhaarschnitt', 'Haarschnitt Herren'],
    ['einen Haarschnitt für mein Kind', 'Kinderhaarschnitt'],
    ['Waschen und Föhnen', 'Föhnen'],
    ['Ansatz färben', 'Färben'],
    ['Dauerwelle', 'Dauerwelle'],
  ])('is found in "%s"', (utterance, service) => {
    expect(hearAs(utterance).service).toMatchObject({ candidates: [service], certain: true })
  })

  test.each([
    ['Ich will mir die Haare färben lassen', 'Färben'],
    ['einmal fönen', 'Föhnen'],
    ['einen Herrenhaarschnitt', 'Haarschnitt Herren'],
    ['Haarschnitt für meinen Sohn', 'Kinderhaarschnitt'],
    ['Haare schneiden für meine Frau', 'Haarschnitt Damen'],
    ['Ein Haarschnitt, für einen Herrn', 'Haarschnitt Herren'],
  ])('is recognised by a part of it in "%s"', (utterance, service) => {
    expect(hearAs(utterance).service).toMatchObject({ candidates: [service], certain: true })
  })

  test.each([
    ['Ich möchte meine Winterreifen wechseln lassen', garage, 'Reifenwechsel'],
    ['Das Auto muss zur Inspektion', garage, 'Inspektion'],
    ['einen Inspektionstermin', garage, 'Inspektion'],
    ['einen Kontrolltermin', practice, 'Kontrolle'],
    ['zum Winterreifenwechsel', garage, 'Reifenwechsel'],
    ['Ich habe Schmerzen', practice, 'Schmerztermin'],
    ['eine Zahnreinigung', practice, 'Prophylaxe'],
    ['zur Kontrolle', practice, 'Kontrolle'],
    ['ein Gespräch mit einem Berater', consultants, 'Beratungsgespräch'],
  ])('is found in other trades: "%s"', (utterance, catalogue, service) => {
    expect(hearAs(utterance, undefined, catalogue).service?.candidates).toEqual([service])
  })
})

describe('an ambiguous service', () => {
  test.each([
    'Haarschnitt',
    'Schneiden',
    'Haare schneiden',
    'einen Termin zum Haareschneiden',
    'Ich möchte mir die Haare schneiden lassen',
    'nur Spitzen',
  ])('"%s" names every candidate', utterance => {
    expect(hearAs(utterance).service).toMatchObject({ candidates: cuts, certain: true })
  })

  test.each([
    ['Damen', 'Haarschnitt Damen'],
    ['für Damen bitte', 'Haarschnitt Damen'],
    ['für meine Frau', 'Haarschnitt Damen'],
    ['Herren', 'Haarschnitt Herren'],
    ['für einen Mann', 'Haarschnitt Herren'],
    ['für ein Kind', 'Kinderhaarschnitt'],
    ['meine Tochter', 'Kinderhaarschnitt'],
    ['Haarschnitt Herren', 'Haarschnitt Herren'],
  ])('is settled by "%s" when it was asked back', (utterance, service) => {
    const expecting = { kind: 'service', candidates: cuts } as const
    expect(hearAs(utterance, expecting).service?.candidates).toEqual([service])
  })

  test.each([
    ['Herren', 'Haarschnitt Herren'],
    ['für Herren', 'Haarschnitt Herren'],
    ['Damen', 'Haarschnitt Damen'],
    ['Kinder bitte', 'Kinderhaarschnitt'],
  ])('is the only one with "%s" in its name when all were asked about', (utterance, service) => {
    const expecting = { kind: 'service', candidates: [] } as const
    expect(hearAs(utterance, expecting).service).toMatchObject({ candidates: [service], certain: true })
  })

  test.each(['für meine Frau', 'Herren oder Damen'])(
    'stays open after "%s" when all were asked about (failure 77)',
    utterance => {
      expect(hearAs(utterance, { kind: 'service', candidates: [] }).service).toBeNull()
    },
  )

  test('stays open when several have the word in their name', () => {
    const services = [...salon.services, { name: 'Bartpflege Herren', synonyms: [] }]
    const expecting = { kind: 'service', candidates: [] } as const
    expect(hearAs('Herren', expecting, { ...salon, services }).service).toBeNull()
  })

  test('can still become another service altogether', () => {
    const expecting = { kind: 'service', candidates: cuts } as const
    expect(hearAs('Ach nein, lieber Färben', expecting).service?.candidates).toEqual(['Färben'])
  })
})

describe('a service that is not named', () => {
  test.each([
    'Ich hätte gern einen Termin',
    'Guten Tag',
    'einen Termin für meine Frau',
    'morgen um zehn',
    'Mein Name ist Petra Lindner',
  ])('is not guessed from "%s" (failure 77)', utterance => {
    expect(hearAs(utterance).service).toBeNull()
  })

  test('is not taken from the word for an appointment', () => {
    expect(hearAs('Ich brauche einen Termin', undefined, practice).service).toBeNull()
  })

  test.each([
    ['Dauerwele', 'Dauerwelle'],
    ['eine Dauerwellle bitte', 'Dauerwelle'],
    ['Colorazion', 'Färben'],
  ])('is only supposed when "%s" resembles it', (utterance, service) => {
    expect(hearAs(utterance).service).toMatchObject({ candidates: [service], certain: false })
  })
})

describe('a catalogue with unusual names', () => {
  const odd = {
    ...salon,
    services: [
      { name: 'Wax & Go (2*)', synonyms: ['', ' | ', '…'] },
      { name: 'Cut|Color', synonyms: [] },
    ],
  }

  test('is searched by words, not by signs', () => {
    expect(hearAs('wax go 2', undefined, odd).service?.candidates).toEqual(['Wax & Go (2*)'])
    expect(hearAs('cut color', undefined, odd).service?.candidates).toEqual(['Cut|Color'])
  })

  test('is not found in an utterance that has none of them', () => {
    expect(hearAs('morgen um zehn', undefined, odd).service).toBeNull()
  })
})
