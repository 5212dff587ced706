import { phrases } from '../../understand/phrase-pattern.ts'
import type { GroupWords } from '../lexicon.ts'

const relation = '(?:my|our) [a-z-]+'

export const groupWords: GroupWords = {
  together:
    phrases(`together | one after the other | one after another | back to back | straight after | right after | both |
    in one visit | at the same visit | the two of us | two of us | the three of us`),
  myself: phrases('for me | me | myself'),
  them: phrases('for him | for her | for them'),
  bothOfUs: new RegExp(
    `for (?:(?:me|myself) and (?:for )?${relation}|${relation} and (?:for )?(?:me|myself))(?![a-z])`,
  ),
  parts: /[,;:.]|(?<![a-z])(?:and|then|afterwards)(?![a-z])/g,
  companion: /(?<![a-z])for (?:(?:my|our) [a-z-]+ )?/,
}
