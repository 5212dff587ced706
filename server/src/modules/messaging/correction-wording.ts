import type { Language } from '../../platform/i18n/language.ts'

/** What a caller may wrongly believe. That somebody calls back is not among it: it is true as soon as it is noticed. */
export const UNTRUE = ['booked', 'moved', 'cancelled', 'waitlisted'] as const
export type Untrue = (typeof UNTRUE)[number]

/** The words of the e-mail that corrects what a caller was told; a language that lacks one does not compile. */
type CorrectionWording = {
  readonly subject: (business: string) => string
  readonly hello: string
  readonly told: Readonly<Record<Untrue, string>>
  readonly and: string
  readonly notSo: (when: string, told: string) => string
  /** What is so, where nothing was entered in the call. */
  readonly nothing: Readonly<Record<Untrue, string>>
  readonly entered: (times: readonly string[]) => string
  readonly calledBack: (by: string | null) => string
  readonly hurry: (phone: string) => string
  readonly sorry: string
}

const german: CorrectionWording = {
  subject: business => `Richtigstellung zu Ihrem Anruf bei ${business}`,
  hello: 'Guten Tag,',
  told: {
    booked: 'ein Termin sei für Sie gebucht',
    moved: 'Ihr Termin sei verschoben',
    cancelled: 'Ihr Termin sei abgesagt',
    waitlisted: 'Sie stünden auf der Warteliste',
  },
  and: ' und ',
  notSo: (when, told) =>
    `bei Ihrem Anruf am ${when} hat unser Telefonassistent, eine KI, gesagt, ${told}. Das stimmt so nicht.`,
  nothing: {
    booked: 'Für Sie ist in diesem Gespräch kein Termin eingetragen worden.',
    moved: 'Ihr Termin ist nicht verschoben worden. Es gilt weiter der bisherige.',
    cancelled: 'Ihr Termin ist nicht abgesagt worden. Er gilt weiter.',
    waitlisted: 'Sie sind nicht auf die Warteliste gekommen.',
  },
  entered: times => `Eingetragen ist aus diesem Gespräch: ${times.join('; ')}.`,
  calledBack: by =>
    `Wir rufen Sie ${by === null ? 'so bald wie möglich' : `bis ${by}`} zurück und klären es mit Ihnen. Bis dahin müssen Sie nichts tun.`,
  hurry: phone => `Wenn es eilt, rufen Sie uns bitte an: ${phone}.`,
  sorry: 'Das tut uns leid.',
}

const english: CorrectionWording = {
  subject: business => `Correction about your call to ${business}`,
  hello: 'Hello,',
  told: {
    booked: 'an appointment was booked for you',
    moved: 'your appointment was moved',
    cancelled: 'your appointment was cancelled',
    waitlisted: 'you are on the waiting list',
  },
  and: ' and that ',
  notSo: (when, told) =>
    `In your call on ${when} our telephone assistant, an AI, said that ${told}. That is not so.`,
  nothing: {
    booked: 'No appointment was entered for you in that call.',
    moved: 'Your appointment was not moved. It is still at the time it was.',
    cancelled: 'Your appointment was not cancelled. It still stands.',
    waitlisted: 'You were not put on the waiting list.',
  },
  entered: times => `What was entered in that call: ${times.join('; ')}.`,
  calledBack: by =>
    `We call you back ${by === null ? 'as soon as we can' : `by ${by}`} and settle it with you. Until then there is nothing for you to do.`,
  hurry: phone => `If it is urgent, please call us: ${phone}.`,
  sorry: 'We are sorry about this.',
}

const wordings: Readonly<Record<Language, CorrectionWording>> = { de: german, en: english }

export function correctionWording(language: Language): CorrectionWording {
  return wordings[language]
}
