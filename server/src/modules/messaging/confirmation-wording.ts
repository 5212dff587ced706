import type { Language } from '../../platform/i18n/language.ts'
import { writtenDuration, writtenPrice } from '../../platform/i18n/written-amounts.ts'
import type { MessageKind } from './store.ts'

/** A request is confirmed or declined by a person first. */
export type MailAbout = MessageKind | 'request'

/** The words of the e-mails about an appointment in one language; a language that lacks one does not compile. */
export type ConfirmationWording = {
  readonly subject: Readonly<Record<MailAbout, (business: string, when: string) => string>>
  readonly hello: (name: string) => string
  readonly intro: Readonly<Record<MailAbout, (business: string) => string>>
  readonly labels: Readonly<Record<ConfirmationRow, string>>
  readonly minutes: (minutes: number) => string
  readonly when: (instant: Temporal.Instant, zone: string) => string
  readonly price: (minor: number, currency: string) => string
  readonly outro: Readonly<Record<MailAbout, string>>
  readonly filename: string
  readonly calendar: { readonly product: string; readonly reference: (reference: string) => string }
}

export type ConfirmationRow =
  | 'service'
  | 'when'
  | 'was'
  | 'duration'
  | 'staff'
  | 'attendee'
  | 'price'
  | 'fee'
  | 'place'
  | 'reference'

const german: ConfirmationWording = {
  subject: {
    confirmation: (business, when) => `Ihr Termin bei ${business}: ${when}`,
    change: (business, when) => `Ihr Termin bei ${business} wurde geändert: ${when}`,
    cancellation: (business, when) => `Ihr Termin bei ${business} ist abgesagt: ${when}`,
    request: (business, when) => `Ihre Terminanfrage bei ${business}: ${when}`,
  },
  hello: name => `Guten Tag ${name},`,
  intro: {
    confirmation: business => `Ihr Termin bei ${business} ist bestätigt.`,
    change: business => `Ihr Termin bei ${business} wurde geändert. So ist er jetzt:`,
    cancellation: business => `Ihr Termin bei ${business} findet nicht statt.`,
    request: business =>
      `Ihre Anfrage bei ${business} ist eingetragen und noch nicht bestätigt. Der Platz bleibt so lange für Sie frei.`,
  },
  labels: {
    service: 'Leistung',
    when: 'Wann',
    was: 'Bisher',
    duration: 'Dauer',
    staff: 'Bei',
    attendee: 'Für',
    price: 'Preis',
    fee: 'Vereinbarte Gebühr',
    place: 'Wo',
    reference: 'Terminnummer',
  },
  minutes: minutes => writtenDuration(minutes, 'de'),
  when: (instant, zone) => `${dateTime('de-DE', instant, zone)} Uhr`,
  price: (minor, currency) => writtenPrice(minor, currency, 'de'),
  outro: {
    confirmation: 'Die Kalenderdatei im Anhang trägt den Termin in Ihren Kalender ein.',
    change: 'Die Kalenderdatei im Anhang ändert den Termin in Ihrem Kalender.',
    cancellation: 'Die Kalenderdatei im Anhang nimmt den Termin aus Ihrem Kalender.',
    request:
      'Wir schreiben Ihnen, sobald der Termin bestätigt ist. Die Kalenderdatei im Anhang trägt ihn als vorläufig ein.',
  },
  filename: 'termin.ics',
  calendar: { product: '//AskProAI//Termine//DE', reference: reference => `Terminnummer ${reference}` },
}

const english: ConfirmationWording = {
  subject: {
    confirmation: (business, when) => `Your appointment at ${business}: ${when}`,
    change: (business, when) => `Your appointment at ${business} has changed: ${when}`,
    cancellation: (business, when) => `Your appointment at ${business} is cancelled: ${when}`,
    request: (business, when) => `Your request for an appointment at ${business}: ${when}`,
  },
  hello: name => `Hello ${name},`,
  intro: {
    confirmation: business => `Your appointment at ${business} is confirmed.`,
    change: business => `Your appointment at ${business} has changed. This is how it is now:`,
    cancellation: business => `Your appointment at ${business} will not take place.`,
    request: business =>
      `Your request at ${business} is noted and not confirmed yet. The place is kept for you until then.`,
  },
  labels: {
    service: 'Service',
    when: 'When',
    was: 'Before',
    duration: 'Duration',
    staff: 'With',
    attendee: 'For',
    price: 'Price',
    fee: 'Agreed fee',
    place: 'Where',
    reference: 'Reference',
  },
  minutes: minutes => writtenDuration(minutes, 'en'),
  when: (instant, zone) => dateTime('en-GB', instant, zone),
  price: (minor, currency) => writtenPrice(minor, currency, 'en'),
  outro: {
    confirmation: 'The attached calendar file adds the appointment to your calendar.',
    change: 'The attached calendar file changes the appointment in your calendar.',
    cancellation: 'The attached calendar file takes the appointment out of your calendar.',
    request:
      'We write to you as soon as the appointment is confirmed. The attached calendar file enters it as tentative.',
  },
  filename: 'appointment.ics',
  calendar: { product: '//AskProAI//Appointments//EN', reference: reference => `Reference ${reference}` },
}

const wordings: Readonly<Record<Language, ConfirmationWording>> = { de: german, en: english }

export function confirmationWording(language: Language): ConfirmationWording {
  return wordings[language]
}

function dateTime(locale: string, instant: Temporal.Instant, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant.epochMilliseconds)
}
