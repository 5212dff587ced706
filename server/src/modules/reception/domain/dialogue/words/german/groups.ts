import { phrases } from '../../understand/phrase-pattern.ts'
import type { GroupWords } from '../lexicon.ts'

const relatives =
  'frau|ehefrau|mann|ehemann|partner|partnerin|freund|freundin|verlobten?|sohn|tochter|kind|kleinen?|kleiner|grossen?|grosser|juengsten?|juengster|aeltesten?|aeltester|mutter|vater|mama|mutti|papa|vati|oma|opa|grossmutter|grossvater|schwester|bruder|enkel|enkelin|enkelkind|tante|onkel|nichte|neffen?|schwager|schwaegerin|schwiegermutter|schwiegervater|nachbarn?|nachbarin|kollegen?|kollegin|chef|chefin|mitbewohner|mitbewohnerin'

const relation = '(?:mein|unser)[a-z]* [a-z-]+'

export const groupWords: GroupWords = {
  together:
    phrases(`zusammen | gemeinsam | nacheinander | hintereinander | gleich danach | direkt danach | im anschluss |
    anschliessend | am stueck | hinterher | gleich mit | beide | beides | alle beide | alle drei | alle zusammen | zu zweit | zu dritt | mehrere termine zusammen | in einem rutsch | im selben besuch`),
  myself: phrases(
    'fuer mich | mich | ich selbst | ich | meins | meiner | meines | mein auto | mein wagen | meinen wagen | meinem wagen',
  ),
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
  severalThings:
    /(?<![a-z])(?:haben|bringen|kommen|mit|fuer|um|an) (?:mit |ihnen |euch |gleich )*(?<count>zwei|zwo|2|drei|3) (?:autos|wagen|fahrzeuge[n]?|pkws)(?![a-z])/,
  counts: new Map([
    ['zwei', 2],
    ['zwo', 2],
    ['2', 2],
    ['beiden', 2],
    ['drei', 3],
    ['3', 3],
  ]),
  parts: /[,;:.]|(?<![a-z])(?:und|sowie|danach|anschliessend)(?![a-z])/g,
  companion: new RegExp(
    `(?<![a-z])(?:(?:(?:fuer|mit|von|bei) )?(?:mein|unser)[a-z]* (?:(?:${relatives}) )?|(?:fuer|mit|von) (?:(?:die|der|den|dem|das) )?)`,
    'g',
  ),
}
