import type { Lexicon } from '../words/lexicon.ts'
import { givenNamesOfMonths } from '../words/shared-names.ts'
import { fold, foldedSpan, type Heard, type Span } from './hear.ts'
import { isNameWord } from './refuse-name.ts'

const NAME = new RegExp(
  `(?<before>[\\p{L}\\p{N}]+\\.?\\s+)?(?<![\\p{L}\\p{N}])(?:${givenNamesOfMonths.join('|')})\\s+(?<next>\\p{Lu}[\\p{L}'’-]+)`,
  'gu',
)

/** What stands before a month that is one. */
const LEADS_TO_MONTH = new Set(
  'im in am anfang mitte ende bis ab vom seit naechsten kommenden next of this last early mid late by until'.split(
    ' ',
  ),
)

/** "Jan Petersen" and "April Sanders" are people: where a given name that is a month too stands before another name. */
export function monthsInNames(heard: Heard, lexicon: Lexicon): Span[] {
  return [...heard.text.matchAll(NAME)].flatMap(match => {
    const { before = '', next = '' } = match.groups ?? {}
    const said = fold(before).trim()
    const isDate = /^\d/.test(said) || lexicon.choices.ordinals.has(said) || LEADS_TO_MONTH.has(said)
    if (isDate || !isNameWord(next, lexicon) || lexicon.names.placeholders.has(fold(next))) return []
    const start = match.index + before.length
    return [foldedSpan(heard, [start, match.index + match[0].length])]
  })
}
