import { phrases } from '../../understand/phrase-pattern.ts'
import type { GroupWords } from '../lexicon.ts'

const relatives =
  'wife|husband|partner|boyfriend|girlfriend|friend|fiance|fiancee|son|daughter|kid|child|mother|mum|mom|father|dad|sister|brother|grandson|granddaughter|grandmother|grandfather|aunt|uncle|niece|nephew|neighbour|neighbor|colleague|boss'

const relation = '(?:my|our) [a-z-]+'

export const groupWords: GroupWords = {
  together:
    phrases(`together | one after the other | one after another | back to back | straight after | right after | both |
    in one visit | at the same visit | the two of us | two of us | the three of us`),
  myself: phrases('for me | me | myself | i | mine | my car'),
  forMyself: phrases('for me | for myself'),
  them: phrases('for him | for her | for them'),
  bothOfUs: new RegExp(
    `(?<![a-z])(?:for (?:me|myself) and (?:for )?${relation}|for ${relation} and (?:for )?(?:me|myself)|${relation} and (?:i|me)|me and ${relation})(?![a-z])`,
  ),
  several: /(?<![a-z])(?:my|our) (?<count>two|2|three|3) [a-z-]+/,
  severalThings:
    /(?<![a-z])(?:have|bring|bringing|with|for) (?<count>two|2|three|3) (?:cars|vehicles|vans)(?![a-z])/,
  counts: new Map([
    ['two', 2],
    ['2', 2],
    ['three', 3],
    ['3', 3],
  ]),
  parts: /[,;:.]|(?<![a-z])(?:and|then|afterwards)(?![a-z])/g,
  companion: new RegExp(
    `(?<![a-z])(?:(?:(?:for|with|of) )?(?:my|our) (?:(?:${relatives}) )?|(?:for|with) )`,
    'g',
  ),
}
