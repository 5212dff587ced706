import type { Language } from '../../platform/i18n/language.ts'

/** A business's own first question, which follows its name and that an AI is speaking; in one language. */
export type OpeningQuestion = { readonly lang: Language; readonly text: string }

/** It is asked where the call is held in its language. */
export function questionIn(question: OpeningQuestion | null, lang: Language): string | null {
  return question?.lang === lang ? question.text : null
}
