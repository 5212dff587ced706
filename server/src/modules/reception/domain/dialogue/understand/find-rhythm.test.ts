import { describe, expect, test } from 'vitest'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { hearAs } from '../testing/hear-as.ts'
import { salon } from '../testing/worlds.ts'
import { understand } from './understand.ts'
import type { Expecting } from './understanding.ts'

function rhythmIn(utterance: string, expecting: Expecting = { kind: 'anything' }, lang: 'de' | 'en' = 'de') {
  return understand(utterance, expecting, { lang, catalogue: salon, findTime: findTimeByWords }).rhythm
}

describe('a rhythm', () => {
  test.each([
    ['Ich möchte jede Woche dienstags um zehn kommen, sechs Mal.', 'jede Woche', 6],
    ['Alle vier Wochen, fünfmal.', 'Alle vier Wochen', 5],
    ['jeden zweiten Dienstag um zehn, 3x', 'jeden zweiten', 3],
    ['Ich brauche vierzehntägig einen Termin.', 'vierzehntägig', null],
    ['Ich hätte gern jeden Dienstag um zehn einen Termin.', null, null],
    ['dienstags um zehn, sechs Mal', null, 6],
    ['Ich hätte gern eine Serie, acht Termine.', null, 8],
    ['Jede Woche um zehn, für die nächsten sechs Wochen.', 'Jede Woche', 6],
    ['Alle zwei Wochen, sechs Wochen lang', 'Alle zwei Wochen', 3],
    ['jeden ersten Freitag im Monat um zehn, drei Mal', 'jeden ersten Freitag im Monat', 3],
    ['immer am letzten Dienstag im Monat bitte', 'immer am letzten Dienstag im Monat', null],
    ['Einmal im Monat, sechs Monate lang', 'Einmal im Monat', 6],
    ['Ich komme alle sechs Wochen, machen wir fünf Termine.', 'alle sechs Wochen', 5],
  ])('is heard in "%s"', (utterance, every, times) => {
    expect(rhythmIn(utterance)).toEqual({ every, times })
  })

  test.each([
    ['every other Tuesday at ten, five times', 'every other', 5],
    ['once a week, please', 'once a week', null],
    ['the first Friday of every month at ten', 'first Friday of every month', null],
    ['I would like an appointment every Friday at nine', null, null],
    ['every two weeks for the next eight weeks', 'every two weeks', 4],
  ])('is heard in English in "%s"', (utterance, every, times) => {
    expect(rhythmIn(utterance, { kind: 'anything' }, 'en')).toEqual({ every, times })
  })

  test.each([
    'Ich komme immer alle sechs Wochen zu Ihnen.',
    'Ich hätte gern montags oder mittwochs einen Termin.',
    'Mir passt jeden Dienstag.',
    'Am ersten Freitag im Monat hätte ich Zeit.',
    'Haben Sie jede Woche samstags geöffnet?',
    'Ich brauche zwei Termine.',
    'Um zehn mal bitte.',
    'Ich möchte meinen Termin auf jeden Fall verschieben, alle zwei Wochen ist mir zu oft.',
    'noch mal bitte',
  ])('is not heard in "%s"', utterance => {
    expect(rhythmIn(utterance)).toBeNull()
  })

  test.each([
    [{ kind: 'times' }, 'sechs', { every: null, times: 6 }],
    [{ kind: 'times' }, 'so zehn Stück', { every: null, times: 10 }],
    [{ kind: 'times' }, 'Ach, nur einen Termin.', { every: null, times: 1 }],
    [{ kind: 'every' }, 'alle vierzehn Tage', { every: 'alle vierzehn Tage', times: null }],
    [{ kind: 'dates' }, 'nur die ersten drei bitte', { every: null, times: 3 }],
    [{ kind: 'dates' }, 'ja', null],
  ] satisfies [Expecting, string, unknown][])(
    'answers the question %j by "%s"',
    (expecting, utterance, heard) => {
      expect(rhythmIn(utterance, expecting)).toEqual(heard)
    },
  )

  test('by months leaves the day it counts to be read as the first', () => {
    const heard = hearAs('Jeden ersten Freitag im Monat um zehn Föhnen, drei Mal', { kind: 'anything' })
    expect(heard.rhythm).toEqual({ every: 'Jeden ersten Freitag im Monat', times: 3 })
  })

  test('leaves the day and the hour to be read', () => {
    const heard = hearAs('jede Woche dienstags um zehn, sechs Mal', { kind: 'anything' })
    expect(heard.time).toMatchObject({ day: 'dienstags', clock: 'um zehn' })
  })
})
