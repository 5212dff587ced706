import type { Language } from '../../platform/i18n/language.ts'

/** What became of a series: booked, entered as a request, changed, or nothing of it is left. */
export type SeriesAbout = 'confirmation' | 'request' | 'change' | 'cancellation'

/** The words of the e-mail about a series of appointments; a language that lacks one does not compile. */
type SeriesWording = {
  readonly subject: Readonly<Record<SeriesAbout, (business: string, count: number) => string>>
  readonly intro: Readonly<Record<SeriesAbout, (business: string) => string>>
  readonly dates: (count: number) => string
  readonly outro: Readonly<Record<SeriesAbout, string>>
  readonly filename: string
}

const german: SeriesWording = {
  subject: {
    confirmation: (business, count) => `Ihre ${termine(count)} bei ${business}`,
    request: (business, count) => `Ihre Anfrage bei ${business}: ${termine(count)}`,
    change: (business, count) => `Ihre Terminserie bei ${business} wurde geändert: ${termine(count)}`,
    cancellation: business => `Ihre Terminserie bei ${business} ist abgesagt`,
  },
  intro: {
    confirmation: business => `Ihre Termine bei ${business} sind bestätigt.`,
    request: business =>
      `Ihre Anfrage bei ${business} ist eingetragen und noch nicht bestätigt. Die Plätze bleiben so lange für Sie frei.`,
    change: business => `Ihre Terminserie bei ${business} wurde geändert. So ist sie jetzt:`,
    cancellation: business => `Von Ihrer Terminserie bei ${business} findet nichts mehr statt.`,
  },
  dates: count => `${termine(count)}:`,
  outro: {
    confirmation: 'Die Kalenderdatei im Anhang trägt die Termine in Ihren Kalender ein.',
    request:
      'Wir schreiben Ihnen, sobald die Termine bestätigt sind. Die Kalenderdatei im Anhang trägt sie als vorläufig ein.',
    change: 'Die Kalenderdatei im Anhang ändert die Termine in Ihrem Kalender.',
    cancellation: 'Die Kalenderdatei im Anhang nimmt die Termine aus Ihrem Kalender.',
  },
  filename: 'termine.ics',
}

const english: SeriesWording = {
  subject: {
    confirmation: (business, count) => `Your ${appointments(count)} at ${business}`,
    request: (business, count) => `Your request at ${business}: ${appointments(count)}`,
    change: (business, count) => `Your series at ${business} has changed: ${appointments(count)}`,
    cancellation: business => `Your series at ${business} is cancelled`,
  },
  intro: {
    confirmation: business => `Your appointments at ${business} are confirmed.`,
    request: business =>
      `Your request at ${business} is noted and not confirmed yet. The places are kept for you until then.`,
    change: business => `Your series of appointments at ${business} has changed. This is how it is now:`,
    cancellation: business =>
      `Nothing of your series of appointments at ${business} will take place any more.`,
  },
  dates: count => `${appointments(count)}:`,
  outro: {
    confirmation: 'The attached calendar file adds the appointments to your calendar.',
    request:
      'We write to you as soon as the appointments are confirmed. The attached calendar file enters them as tentative.',
    change: 'The attached calendar file changes the appointments in your calendar.',
    cancellation: 'The attached calendar file takes the appointments out of your calendar.',
  },
  filename: 'appointments.ics',
}

const wordings: Readonly<Record<Language, SeriesWording>> = { de: german, en: english }

export function seriesWording(language: Language): SeriesWording {
  return wordings[language]
}

function termine(count: number): string {
  return count === 1 ? '1 Termin' : `${count} Termine`
}

function appointments(count: number): string {
  return count === 1 ? '1 appointment' : `${count} appointments`
}
