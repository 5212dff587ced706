/** What a business decides about its receptionist on the telephone. Everything else is rendered from what it is. */
export type AgentDefinition = {
  /** Whose words are spoken: our own dialogue over the line, or a language model at the provider, with our tools. */
  readonly brain: 'custom' | 'hosted'
  readonly language: AgentLanguage
  readonly voice_id: string
  /** Asked after the greeting, which always names the business and says that an AI is speaking; null: our question. */
  readonly opening_question: string | null
  /** What a hosted model is told besides how to work. */
  readonly instructions: string
  readonly model: string
  /** Tools a hosted model is not given. */
  readonly tools_off: readonly string[]
  /** Words to listen for besides the names of staff and services. */
  readonly keywords: readonly string[]
  readonly responsiveness: number
  readonly interruption_sensitivity: number
  readonly longest_call_minutes: number
  /** Who is rung when the provider has no free line; null: nobody. */
  readonly fallback_number: string | null
}

export const AGENT_LANGUAGES = ['de-DE', 'en-GB', 'en-US'] as const
export type AgentLanguage = (typeof AGENT_LANGUAGES)[number]

/** How a receptionist begins: our own words, and careful where somebody is interrupted. */
export function firstDefinition(locale: string): AgentDefinition {
  const language =
    AGENT_LANGUAGES.find(known => known === locale) ?? (locale.startsWith('en') ? 'en-GB' : 'de-DE')
  return {
    brain: 'custom',
    language,
    voice_id: language === 'de-DE' ? '11labs-Carola' : '11labs-Anna',
    opening_question: null,
    instructions: '',
    model: 'gpt-4.1-mini',
    tools_off: [],
    keywords: [],
    responsiveness: 0.9,
    interruption_sensitivity: 0.8,
    longest_call_minutes: 15,
    fallback_number: null,
  }
}

/** What a prompt may refer to: told with every call that rings. Anything else would be spoken in braces (failure 78). */
const PROMPT_VARIABLES = [
  'tenant_name',
  'greeting',
  'today_iso',
  'today_spoken',
  'caller_known',
  'caller_number',
  'time_zone',
  'language',
] as const

export type DefinitionProblem =
  | { readonly kind: 'unknown_variable'; readonly field: string; readonly names: readonly string[] }
  | { readonly kind: 'variable_in_speech'; readonly field: string; readonly names: readonly string[] }
  | { readonly kind: 'unknown_tool'; readonly field: string; readonly names: readonly string[] }

/** What of a definition cannot be spoken or called. */
export function definitionProblems(
  definition: AgentDefinition,
  tools: readonly string[],
): DefinitionProblem[] {
  const known: ReadonlySet<string> = new Set(PROMPT_VARIABLES)
  const strange = variablesIn(definition.instructions).filter(name => !known.has(name))
  const spoken = variablesIn(definition.opening_question ?? '')
  const noTools = definition.tools_off.filter(name => !tools.includes(name))
  return [
    ...problem('unknown_variable', 'instructions', strange),
    ...problem('variable_in_speech', 'opening_question', spoken),
    ...problem('unknown_tool', 'tools_off', noTools),
  ]
}

function problem(
  kind: DefinitionProblem['kind'],
  field: string,
  names: readonly string[],
): DefinitionProblem[] {
  return names.length === 0 ? [] : [{ kind, field, names }]
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(match => match[1] ?? '')
}
