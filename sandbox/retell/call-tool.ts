/** A custom function of the agent, asked as it is set: wrapped or at the root, with a body or without one. */

import type { AgentSettings, ToolSettings } from './agent-settings.ts'
import { type CallIdentity, ongoingCall } from './call-object.ts'
import { type CallRecord, noteProblem } from './call-record.ts'
import type { Faults } from './call-script.ts'
import { type Exchange, isAccepted, outcomeOf } from './exchange.ts'
import { newToolCallId } from './ids.ts'
import type { ProductLine } from './product-line.ts'
import { fillKnown, fillKnownIn } from './template.ts'
import type { Transcript } from './transcript.ts'
import { valueAt } from './value-at.ts'

export interface ToolCalls {
  readonly identity: CallIdentity
  readonly startedAt: number
  readonly transcript: Transcript
  readonly line: ProductLine
  readonly record: CallRecord
  readonly agent: AgentSettings
  readonly faults: Faults
  /** Dynamic variables as they are by now. */
  readonly variables: Readonly<Record<string, string>>
}

export interface ToolAnswer {
  readonly tookMs: number
  /** Undefined: there is no usable answer. */
  readonly value: unknown
  /** What of the answer becomes dynamic variables. */
  readonly variables: Readonly<Record<string, string>>
}

/** Results of tools are cut here before the model sees them. */
const RESULT_LIMIT = 15_000
const RETRY_DELAY_MS = 500

/** `meanwhile`: what happens before the answer is waited for; the request goes on whatever it is. */
export async function callTool(
  calls: ToolCalls,
  latenciesMs: readonly number[],
  { name, args, meanwhile }: { name: string; args: unknown; meanwhile: () => Promise<void> },
): Promise<ToolAnswer> {
  const { identity, startedAt, transcript, line, record, agent, faults, variables } = calls
  const settings = agent.tool(name)
  const id = newToolCallId()
  const constants = fillKnownIn(settings.constants, variables) as Record<string, unknown>
  const given = { ...(args as Record<string, unknown>), ...constants }
  transcript.invoke({ id, name, args: given })
  const call = ongoingCall(identity, { startedAt, transcript: transcript.fields(), latenciesMs })
  const hasBody = settings.method !== 'GET' && settings.method !== 'DELETE'
  const wrapped = { name, args: given, call }
  const deliver = () =>
    line.deliver({
      ...{ kind: 'tools', name, method: settings.method },
      url: addressOf(settings, variables),
      headers: fillKnownIn(settings.headers, variables) as Record<string, string>,
      body: hasBody ? (settings.args_at_root ? given : wrapped) : null,
      timeoutMs: settings.timeout_ms,
      retryDelaysMs: Array.from({ length: settings.max_retry }, (_, retry) => RETRY_DELAY_MS * 2 ** retry),
    })
  const asked = Promise.all(faults.double_tools ? [deliver(), deliver()] : [deliver()])
  await meanwhile()
  const [exchange] = await asked
  if (exchange === undefined) throw new Error('A tool was asked and nothing came of it.')
  if (!isAccepted(exchange)) noteProblem(record, `the tool ${name} did not answer: ${outcomeOf(exchange)}`)
  transcript.answer({ id, content: resultText(exchange), successful: isAccepted(exchange) })
  const tookMs = exchange.took_ms ?? 0
  transcript.wait(tookMs)
  record.transcript = transcript.fields().transcript_with_tool_calls
  const value = isAccepted(exchange) ? exchange.response : undefined
  return { tookMs, value, variables: variablesIn(value, settings.response_variables) }
}

/** Null: where the product takes tools. */
function addressOf(
  { url, query_params }: ToolSettings,
  variables: Readonly<Record<string, string>>,
): ((product: string) => string) | null {
  const parameters = Object.entries(fillKnownIn(query_params, variables) as Record<string, string>)
  if (url === null && parameters.length === 0) return null
  return product => {
    const address = new URL(url === null ? product : fillKnown(url, variables))
    for (const [name, value] of parameters) address.searchParams.append(name, value)
    return address.toString()
  }
}

/** Only a JSON object feeds variables; what is not a text becomes one. */
function variablesIn(answer: unknown, paths: Readonly<Record<string, string>>): Record<string, string> {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return {}
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const found = valueAt(answer, path)
      if (found === undefined || found === null) return []
      return [[name, typeof found === 'object' ? JSON.stringify(found) : String(found)]]
    }),
  )
}

/** What the model gets to read: the answer as text, or that there is none. */
function resultText(exchange: Exchange): string {
  if (!isAccepted(exchange)) return `Error: ${outcomeOf(exchange)}`
  const { response } = exchange
  const text = typeof response === 'string' ? response : JSON.stringify(response)
  return text.slice(0, RESULT_LIMIT)
}
