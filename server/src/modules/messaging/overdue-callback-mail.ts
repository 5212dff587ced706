import type { Language } from '../../platform/i18n/language.ts'
import { confirmationWording } from './confirmation-wording.ts'
import { escapeHtml } from './escape-html.ts'

export type OverdueCallbackFacts = {
  readonly business: string
  readonly name: string | null
  readonly phone: string | null
  readonly reason: string
  /** In the caller's words; null: they said none. */
  readonly wantedWhen: string | null
  /** Who was to call; null: anyone. */
  readonly assignee: string | null
  readonly dueAt: Temporal.Instant
  readonly zone: string
  /** Of the people at work, not of the caller. */
  readonly language: Language
}

type Words = {
  readonly subject: (who: string | null) => string
  readonly intro: (due: string) => string
  readonly nobodyKnows: string
  readonly labels: Readonly<Record<'name' | 'phone' | 'reason' | 'when' | 'assignee', string>>
  readonly end: string
}

const german: Words = {
  subject: who => (who === null ? 'Rückruf überfällig' : `Rückruf überfällig: ${who}`),
  intro: due => `Jemand wartet auf einen Rückruf, der bis ${due} versprochen war:`,
  nobodyKnows: 'nicht bekannt',
  labels: {
    name: 'Name',
    phone: 'Telefon',
    reason: 'Worum es geht',
    when: 'Wann es passt',
    assignee: 'Zuständig',
  },
  end: 'Sobald der Rückruf erledigt ist, haken Sie ihn bitte unter „Rückrufe“ ab. Über diesen Rückruf schreiben wir nur einmal.',
}

const english: Words = {
  subject: who => (who === null ? 'Callback overdue' : `Callback overdue: ${who}`),
  intro: due => `Somebody is waiting for a callback that was promised by ${due}:`,
  nobodyKnows: 'not known',
  labels: {
    name: 'Name',
    phone: 'Phone',
    reason: 'What it is about',
    when: 'When it suits',
    assignee: 'Who was to call',
  },
  end: 'Once somebody has called back, please tick it off under “Callbacks”. We write only once about each.',
}

const wordings: Readonly<Record<Language, Words>> = { de: german, en: english }

/** The e-mail to the business about somebody who was not called back in time. Pure. */
export function renderOverdueCallback(facts: OverdueCallbackFacts): {
  subject: string
  text: string
  html: string
} {
  const { business, language, zone } = facts
  const { subject, intro, labels, end, nobodyKnows } = wordings[language]
  const rows: [string, string][] = [
    [labels.name, facts.name ?? nobodyKnows],
    [labels.phone, facts.phone ?? nobodyKnows],
    [labels.reason, facts.reason],
    ...(facts.wantedWhen === null ? [] : [[labels.when, facts.wantedWhen] as [string, string]]),
    ...(facts.assignee === null ? [] : [[labels.assignee, facts.assignee] as [string, string]]),
  ]
  const due = confirmationWording(language).when(facts.dueAt, zone)
  const paragraphs = [
    intro(due),
    rows.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n'),
    end,
    business,
  ]
  const html = paragraphs.map(text => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`).join('')
  return {
    subject: subject(facts.name === null ? facts.phone : oneLine(facts.name)),
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">${html}</body></html>`,
  }
}

/** What a caller said must not look like a line of ours. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
