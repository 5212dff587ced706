export type FigureName =
  | 'calls'
  | 'booked'
  | 'unmet'
  | 'appointments'
  | 'load'
  | 'no_show'
  | 'revenue'
  | 'expected'

/** What each figure of a report is, in the words that stand beside it; `report-figures.ts` computes the same. */
export const DEFINITIONS: Readonly<Record<FigureName, { readonly de: string; readonly en: string }>> = {
  calls: {
    de: 'Alle Anrufe über das Telefon, die an einem Tag des Zeitraums begonnen haben, auch abgebrochene. Testanrufe im Büro zählen nicht.',
    en: 'All calls by telephone that began on a day of the period, given up ones too. Test calls in the office do not count.',
  },
  booked: {
    de: 'Anrufe mit mindestens einem gebuchten Termin, geteilt durch alle Anrufe des Zeitraums, die verbunden waren und vorbei sind. Laufende, nicht zustande gekommene und Testanrufe zählen in keinem von beiden.',
    en: 'Calls with at least one booked appointment, divided by all calls of the period that were connected and are over. Calls under way, calls that never came about and test calls count in neither.',
  },
  unmet: {
    de: 'Anrufe, in denen eine gewünschte Zeit nicht angeboten werden konnte und die ohne Termin endeten. Daneben: im Zeitraum notierte Terminwünsche und Einträge auf der Warteliste. Ein Anruf kann in mehreren davon vorkommen, sie werden deshalb nicht addiert.',
    en: 'Calls in which a time that was asked for could not be offered and that ended without an appointment. Beside it: wishes noted and people added to the waitlist in the period. One call can be in several of these, so they are not added up.',
  },
  appointments: {
    de: 'Termine, die an einem Tag des Zeitraums beginnen und nicht abgesagt sind.',
    en: 'Appointments that begin on a day of the period and are not cancelled.',
  },
  load: {
    de: 'Gebuchte Minuten der Personen (ohne Pausen innerhalb eines Termins und ohne Abgesagtes), geteilt durch ihre Arbeitszeit ohne Schließtage, Abwesenheiten und Sperren. Buchungen außerhalb der Arbeitszeit zählen mit, der Wert kann deshalb über 100 % liegen.',
    en: 'Booked minutes of people (without gaps inside an appointment and without what was cancelled), divided by their working time without closures, absences and blocks. Bookings outside working time count, so it can be above 100 %.',
  },
  no_show: {
    de: 'Termine mit „Nicht erschienen“, geteilt durch alle, bei denen vermerkt ist, ob jemand kam („Ist da“, „Erledigt“ oder „Nicht erschienen“). Abgesagte, künftige und Termine ohne Vermerk zählen in keinem von beiden.',
    en: 'Appointments marked “no-show”, divided by all for which it is noted whether somebody came (“checked in”, “completed” or “no-show”). Cancelled and future ones, and those without a note, count in neither.',
  },
  revenue: {
    de: 'Preise der Termine, bei denen jemand kam („Ist da“ oder „Erledigt“), so wie der Preis bei der Buchung war. Spätere Preisänderungen ändern nichts daran.',
    en: 'Prices of appointments to which somebody came (“checked in” or “completed”), as the price was when it was booked. Later changes of prices do not touch it.',
  },
  expected: {
    de: 'Preise der Termine des Zeitraums, die noch angefragt oder bestätigt sind.',
    en: 'Prices of the appointments of the period that are still requested or confirmed.',
  },
}
