import type { Language } from '../../platform/i18n/language.ts'
import { escapeHtml } from './escape-html.ts'

type CodeMail = { readonly subject: string; readonly text: string; readonly html: string }
type Facts = { readonly business: string; readonly code: string }

const paragraphs: Readonly<Record<Language, (facts: Facts) => readonly string[]>> = {
  de: ({ business, code }) => [
    'Guten Tag,',
    `Ihr Code für das Gespräch mit ${business}: ${code}`,
    'Er gilt zehn Minuten und nur in diesem Gespräch. Haben Sie nicht angerufen? Dann nennen Sie ihn niemandem; ohne ihn geschieht nichts.',
    business,
  ],
  en: ({ business, code }) => [
    'Hello,',
    `Your code for the call with ${business}: ${code}`,
    'It is good for ten minutes and in this call only. You did not call? Then tell it to nobody; without it nothing happens.',
    business,
  ],
}

const subjects: Readonly<Record<Language, (business: string) => string>> = {
  de: business => `Ihr Code für ${business}`,
  en: business => `Your code for ${business}`,
}

/** The mail with a one-time code. Its subject does not show the code: locked screens show subjects. */
export function codeMail(facts: Facts, language: Language): CodeMail {
  const parts = paragraphs[language](facts)
  return {
    subject: subjects[language](facts.business),
    text: parts.join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body>${parts.map(part => `<p>${escapeHtml(part)}</p>`).join('')}</body></html>`,
  }
}
