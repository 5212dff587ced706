import type { Language } from '../../platform/i18n/language.ts'
import { confirmationWording } from './confirmation-wording.ts'
import { escapeHtml } from './escape-html.ts'
import { offerWording } from './offer-wording.ts'

export type OfferFacts = {
  readonly business: string
  /** What customers call; null: there is none. */
  readonly phone: string | null
  readonly attendee: string
  readonly service: string
  readonly staff: string | null
  readonly startsAt: Temporal.Instant
  readonly deadlineAt: Temporal.Instant
  readonly zone: string
  readonly language: Language
}

/** The e-mail that offers a place to somebody who waits. Pure. */
export function renderOffer(facts: OfferFacts): { subject: string; text: string; html: string } {
  const { business, language, zone } = facts
  const words = offerWording(language)
  const general = confirmationWording(language)
  const when = general.when(facts.startsAt, zone)
  const rows = [
    [words.labels.service, facts.service],
    [words.labels.when, when],
    ...(facts.staff === null ? [] : [[words.labels.staff, facts.staff]]),
  ].map(([label, value]) => `${label}: ${value}`)
  const hello = general.hello(facts.attendee)
  const answer = words.answer(general.when(facts.deadlineAt, zone), facts.phone)
  const paragraphs = [hello, words.intro(business), rows.join('\n'), answer, words.nothingToDo, business]
  const html = paragraphs.map(text => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`).join('')
  return {
    subject: words.subject(business, when),
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">${html}</body></html>`,
  }
}
