import type { Language } from '../../platform/i18n/language.ts'
import { confirmationWording } from './confirmation-wording.ts'
import { correctionWording, type Untrue } from './correction-wording.ts'
import { escapeHtml } from './escape-html.ts'

export type CorrectionFacts = {
  readonly business: string
  /** What customers call; null: there is none. */
  readonly phone: string | null
  readonly calledAt: Temporal.Instant
  readonly told: readonly Untrue[]
  /** When what the call did enter begins. */
  readonly entered: readonly Temporal.Instant[]
  readonly calledBackBy: Temporal.Instant
  readonly now: Temporal.Instant
  readonly zone: string
  /** Of the call. */
  readonly language: Language
}

/** The e-mail that takes back what a caller was told: what is so, and what happens next. Pure. */
export function correctionMail(facts: CorrectionFacts): { subject: string; text: string; html: string } {
  const { business, phone, told, zone, language } = facts
  const words = correctionWording(language)
  const when = (instant: Temporal.Instant): string => confirmationWording(language).when(instant, zone)
  const kinds = [...new Set(told)]
  // What was entered speaks for bookings and moves: it is there, only not as it was said.
  const denied = kinds.filter(kind => facts.entered.length === 0 || !ENTERED.has(kind))
  const isLate = Temporal.Instant.compare(facts.calledBackBy, facts.now) <= 0
  const paragraphs = [
    words.hello,
    words.notSo(when(facts.calledAt), kinds.map(kind => words.told[kind]).join(words.and)),
    [
      ...denied.map(kind => words.nothing[kind]),
      ...(facts.entered.length === 0 ? [] : [words.entered(facts.entered.map(when))]),
    ].join(' '),
    words.calledBack(isLate ? null : when(facts.calledBackBy)),
    ...(phone === null ? [] : [words.hurry(phone)]),
    words.sorry,
    business,
  ]
  const html = paragraphs.map(text => `<p>${escapeHtml(text)}</p>`).join('')
  return {
    subject: words.subject(business),
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">${html}</body></html>`,
  }
}

const ENTERED: ReadonlySet<Untrue> = new Set(['booked', 'moved'])
