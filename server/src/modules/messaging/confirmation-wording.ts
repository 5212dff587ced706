import type { Language } from '../../platform/i18n/language.ts'

/** The words of the confirmation in one language; a language that lacks one does not compile. */
export type ConfirmationWording = {
  readonly subject: (business: string, when: string) => string
  readonly hello: (name: string) => string
  readonly intro: (business: string) => string
  readonly labels: Readonly<Record<ConfirmationRow, string>>
  readonly minutes: (minutes: number) => string
  readonly when: (instant: Temporal.Instant, zone: string) => string
  readonly price: (minor: number, currency: string) => string
  readonly outro: string
  readonly filename: string
  readonly calendar: { readonly product: string; readonly reference: (reference: string) => string }
}

export type ConfirmationRow =
  | 'service'
  | 'when'
  | 'duration'
  | 'staff'
  | 'attendee'
  | 'price'
  | 'place'
  | 'reference'

const german: ConfirmationWording = {
  subject: (business, when) => `Ihr Termin bei ${business}: ${when}`,
  hello: name => `Guten Tag ${name},`,
  intro: business => `Ihr Termin bei ${business} ist bestätigt.`,
  labels: {
    service: 'Leistung',
    when: 'Wann',
    duration: 'Dauer',
    staff: 'Bei',
    attendee: 'Für',
    price: 'Preis',
    place: 'Wo',
    reference: 'Terminnummer',
  },
  minutes: minutes => `${minutes} Minuten`,
  when: (instant, zone) => `${dateTime('de-DE', instant, zone)} Uhr`,
  price: (minor, currency) => price('de-DE', minor, currency),
  outro: 'Die Kalenderdatei im Anhang trägt den Termin in Ihren Kalender ein.',
  filename: 'termin.ics',
  calendar: { product: '//AskProAI//Termine//DE', reference: reference => `Terminnummer ${reference}` },
}

const english: ConfirmationWording = {
  subject: (business, when) => `Your appointment at ${business}: ${when}`,
  hello: name => `Hello ${name},`,
  intro: business => `Your appointment at ${business} is confirmed.`,
  labels: {
    service: 'Service',
    when: 'When',
    duration: 'Duration',
    staff: 'With',
    attendee: 'For',
    price: 'Price',
    place: 'Where',
    reference: 'Reference',
  },
  minutes: minutes => `${minutes} minutes`,
  when: (instant, zone) => dateTime('en-GB', instant, zone),
  price: (minor, currency) => price('en-GB', minor, currency),
  outro: 'The attached calendar file adds the appointment to your calendar.',
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

function price(locale: string, minor: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100)
}
