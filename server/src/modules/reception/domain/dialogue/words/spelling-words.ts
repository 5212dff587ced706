const german = `anton berta caesar dora emil friedrich gustav heinrich ida julius kaufmann konrad ludwig martha nordpol otto
  paula quelle richard samuel siegfried theodor ulrich viktor wilhelm xanthippe ypsilon zacharias zeppelin aachen berlin
  chemnitz duesseldorf essen frankfurt goslar hamburg ingelheim jena koeln leipzig muenchen nuernberg offenbach potsdam
  quickborn rostock salzwedel tuebingen unna voelklingen wuppertal xanten zwickau`

const radio = `alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa
  quebec romeo sierra tango uniform victor whiskey xray x-ray yankee zulu`

/** Words that stand for more than their first letter. */
const several = ['ae-rger', 'oe-konom', 'ue-bermut', 'sch-ule', 'ch-arlotte']

/**
 * What follows the first letter where a word of a spelling table stands for it: "Ludwig" and "Lima" are L. For either
 * language: who calls in one may have learned to spell in the other.
 */
export const restOfSpellingWord = [
  ...several.map(word => word.split('-') as [string, string]),
  ...`${german} ${radio}`.split(/\s+/).map((word): [string, string] => [word.charAt(0), word.slice(1)]),
]
  .map(([letters, rest]) => `(?<=${letters})${rest}`)
  .join('|')
