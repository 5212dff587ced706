import type { Conflict } from './plan-occurrences.ts'

/** Why one date of a series is not to be had, as it is written and read out. */
export const CONFLICT_WORDS: Readonly<Record<Conflict, { readonly de: string; readonly en: string }>> = {
  past: { de: 'Dieser Zeitpunkt ist schon vorbei.', en: 'That time has already passed.' },
  too_soon: {
    de: 'Bis dahin ist es zu kurzfristig.',
    en: 'That is at too short notice.',
  },
  beyond_horizon: {
    de: 'So weit im Voraus ist der Kalender noch nicht offen.',
    en: 'The calendar is not open that far ahead yet.',
  },
  skipped_by_clocks: {
    de: 'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.',
    en: 'That time does not exist on that day: the clocks go forward.',
  },
  closed: { de: 'Zu dieser Zeit ist geschlossen.', en: 'Nobody is there at that time.' },
  not_offered: {
    de: 'Zu dieser Uhrzeit beginnen keine Termine.',
    en: 'No appointments begin at that time.',
  },
  taken: { de: 'Dieser Termin ist schon vergeben.', en: 'That time is taken.' },
}
