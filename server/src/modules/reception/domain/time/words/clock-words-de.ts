import type { WordTable } from '../meaning.ts'
import { inflect, spell } from './inflect.ts'

const MIDNIGHT = 24 * 60

export const CLOCK_WORDS_DE: WordTable = {
  ...spell({ oclock: true }, 'uhr', 'h'),
  halb: { half: 'to' },
  viertel: { quarters: 1 },
  ...spell({ quarters: 3 }, 'dreiviertel', 'drei viertel', '3 viertel'),
  mitternacht: { clock: MIDNIGHT },
  ...spell({ part: 'early' }, 'früh', 'morgens', 'frühmorgens', 'frühs', 'in der früh', 'in aller früh'),
  ...spell({ part: 'forenoon' }, 'vormittag', 'vormittags'),
  ...spell({ part: 'noon' }, 'mittag', 'mittags', 'mittagszeit', 'mittagspause', 'über mittag'),
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
  'eine viertelstunde': { minutes: 15 },
  'einer viertelstunde': { minutes: 15 },
  viertelstunde: { minutes: 15 },
  ...spell({ minutes: 30 }, 'halbe stunde', 'eine halbe stunde', 'einer halben stunde', 'halben stunde'),
  ...spell({ minutes: 45 }, 'dreiviertelstunde', 'eine dreiviertelstunde', 'einer dreiviertelstunde'),
}
