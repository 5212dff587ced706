/**
 * An agent as Retell is given it, from a definition and what the business is. Pure: the same in, the same out. Addresses
 * that are secrets and ids that Retell gives stand as names (`$…`); `fillIn` puts them in on the way out, so that what is
 * stored, compared and shown has no secret.
 */
import type { AgentDefinition } from '../../domain/agent/definition.ts'
import { promptsOf } from './prompts.ts'

export type RenderFacts = {
  /** Finds the agent again at Retell when the answer to its making got lost. */
  readonly reference: string
  readonly modelReference: string
  readonly businessName: string
  readonly timeZone: string
  /** Names of people and services: heard more often than anything else. */
  readonly names: readonly string[]
  readonly storage: { readonly transcripts: boolean; readonly recordings: boolean }
  readonly tools: readonly ToolDefinition[]
  readonly addresses: {
    readonly webhook: string
    readonly inbound: string
    readonly tools: string
  }
}

export type ToolDefinition = {
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments, from the very schema that reads them (failure 71). */
  readonly parameters: Readonly<Record<string, unknown>>
}

export type RenderedAgent = {
  readonly agent: Readonly<Record<string, unknown>>
  /** Null with our own brain. */
  readonly llm: Readonly<Record<string, unknown>> | null
  readonly number: Readonly<Record<string, unknown>>
}

export const LINE_URL = '$line_url'
export const LLM_ID = '$llm_id'
export const AGENT_ID = '$agent_id'
export const AGENT_VERSION = '$agent_version'
/** A dynamic variable that finds a language model again; nobody speaks it. */
export const REFERENCE_VARIABLE = 'model_reference'

const WEBHOOK_TIMEOUT_MS = 10_000
const REMINDER_AFTER_MS = 10_000
const SILENCE_ENDS_AFTER_MS = 45_000
const RETENTION_DAYS = 30
const MOST_KEYWORDS = 100
const TOOL_TIMEOUT_MS = 10_000
/** Asked again once: they change nothing. Whatever changes something is asked once, and says so itself when repeated. */
const READING = new Set(['get_context', 'list_services', 'find_slots', 'my_appointments', 'answer_question'])
const SLOW_ENOUGH_TO_SAY_SO = new Set(['find_slots', 'book_appointment', 'book_group', 'book_series'])

export function renderAgent(definition: AgentDefinition, facts: RenderFacts): RenderedAgent {
  return {
    agent: agentOf(definition, facts),
    llm: definition.brain === 'hosted' ? llmOf(definition, facts) : null,
    number: {
      inbound_agents: [{ agent_id: AGENT_ID, agent_version: AGENT_VERSION, weight: 1 }],
      inbound_webhook_url: facts.addresses.inbound,
      fallback_number: definition.fallback_number,
    },
  }
}

/**
 * The same agent, word for word, with what may be kept as it is allowed now. Its language model gets another reference,
 * for it is made again.
 */
export function withStorage(
  rendered: RenderedAgent,
  storage: RenderFacts['storage'],
  modelReference: string,
): RenderedAgent {
  const variables = rendered.llm?.default_dynamic_variables as Record<string, unknown> | undefined
  const again = { default_dynamic_variables: { ...variables, [REFERENCE_VARIABLE]: modelReference } }
  return {
    ...rendered,
    agent: { ...rendered.agent, ...storageOf(storage) },
    llm: rendered.llm && { ...rendered.llm, ...again },
  }
}

/** The same with real values in place of the names. */
export function fillIn(document: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof document === 'string') return document in values ? values[document] : document
  if (Array.isArray(document)) return document.map(item => fillIn(item, values))
  if (typeof document !== 'object' || document === null) return document
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, fillIn(value, values)]))
}

/** The other way round, for what Retell answers. */
export function takeOut(document: unknown, values: Readonly<Record<string, string>>): unknown {
  const names = new Map(Object.entries(values).map(([name, value]) => [value, name]))
  return fillIn(document, Object.fromEntries(names))
}

