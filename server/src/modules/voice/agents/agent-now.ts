import { languageIn } from '../../../platform/i18n/language.ts'
import type { AgentNow } from '../retell/answer-inbound.ts'
import { versionInState } from './agent-views.ts'

/** Whose words are spoken now, and what they begin with. */
export const agentNow: AgentNow = async tx => {
  const live = await versionInState(tx, 'live')
  if (live === null) return null
  const { brain, language, opening_question: text } = live.definition
  const lang = languageIn(language)
  return { brain, opening: text === null || lang === null ? null : { lang, text } }
}
