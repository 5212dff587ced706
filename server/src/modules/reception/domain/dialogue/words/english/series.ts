import { phrases } from '../../understand/phrase-pattern.ts'
import type { SeriesWords } from '../lexicon.ts'
import { numbers } from './numbers.ts'

const number = `\\d{1,3}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`
const nth = '(?:first|second|third|fourth|last)'
const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

export const seriesWords: SeriesWords = {
  every: new RegExp(
    `(?<![a-z0-9])(?:${[
      `every (?:(?:other|second|third) |(?:${number}) )months?`,
      `every (?:(?:other|second|third|fourth) )?week`,
      `every (?:other|second|third|fourth)(?= ${day})`,
      `every (?:${number}) (?:weeks|days)`,
      `(?:weekly|biweekly|fortnightly|every fortnight|monthly|every month)`,
      `once (?:a|every) (?:week|fortnight|month)`,
    ].join('|')})(?![a-z0-9])`,
    'g',
  ),
  monthly: new RegExp(
    `(?<![a-z0-9])(?:${[
      `(?:every|each|always on the|always the) ${nth} ${day} (?:of|in) (?:the|a|every|each) month`,
      `${nth} ${day} (?:of|in) (?:every|each) month`,
      `${nth} ${day} (?:every|each) month`,
    ].join('|')})(?![a-z0-9])`,
    'g',
  ),
  eachDay: phrases(
    `every monday | every tuesday | every wednesday | every thursday | every friday | every saturday | every sunday |
    always on monday | always on tuesday | always on wednesday | always on thursday | always on friday |
    always on saturday`,
  ),
  weekly: 'every week',
  fromThen: phrases('from | starting | beginning | starting from | beginning from | as of'),
  days: phrases('mondays | tuesdays | wednesdays | thursdays | fridays | saturdays'),
  lasting: new RegExp(
    `(?<![a-z0-9])(?:for|over) (?:the )?(?:next )?(?:${number}) (?:weeks|months)(?![a-z0-9])`,
    'g',
  ),
  series: phrases('series | regular | regularly | several appointments | standing appointment | recurring'),
  habit: phrases(
    `i come | i usually | i normally | usually | normally | i have been | are you | do you | suits me | works for me |
    would work | i can | could do`,
  ),
  only: new RegExp(`(?<![a-z0-9])(?:only|just) (?:the first )?(?:${number})(?! o)(?![a-z0-9])`, 'g'),
  once: phrases('once | just one | only one | one appointment'),
}
