import { phrases } from '../../understand/phrase-pattern.ts'
import type { GroupWords } from '../lexicon.ts'

const relation = '(?:mein|unser)[a-z]* [a-z-]+'

export const groupWords: GroupWords = {
  together:
    phrases(`zusammen | gemeinsam | nacheinander | hintereinander | gleich danach | direkt danach | im anschluss |
    anschliessend | am stueck | hinterher | gleich mit | beide | beides | alle beide | alle drei | alle zusammen | zu zweit | zu dritt | mehrere termine zusammen | in einem rutsch | im selben besuch`),
  myself: phrases('fuer mich | mich | ich selbst | ich'),
  forMyself: phrases(
    'fuer mich | ich selbst | ich will | ich moechte | ich brauche | ich braeuchte | ich haette',
  ),
  them: phrases(
    'fuer den kleinen | fuer die kleine | fuer den grossen | fuer die grosse | fuer den sohn | fuer die tochter | fuer den jungen | fuer das kind | fuer den mann | fuer die frau | fuer ihn | fuer die andere | fuer den anderen | er zum | er zur | er moechte | er braucht | er will | er kriegt | sie zum | sie zur',
  ),
  bothOfUs: new RegExp(
    `(?<![a-z])(?:(?:fuer )?mich und (?:fuer )?${relation}|fuer ${relation} und (?:fuer )?mich|ich und ${relation}|${relation} und ich)(?![a-z])`,
  ),
  several: /(?<![a-z])(?:mein|unser)[a-z]* (?<count>zwei|zwo|2|beiden|drei|3) [a-z-]+/,
  counts: new Map([
    ['zwei', 2],
    ['zwo', 2],
    ['2', 2],
    ['beiden', 2],
    ['drei', 3],
    ['3', 3],
  ]),
  parts: /[,;:.]|(?<![a-z])(?:und|sowie|danach|anschliessend)(?![a-z])/g,
  companion: /(?<![a-z])fuer (?:(?:mein|unser)[a-z]* [a-z-]+ )?/,
}
