import type { Language } from '../../platform/i18n/language.ts'

/** The words of the e-mail that offers a place to somebody who waits; a language that lacks one does not compile. */
type OfferWording = {
  readonly subject: (business: string, when: string) => string
  readonly intro: (business: string) => string
  readonly labels: { readonly service: string; readonly when: string; readonly staff: string }
  readonly answer: (deadline: string, phone: string | null) => string
  readonly nothingToDo: string
  /** For whoever calls somebody without an address. */
  readonly callThem: (facts: { service: string; when: string; deadline: string }) => string
}

const german: OfferWording = {
  subject: (business, when) => `Ein Platz ist frei bei ${business}: ${when}`,
  intro: business => `Sie stehen bei ${business} auf der Warteliste, und jetzt ist ein Termin frei:`,
  labels: { service: 'Leistung', when: 'Wann', staff: 'Bei' },
  answer: (deadline, phone) =>
    `Wir halten ihn bis ${deadline} für Sie frei. ` +
    (phone === null
      ? 'Wenn Sie ihn möchten, sagen Sie uns bitte bis dahin Bescheid.'
      : `Wenn Sie ihn möchten, rufen Sie uns bitte bis dahin an: ${phone}.`),
  nothingToDo:
    'Sonst müssen Sie nichts tun: Danach geht er an die Nächsten, und Sie bleiben auf der Warteliste.',
  callThem: ({ service, when, deadline }) =>
    `Warteliste: ${service} am ${when} ist frei und bis ${deadline} gehalten. Bitte anrufen und fragen.`,
}

const english: OfferWording = {
  subject: (business, when) => `A place is free at ${business}: ${when}`,
  intro: business => `You are on the waiting list of ${business}, and an appointment has become free:`,
  labels: { service: 'Service', when: 'When', staff: 'With' },
  answer: (deadline, phone) =>
    `We are keeping it for you until ${deadline}. ` +
    (phone === null
      ? 'If you would like it, please let us know by then.'
      : `If you would like it, please call us by then: ${phone}.`),
  nothingToDo:
    'Otherwise there is nothing to do: it then goes to the next in line, and you stay on the waiting list.',
  callThem: ({ service, when, deadline }) =>
    `Waiting list: ${service}, ${when}, is free and kept until ${deadline}. Please call and ask.`,
}

const wordings: Readonly<Record<Language, OfferWording>> = { de: german, en: english }

export function offerWording(language: Language): OfferWording {
  return wordings[language]
}
