import { phrases } from '../../understand/phrase-pattern.ts'
import type { GroupWords } from '../lexicon.ts'

const relation = '(?:mein|unser)[a-z]* [a-z-]+'

export const groupWords: GroupWords = {
  together:
    phrases(`zusammen | gemeinsam | nacheinander | hintereinander | gleich danach | direkt danach | im anschluss |
    anschliessend | beide | zu zweit | zu dritt | mehrere termine zusammen | in einem rutsch | im selben besuch`),
  myself: phrases('fuer mich | mich | ich selbst'),
  them: phrases('fuer ihn | fuer die andere | fuer den anderen'),
  bothOfUs: new RegExp(`fuer (?:mich und (?:fuer )?${relation}|${relation} und (?:fuer )?mich)(?![a-z])`),
  parts: /[,;:.]|(?<![a-z])(?:und|sowie|danach|anschliessend)(?![a-z])/g,
  companion: /(?<![a-z])fuer (?:(?:mein|unser)[a-z]* [a-z-]+ )?/,
}
