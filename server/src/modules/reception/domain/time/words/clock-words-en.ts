import type { WordTable } from '../meaning.ts'
import { spell } from './inflect.ts'

export const CLOCK_WORDS_EN: WordTable = {
  ...spell({ oclock: true }, 'oclock', 'o clock', 'h'),
  ...spell({ meridiem: 'am' }, 'am', 'a m'),
  ...spell({ meridiem: 'pm' }, 'pm', 'p m'),
  ...spell({ half: 'past' }, 'half', 'half past'),
  ...spell({ quarters: 1 }, 'quarter', 'a quarter'),
  ...spell({ clock: 12 * 60 }, 'noon', 'midday', 'noontime', '12 noon', 'twelve noon'),
  midnight: { clock: 24 * 60 },
  ...spell({ part: 'forenoon' }, 'morning', 'mornings'),
  ...spell(
    { part: 'early_morning' },
    'early morning',
    'first thing',
    'first thing in the morning',
    'early in the morning',
  ),
  ...spell({ part: 'late_afternoon' }, 'late in the afternoon'),
  ...spell({ part: 'late_morning' }, 'late in the morning'),
  ...spell({ part: 'noon' }, 'lunch', 'lunchtime', 'lunch time', 'over lunch', 'lunch break'),
  ...spell({ part: 'afternoon' }, 'afternoon', 'afternoons'),
  ...spell({ part: 'evening' }, 'evening', 'evenings', 'night', 'nights'),
  ...spell({ part: 'night' }, 'at night', 'in the night'),
  ...spell({ part: 'after_work' }, 'after work', 'after office hours'),
}
