import { describe, expect, test } from 'vitest'
import { slots } from '../testing/fake-tools.ts'
import { hearAs } from '../testing/hear-as.ts'
import { english } from '../words/english/english.ts'
import { findChoice } from './find-choice.ts'
import { hear } from './hear.ts'

const options = slots.map(slot => slot.spoken)

function choiceIn(utterance: string, among: readonly string[] = options) {
  return hearAs(utterance, { kind: 'choice', options: among }).choice
}

describe('a choice among slots of one day', () => {
  const sameDay = [9, 10, 11].map(hour => `Dienstag, den ersten Dezember, um ${hour} Uhr bei Mara`)

  test.each([
    ['Ich nehme den ersten.', 0],
    ['den dritten', 2],
    ['am ersten Dezember um zehn', 1],
  ])('is made by "%s" although all lie on the first of a month', (utterance, index) => {
    expect(choiceIn(utterance, sameDay)).toEqual({ kind: 'one', index })
  })

  test.each(['am 24. Dezember um elf Uhr', 'am vierten Dezember um elf'])(
    'is not made by "%s", which names another date',
    utterance => {
      expect(choiceIn(utterance, sameDay)).toBeNull()
    },
  )
})

describe('a choice among offered slots', () => {
  test.each([
    ['der erste', 0],
    ['Den zweiten bitte.', 1],
    ['der zweite passt', 1],
    ['Nummer drei', 2],
    ['den letzten', 2],
    ['den frühesten', 0],
    ['um vierzehn Uhr dreißig', 1],
    ['14 Uhr 30', 1],
    ['14:30', 1],
    ['um halb drei', 1],
    ['Dienstag um zehn', 0],
    ['am Mittwoch', 2],
    ['den am fünfundzwanzigsten', 2],
    ['am 25. November', 2],
    ['bei Jonas', 1],
    ['den bei Aylin, bitte', 2],
    ['Dienstag, den vierundzwanzigsten November, um zehn Uhr bei Mara', 0],
    ['Um zehn kann ich nicht, aber um halb drei', 1],
    ['nein, den zweiten', 1],
  ])('is made by "%s"', (utterance, index) => {
    expect(choiceIn(utterance)).toEqual({ kind: 'one', index })
  })

  test.each([
    ['um zehn', [0, 2]],
    ['am Dienstag', [0, 1]],
  ])('is open between several after "%s"', (utterance, indexes) => {
    expect(choiceIn(utterance)).toEqual({ kind: 'several', indexes })
  })

  test.each([
    'ja',
    'nein',
    'um elf',
    'Haben Sie etwas am Donnerstag?',
    'um zehn kann ich nicht',
    'das ist mir zu früh',
    'der vierte',
    'nächste Woche Dienstag um zehn',
    'morgen um zehn',
    'bei Jonas am Mittwoch',
    'am Dienstag im Dezember',
    'egal',
    'für alle drei',
    'Nein, das passt mir nicht. Dann Donnerstag, egal wann',
    'Donnerstag, den dritten',
  ])('is not made by "%s"', utterance => {
    expect(choiceIn(utterance)).toBeNull()
  })

  test('by an ordinal means the day when one is offered on it', () => {
    const dates = [
      'Montag, den dreißigsten November',
      'Mittwoch, den zweiten Dezember',
      'Mittwoch, den neunten Dezember',
    ]
    expect(choiceIn('den zweiten', dates)).toEqual({ kind: 'one', index: 1 })
    expect(choiceIn('den dritten', dates)).toEqual({ kind: 'one', index: 2 })
  })

  test.each([
    ['Ich nehme den ersten.', 0],
    ['am ersten', 1],
    ['den ersten Dezember', 1],
    ['den am achten', 2],
  ])('by the ordinal in "%s" is a place where it could also be another day', (utterance, index) => {
    const tuesdays = [
      'Dienstag, den vierundzwanzigsten November, um zehn Uhr',
      'Dienstag, den ersten Dezember, um zehn Uhr',
      'Dienstag, den achten Dezember, um zehn Uhr',
    ]
    expect(choiceIn(utterance, tuesdays)).toEqual({ kind: 'one', index })
  })
})

test.each(['On Friday, 22 January', 'Friday, January 22'])('"%s" chooses no Friday of another date', said => {
  const offered = ['Friday, the twenty-ninth of January, at two p.m.']
  const chosen = findChoice(hear(said), offered, { lexicon: english, staff: [] })
  expect(chosen).toBeNull()
})
