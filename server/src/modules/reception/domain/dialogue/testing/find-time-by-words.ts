import type { FindTime } from '../understand/find-time.ts'

const number =
  'eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|\\d{1,2}'
const day =
  '(?:nächste[nr]?|kommende[nr]?|diese[nr]?|übernächste[nr]?)? ?(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|woche)|heute|übermorgen|morgen|(?:den |am )?\\d{1,2}\\.\\d{0,2}\\.?|(?:den )?(?:ersten|zweiten|dritten|fünfundzwanzigsten) (?:november|dezember)|in (?:einer|zwei) wochen?|in \\w+ tagen'
const clock = `(?:um|gegen|ab|vor|nach|nicht vor|bis) (?:${number})(?: uhr)?(?: dreißig)?|(?:um )?halb (?:${number})|(?:${number}) uhr(?: dreißig)?|am (?:vormittag|nachmittag|abend)|nachmittags?|vormittags?|früh|zwischen (?:${number}) und (?:${number})`
const expression = new RegExp(`(?<![\\p{L}\\d])(?:${day}|${clock})(?![\\p{L}\\d])`, 'giu')

/** Stands in for the product's time phrases: from the first to the last word that speaks of time. */
export const findTimeByWords: FindTime = utterance => {
  const matches = [...utterance.matchAll(expression)]
  const [first, last] = [matches[0], matches.at(-1)]
  if (first === undefined || last === undefined) return null
  return { span: [first.index, last.index + last[0].length] }
}
