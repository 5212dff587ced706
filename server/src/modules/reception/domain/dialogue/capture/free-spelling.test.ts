import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'
import { withLetters } from './free-spelling.ts'

describe('the letters a caller names', () => {
  test.each([
    ['Meier', 'ai', 'Maier'],
    ['Maier', 'ai', 'Maier'],
    ['Meier', 'ey', 'Meyer'],
    ['Schmitt', 'dt', 'Schmidt'],
    ['Schmit', 'tt', 'Schmitt'],
    ['Stefan', 'ph', 'Stephan'],
    ['Karl', 'c', 'Carl'],
    ['Lindner', 'ai', 'Lindner'],
    ['Müller', 'ai', 'Müller'],
  ])('"%s" with "%s" is "%s"', (word, letters, spelled) => {
    expect(withLetters(word, letters)).toBe(spelled)
  })

  test('are in the word afterwards, or the word is as it was', () => {
    const letters = fc.constantFrom('ai', 'ey', 'dt', 'ph', 'ck', 'nn', 'ss', 'ie')
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{1,12}$/), letters, (word, said) => {
        const spelled = withLetters(word, said)
        expect(spelled === word || spelled.toLowerCase().includes(said)).toBe(true)
        expect(withLetters(spelled, said)).toBe(spelled)
      }),
    )
  })
})

test.each([
  ['Meier mit a i', 'Maier'],
  ['Thomas Meier, Meier mit a i', 'Thomas Maier'],
  ['Thomas Meier mit A I', 'Thomas Maier'],
  ['Anna Schmitt mit d t', 'Anna Schmidt'],
  ['Anna Schmit mit Doppel-T', 'Anna Schmitt'],
  ['Karin Meier mit Ypsilon', 'Karin Meyer'],
])('"%s" gives "%s"', (utterance, value) => {
  expect(hearAs(utterance, { kind: 'name' }).name).toMatchObject({ kind: 'heard', value })
})
