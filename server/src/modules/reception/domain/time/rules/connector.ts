import type { Bound, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { BoundWord, Meaning } from '../meaning.ts'
import { isMark, type Match, match, meaningAt, type Rule } from './rule.ts'

const BOUNDS: Partial<Record<BoundWord, Bound>> = {
  at: 'at',
  about: 'at',
  for: 'at',
  from: 'from',
  earliest: 'from',
  until: 'until',
  latest: 'until',
  before: 'before',
  after: 'after',
  just_before: 'just_before',
  just_after: 'just_after',
  between: 'between',
}
const CONNECTORS: readonly (readonly [(meaning: Meaning) => boolean, Item])[] = [
  [meaning => meaning.except === true, { kind: 'except' }],
  [meaning => meaning.not === true, { kind: 'not' }],
  [meaning => meaning.unsuitable === true, { kind: 'unsuitable' }],
  [meaning => meaning.instead === true, { kind: 'instead' }],
  [meaning => meaning.or === true, { kind: 'or' }],
  [meaning => meaning.and === true, { kind: 'and' }],
  [meaning => meaning.nowish === true, { kind: 'now' }],
  [meaning => meaning.sameTime === true, { kind: 'same_time' }],
  [meaning => meaning.anyHour === true, { kind: 'any_hour' }],
  [meaning => meaning.vague === true && meaning.later === 1, { kind: 'later', sign: 1 }],
  [meaning => meaning.vague === true && meaning.later === -1, { kind: 'later', sign: -1 }],
  [meaning => meaning.bound === 'onto', { kind: 'onto' }],
]

/** Words that say how days and times belong together: "ab", "nicht vor", "oder", "lieber". */
export const connectorRule: Rule = (lexemes, at): Match | null => {
  if (isMark(lexemes, at, '-')) return match(at + 1, { kind: 'dash' })
  const meaning = meaningAt(lexemes, at)
  const negated = meaning.not === true
  if (meaning.trailing !== undefined && meaning.bound === undefined) {
    return match(at + 1, { kind: 'bound', bound: meaning.trailing, negated: false, trailing: 'always' })
  }
  if (isNoneOf(lexemes, at)) return match(at + 1, { kind: 'not' })
  if (isMoveTo(lexemes, at)) return match(at + 1, { kind: 'onto' })
  if (isComparison(lexemes, at)) return match(at + 1, { kind: 'except' })
  const word = meaningAt(lexemes, negated ? at + 1 : at).bound ?? 'onto'
  const bound = BOUNDS[word]
  if (bound !== undefined) {
    const trailing = word === 'earliest' || word === 'latest' ? 'maybe' : 'never'
    return match(negated ? at + 2 : at + 1, { kind: 'bound', bound, negated, trailing })
  }
  const connector = CONNECTORS.find(([fits]) => fits(meaning))
  return connector === undefined ? null : match(at + 1, connector[1])
}

/** "no mornings", but "no, mornings". */
function isNoneOf(lexemes: readonly Lexeme[], at: number): boolean {
  if (lexemes[at]?.text !== 'no' || lexemes[at + 1]?.pause !== false) return false
  const { plural, weekdays } = meaningAt(lexemes, at + 1)
  return plural === true || weekdays !== undefined
}

/** "lieber vormittags als nachmittags", "rather mornings than afternoons". */
function isComparison(lexemes: readonly Lexeme[], at: number): boolean {
  const prefers = lexemes.slice(0, at).some(({ meaning }) => meaning.instead === true)
  return prefers && meaningAt(lexemes, at).than === true
}

/** "move it from Thursday to Friday". */
function isMoveTo(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.text === 'to' && lexemes.slice(0, at).some(({ meaning }) => meaning.move === true)
}
