import { phrases } from '../../understand/phrase-pattern.ts'
import type { SeriesWords } from '../lexicon.ts'
import { numbers } from './numbers.ts'

const number = `\\d{1,3}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`
const nth = '(?:ersten?|zweiten?|dritten?|vierten?|letzten?)'
const day = '(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)'

export const seriesWords: SeriesWords = {
  every: new RegExp(
    `(?<![a-z0-9])(?:${[
      `(?:immer )?alle (?:${number}) (?:wochen|tage)`,
      `(?:immer )?alle (?:${number}) monate`,
      `jede (?:(?:zweite|dritte|vierte|andere) )?woche`,
      `jeden (?:zweiten|dritten|anderen) monat`,
      `jede[nsmr]? (?:zweiten?|dritten?|vierten?|anderen?)(?= ${day})`,
      `(?:(?:zwei|drei|vier|fuenf|sechs|acht)?woechentlich|vierzehntaegig|14-?taegig|monatlich)(?:e[nrs]?)?`,
      `(?:einmal|ein mal) (?:die|pro|in der) woche`,
      `(?:jeden monat|(?:einmal|ein mal) (?:im|pro) monat)`,
      `im (?:zwei|drei|vier|fuenf|sechs|acht)?wochen(?:rhythmus|abstand|takt)`,
      `im abstand von (?:${number}) wochen`,
    ].join('|')})(?![a-z0-9])`,
    'g',
  ),
  monthly: new RegExp(
    `(?<![a-z0-9])(?:${[
      `(?:jede[nsmr]?|(?:immer|jeweils) (?:am|den|zum)) ${nth} ${day} (?:im|des|vom) monats?`,
      `${nth} ${day} (?:jeden|jedes|eines jeden|in jedem|pro) monats?`,
    ].join('|')})(?![a-z0-9])`,
    'g',
  ),
  eachDay: phrases(
    `jeden montag | jeden dienstag | jeden mittwoch | jeden donnerstag | jeden freitag | jeden samstag | jeden sonnabend |
    jeden sonntag | immer montags | immer dienstags | immer mittwochs | immer donnerstags | immer freitags |
    immer samstags | immer am montag | immer am dienstag | immer am mittwoch | immer am donnerstag | immer am freitag |
    immer am samstag`,
  ),
  weekly: 'jede Woche',
  fromThen: phrases(
    'ab | von | beginnend | angefangen | startend | los gehts | los geht s | ab sofort | erstmals',
  ),
  days: phrases('montags | dienstags | mittwochs | donnerstags | freitags | samstags'),
  lasting: new RegExp(
    `(?<![a-z0-9])(?:(?:${number}) (?:wochen|monate) lang|fuer (?:die )?(?:naechsten )?(?:${number}) (?:wochen|monate)|die naechsten (?:${number}) (?:wochen|monate))(?![a-z0-9])`,
    'g',
  ),
  series: phrases(
    `serie | serientermin* | terminserie* | regelmaessig* | dauertermin* | mehrere termine | folgetermine | fester termin |
    festen termin | abo`,
  ),
  habit: phrases(
    `ich komme | komme ich | komm ich | ich komm | ich bin | bin ich | ich war | war ich | ich gehe | sonst | normalerweise |
    eigentlich immer | seit jahren | haben sie | passt | passen | ginge | koennte | kann ich | ich kann`,
  ),
  only: new RegExp(
    `(?<![a-z0-9])(?:nur|lieber nur|bloss|erst ?mal nur) (?:die ersten )?(?:${number})(?! uhr)(?![a-z0-9])`,
    'g',
  ),
  once: phrases('einmal | ein mal | nur einen | nur einer | nur den einen | ein termin | einen termin'),
}
