import type { DaySpec } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { Meaning, Which } from '../meaning.ts'
import { type Match, match, meaningAt, type Rule, skipArticles } from './rule.ts'

/**
 * "nicht diesen, sondern nächsten Montag", "not this Monday but the next": what is counted is said once, and the next
 * is the one after that which is ruled out.
 */
export const contrastRule: Rule = (lexemes, at): Match | null => {
  if (meaningAt(lexemes, at).not !== true) return null
  const refused = whichAt(lexemes, at + 1)
  if (refused === null || meaningAt(lexemes, refused.next).instead !== true) return null
  const wanted = whichAt(lexemes, refused.next + 1)
  const named = refused.named ?? wanted?.named
  if (wanted === null || named === undefined || (wanted.named ?? named) !== named) return null
  const spec = specOf(named, { refused: refused.which, wanted: wanted.which })
  return spec === null ? null : match(wanted.next, { kind: 'day', spec })
}

interface Named {
  readonly which: Which
  readonly named: Meaning | undefined
  readonly next: number
}

/** "diesen", "den nächsten Montag", "the next one". */
function whichAt(lexemes: readonly Lexeme[], at: number): Named | null {
  const place = skipArticles(lexemes, at)
  const { which } = meaningAt(lexemes, place)
  if (which === undefined) return null
  const after = meaningAt(lexemes, place + 1)
  const isNamed = after.weekday !== undefined || after.weekend === true || after.unit === 'week'
  return { which, named: isNamed ? after : undefined, next: isNamed ? place + 2 : place + 1 }
}

function specOf(
  { weekday, weekend }: Meaning,
  { refused, wanted }: { readonly refused: Which; readonly wanted: Which },
): DaySpec | null {
  if (wanted !== 'next' && wanted !== 'after_next') return null
  const follows = wanted === 'next' && (refused === 'this' || refused === 'coming')
  const which = follows ? 'second' : wanted
  if (weekday !== undefined) return { type: 'weekday', weekday, which }
  if (weekend === true) return { type: 'weekend', which }
  return { type: 'week', offset: wanted === 'next' ? 1 : 2 }
}
