import type { Language } from '../../../platform/i18n/language.ts'
import type { ClaimKind } from '../domain/claims/claim.ts'

type Words = {
  readonly told: Readonly<Record<ClaimKind, string>>
  readonly reason: (what: string, words: string) => string
  readonly otherTime: (words: string) => string
  readonly and: string
  readonly quote: (sentence: string) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  de: {
    told: {
      booked: 'ein Termin sei gebucht',
      moved: 'ein Termin sei verschoben',
      cancelled: 'ein Termin sei abgesagt',
      waitlisted: 'der Name stehe auf der Warteliste',
      callback: 'jemand rufe zurück',
    },
    reason: (what, words) =>
      `Am Telefon wurde gesagt, ${what}. Im System ist davon nichts. Bitte anrufen und klären.${words}`,
    otherTime: words =>
      `Am Telefon wurde eine andere Zeit genannt, als eingetragen ist. Bitte anrufen und klären.${words}`,
    and: ' und ',
    quote: sentence => `„${sentence}“`,
  },
  en: {
    told: {
      booked: 'an appointment was booked',
      moved: 'an appointment was moved',
      cancelled: 'an appointment was cancelled',
      waitlisted: 'they are on the waiting list',
      callback: 'somebody will call back',
    },
    reason: (what, words) =>
      `The caller was told that ${what}. Nothing of that is in the system. Please call and settle it.${words}`,
    otherTime: words =>
      `The caller was told another time than the one that is entered. Please call and settle it.${words}`,
    and: ' and ',
    quote: sentence => `“${sentence}”`,
  },
}

/** What staff read about claims that nothing stands behind, or for another time only. */
export function ghostReason(
  language: Language,
  ghosts: ReadonlyArray<{ readonly kind: ClaimKind; readonly sentence: string; readonly otherTime: boolean }>,
  keepWords: boolean,
): string {
  const { told, reason, otherTime, and, quote } = WORDS[language]
  const kinds = [...new Set(ghosts.filter(ghost => !ghost.otherTime).map(ghost => ghost.kind))]
  const words = keepWords ? ` ${ghosts.map(ghost => quote(ghost.sentence)).join(' ')}` : ''
  if (kinds.length === 0) return otherTime(words)
  return reason(kinds.map(kind => told[kind]).join(and), words)
}