function agentOf(definition: AgentDefinition, facts: RenderFacts): Record<string, unknown> {
  const hosted = definition.brain === 'hosted'
  return {
    agent_name: `${facts.businessName} · ${facts.reference}`,
    response_engine: hosted
      ? { type: 'retell-llm', llm_id: LLM_ID, version: 0 }
      : { type: 'custom-llm', llm_websocket_url: LINE_URL },
    voice_id: definition.voice_id,
    language: definition.language,
    timezone: facts.timeZone,
    webhook_url: facts.addresses.webhook,
    // What a hosted model claims is checked while it speaks; our own words claim nothing.
    webhook_events: [
      ...['call_started', 'call_ended', 'call_analyzed'],
      ...(hosted ? ['transcript_updated'] : []),
    ],
    webhook_timeout_ms: WEBHOOK_TIMEOUT_MS,
    responsiveness: definition.responsiveness,
    interruption_sensitivity: definition.interruption_sensitivity,
    reminder_trigger_ms: REMINDER_AFTER_MS,
    reminder_max_count: 1,
    end_call_after_silence_ms: SILENCE_ENDS_AFTER_MS,
    max_call_duration_ms: definition.longest_call_minutes * 60_000,
    stt_mode: 'accurate',
    allow_user_dtmf: true,
    boosted_keywords: keywordsOf(definition, facts),
    ...storageOf(facts.storage),
  }
}

/**
 * What Retell may keep. It keeps words and sound together or neither, so it keeps them only where both are allowed;
 * what we may keep of a call comes with its events all the same.
 */
export function storageOf({ transcripts, recordings }: RenderFacts['storage']): Record<string, unknown> {
  return {
    data_storage_setting: transcripts && recordings ? 'everything' : 'basic_attributes_only',
    data_storage_retention_days: RETENTION_DAYS,
    opt_in_signed_url: true,
  }
}

function keywordsOf(definition: AgentDefinition, { businessName, names }: RenderFacts): string[] {
  const words = [businessName, ...names, ...definition.keywords].map(word => word.trim())
  return [...new Set(words.filter(word => word !== ''))].slice(0, MOST_KEYWORDS)
}

function llmOf(definition: AgentDefinition, facts: RenderFacts): Record<string, unknown> {
  const prompts = promptsOf(definition.language)
  const offered = facts.tools.filter(({ name }) => !definition.tools_off.includes(name))
  return {
    start_speaker: 'agent',
    begin_message: '{{greeting}}',
    model: definition.model,
    model_temperature: 0,
    tool_call_strict_mode: true,
    general_prompt: prompts.general({ instructions: definition.instructions }),
    general_tools: [
      ...offered.map(tool => customTool(tool, facts.addresses.tools, prompts.oneMoment)),
      { type: 'end_call', name: 'end_call', description: prompts.endCall },
      ...(offered.some(({ name }) => name === 'transfer_call') ? [putThrough(prompts.putThrough)] : []),
    ],
    default_dynamic_variables: {
      ...prompts.unknown(facts.businessName),
      time_zone: facts.timeZone,
      transfer_number: '',
      [REFERENCE_VARIABLE]: facts.modelReference,
    },
  }
}

function customTool(tool: ToolDefinition, url: string, oneMoment: string): Record<string, unknown> {
  const speaks = SLOW_ENOUGH_TO_SAY_SO.has(tool.name)
  return {
    type: 'custom',
    name: tool.name,
    description: tool.description,
    url,
    method: 'POST',
    args_at_root: false,
    timeout_ms: TOOL_TIMEOUT_MS,
    max_retry: READING.has(tool.name) ? 1 : 0,
    speak_during_execution: speaks,
    ...(speaks ? { execution_message_type: 'static_text', execution_message_description: oneMoment } : {}),
    speak_after_execution: true,
    ...(tool.name === 'transfer_call' ? { response_variables: { transfer_number: 'number' } } : {}),
    parameters: tool.parameters,
  }
}

/** Retell puts the caller through itself, to the number that `transfer_call` answered. */
function putThrough(description: string): Record<string, unknown> {
  return {
    type: 'transfer_call',
    name: 'put_through',
    description,
    transfer_destination: { type: 'predefined', number: '{{transfer_number}}' },
    transfer_option: {
      type: 'cold_transfer',
      cold_transfer_mode: 'sip_invite',
      show_transferee_as_caller: true,
    },
  }
}
