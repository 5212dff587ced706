import type { WordTable } from '../meaning.ts'
import { inflect, spell } from './inflect.ts'

const MIDNIGHT = 24 * 60

export const CLOCK_WORDS_DE: WordTable = {
  ...spell({ oclock: true }, 'uhr', 'h'),
  halb: { half: 'to' },
  viertel: { quarters: 1 },
  ...spell({ quarters: 3 }, 'dreiviertel', 'drei viertel', '3 viertel'),
  mitternacht: { clock: MIDNIGHT },
  halber: { half: 'to' },
  ...spell({ part: 'early' }, 'früh', 'morgens', 'frühmorgens', 'frühs', 'in der früh', 'in aller früh'),
  ...spell({ part: 'forenoon' }, 'vormittag', 'vormittags'),
  ...spell(
    { part: 'noon' },
    'mittag',
    'mittags',
    'mittagszeit',
    'mittagspause',
    'mittagessen',
    'über mittag',
  ),
  ...spell({ part: 'afternoon' }, 'nachmittag', 'nachmittags', 'nachmittage'),
  ...spell({ part: 'evening' }, 'abend', 'abends'),
  ...spell({ part: 'night' }, 'nacht', 'nachts'),
  ...spell(
    { part: 'after_work' },
    'nach der arbeit',
    'nach feierabend',
    'nach büroschluss',
    'nach dienstschluss',
    'zum feierabend',
    'feierabend',
  ),
  ...inflect({ früh: { early: true }, spät: { late: true } }),
  ...spell({ amount: 15, unit: 'minute' }, 'viertelstunde', 'eine viertelstunde', 'einer viertelstunde'),
  ...spell(
    { amount: 30, unit: 'minute' },
    'halbe stunde',
    'halben stunde',
    'eine halbe stunde',
    'einer halben stunde',
    'halbes stündchen',
    'halbstunde',
  ),
  ...spell(
    { amount: 45, unit: 'minute' },
    'dreiviertelstunde',
    'eine dreiviertelstunde',
    'einer dreiviertelstunde',
    'drei viertel stunde',
    'drei viertelstunden',
  ),
  ...spell(
    { amount: 6, unit: 'month' },
    'halbes jahr',
    'halben jahr',
    'ein halbes jahr',
    'einem halben jahr',
  ),
}
