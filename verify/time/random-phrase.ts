import { VOCABULARY } from '../../server/src/modules/reception/domain/time/testing/vocabulary.ts'
import type { TimeLanguage } from '../../server/src/modules/reception/domain/time/time-result.ts'
import type { Dice } from '../dice.ts'

const MARKS = [
  ' ',
  ' ',
  ',',
  '.',
  ':',
  '-',
  '–',
  '/',
  '. ',
  '\n',
  '\u00ad',
  '’',
  '🙂',
  '\u0308',
  '\ud83d',
  '\u0000',
]

/** Words about time in any order, numbers and marks, damaged words, or characters of all kinds. */
export function randomPhrase(dice: Dice, lang: TimeLanguage): string {
  const kind = dice.next()
  if (kind < 0.6) return several(dice, 9, () => dice.pick(VOCABULARY[lang])).join(' ')
  if (kind < 0.75) return several(dice, 12, () => numberOrMark(dice)).join('')
  if (kind < 0.9) return several(dice, 7, () => damaged(dice, dice.pick(VOCABULARY[lang]))).join(' ')
  return several(dice, 60, () => String.fromCharCode(dice.between(0, 0xffff))).join('')
}

function several<T>(dice: Dice, most: number, make: () => T): T[] {
  return Array.from({ length: dice.between(1, most) }, make)
}

function numberOrMark(dice: Dice): string {
  return dice.chance(0.5) ? String(dice.between(0, dice.pick([9, 31, 59, 2100, 10 ** 9]))) : dice.pick(MARKS)
}

function damaged(dice: Dice, word: string): string {
  const at = dice.between(0, word.length)
  const middle = dice.chance(0.5) ? dice.pick(MARKS) : ''
  return word.slice(0, at) + middle + word.slice(dice.chance(0.5) ? at : at + 1)
}
