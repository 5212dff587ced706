/**
 * One phone call from the first ring to the analysis:
 *
 *   ringing → rejected
 *           → connected → conversation → ended → analyzed
 *   not connected                      → ended → analyzed
 *
 * The call always ends: a step that cannot be played, a tool that fails or an event nobody accepts is noted as a
 * problem, and the events that a real call would still cause are sent.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { PhoneCallResponse } from 'retell-sdk/resources/call'
import { type AnsweringAgent, NUMBER_AGENT, settingsOf } from './agent-settings.ts'
import type { CallAgents } from './api/call-agents.ts'
import { analyzedCall, type CallIdentity, endedCall, startedCall } from './call-object.ts'
import { type CallRecord, noteProblem } from './call-record.ts'
import type { CallRequest, CallScript } from './call-script.ts'
import { createConversation, knownVariables } from './conversation.ts'
import { type DisconnectionReason, statusAfter } from './disconnection.ts'
import { type InboundSetup, readInboundAnswer } from './inbound-answer.ts'
import { createLifecycle, type Lifecycle } from './lifecycle.ts'
import type { Lines } from './lines.ts'
import { createProductLine, type ProductLine } from './product-line.ts'
import type { Target } from './target.ts'
import { createTranscript, type Transcript } from './transcript.ts'

export interface CallSetting {
  readonly record: CallRecord
  readonly script: CallScript
  readonly request: CallRequest
  readonly target: Target
  readonly now: () => number
  readonly signingNow: () => number
  readonly retryDelaysMs: readonly number[]
  readonly signal: AbortSignal
  /** Somebody ends the call from outside. */
  readonly stopped: AbortSignal
  /** What an outbound call was created with. */
  readonly setup?: InboundSetup
  readonly agents: CallAgents
  readonly lines: Lines
  /** What the REST API shows of the call from now on. */
  readonly report: (call: PhoneCallResponse) => void
}

const INBOUND_TIMEOUT_MS = 10_000
const ANALYSIS_DELAY_MS = 800
const DEFAULT_SETUP: InboundSetup = { dynamicVariables: {} }

/** Plays the call; all results are in its record. */
export async function placeCall(setting: CallSetting): Promise<void> {
  const { record, request, script, agents } = setting
  const line = createProductLine({ ...setting, sign: request.faults.sign })
  const bound = agents.ofNumber(script.direction === 'inbound' ? record.to : record.from, script.direction)
  const hasLine = script.direction === 'outbound' || (await setting.lines.wait(setting.signal))
  const setup = hasLine ? await ring(setting, line, bound ?? NUMBER_AGENT) : DEFAULT_SETUP
  if (setup === null) return
  const identity: CallIdentity = {
    callId: record.call_id,
    direction: setting.script.direction,
    from: record.from,
    to: record.to,
    setup,
    agent: agentOf(agents, setup, bound),
    ...(request.sip_headers === undefined ? {} : { sipHeaders: request.sip_headers }),
  }
  const agent = settingsOf(request.agent, identity.agent.wish)
  const lifecycle = createLifecycle({
    ...setting,
    ...request,
    line,
    agent,
    variables: knownVariables(identity),
  })
  const way: Way = { line, lifecycle, identity, agent }
  const notConnected = request.faults.not_connected
  if (!hasLine) await finish(setting, way, turnedAway(agents.fallbackOf(record.to)))
  else
    await finish(
      setting,
      way,
      notConnected === undefined ? await converse(setting, way) : { reason: notConnected },
    )
  await lifecycle.settle()
}

/** The agent that the product names, else the number's. */
function agentOf(agents: CallAgents, setup: InboundSetup, bound: AnsweringAgent | null): AnsweringAgent {
  const { agentId, agentVersion } = setup
  if (agentId === undefined) return bound ?? NUMBER_AGENT
  return agents.byId(agentId, agentVersion) ?? { ...NUMBER_AGENT, id: agentId }
}

/** Every line was taken for as long as Retell lets it ring. */
function turnedAway(fallbackNumber: string | null): Ending {
  return fallbackNumber === null
    ? { reason: 'concurrency_limit_reached' }
    : { reason: 'no_concurrency_fallback', fallbackNumber }
}

/** Asks the product what to do with the call; null if it refuses it. */
async function ring(
  { record, script, request, now, retryDelaysMs, setup = DEFAULT_SETUP }: CallSetting,
  line: ProductLine,
  bound: AnsweringAgent,
) {
  if (script.direction === 'outbound') {
    record.inbound = 'skipped'
    return setup
  }
  const rangAt = performance.now()
  const exchange = await line.deliver({
    kind: 'inbound',
    name: 'call_inbound',
    body: {
      event: 'call_inbound',
      event_timestamp: now(),
      call_inbound: {
        call_id: record.call_id,
        agent_id: bound.id,
        agent_version: bound.version,
        from_number: record.from,
        to_number: record.to,
        ...(request.sip_headers === undefined ? {} : { custom_sip_headers: request.sip_headers }),
      },
    },
    timeoutMs: INBOUND_TIMEOUT_MS,
    retryDelaysMs,
    usable: answered => readInboundAnswer(answered).kind !== 'invalid',
  })
  record.ringing_ms = Math.round(performance.now() - rangAt)
  const answer = readInboundAnswer(exchange)
  if (answer.kind === 'accepted') {
    record.inbound = 'accepted'
    return answer.setup
  }
  if (answer.kind === 'rejected') {
    record.inbound = 'rejected'
    return null
  }
  // The number's own agent answers then, without any variables.
  record.inbound = 'failed'
  noteProblem(record, `call_inbound got no valid answer: ${answer.why}`)
  return DEFAULT_SETUP
}

/** How one call reaches the product, and what it is there. */
interface Way {
  readonly line: ProductLine
  readonly lifecycle: Lifecycle
  readonly identity: CallIdentity
  readonly agent: ReturnType<typeof settingsOf>
}

interface Ending {
  readonly reason: DisconnectionReason
  readonly startedAt?: number
  readonly transcript?: Transcript
  readonly latenciesMs?: readonly number[]
  readonly collected?: Readonly<Record<string, string>>
  readonly fallbackNumber?: string
}

async function converse(
  { record, script, request, now, signal, stopped, report }: CallSetting,
  { line, lifecycle, identity, agent }: Way,
): Promise<Ending> {
  const startedAt = now()
  const transcript = createTranscript()
  report(startedCall(identity, startedAt))
  await lifecycle.emit('call_started', { call: startedCall(identity, startedAt) })
  const reportTranscript = async () => {
    const { transcript_with_tool_calls: woven, ...said } = transcript.fields()
    const call = { ...startedCall(identity, startedAt), ...said }
    await lifecycle.emit('transcript_updated', { call, transcript_with_tool_calls: woven })
  }
  const conversation = createConversation({
    ...request,
    agent,
    identity,
    startedAt,
    transcript,
    line,
    record,
    signal: AbortSignal.any([signal, stopped]),
    onTurn: reportTranscript,
  })
  const played = await conversation.play(script.steps).catch((error: unknown) => {
    if (stopped.aborted && !signal.aborted) return 'stopped' as const
    throw error
  })
  await reportTranscript()
  // An agent whose script does not go on is an agent that broke down.
  const reason =
    played === 'stopped' ? 'manual_stopped' : played ? script.ended.disconnection_reason : 'error_unknown'
  const { latenciesMs, collected } = conversation
  return { reason, startedAt, transcript, latenciesMs, collected }
}

async function finish(
  { record, script, now, signal, report }: CallSetting,
  { lifecycle, identity }: Way,
  { transcript = createTranscript(), latenciesMs = [], ...ending }: Ending,
): Promise<void> {
  const ended = endedCall(identity, { ...ending, endedAt: now(), latenciesMs }, transcript.fields())
  report(ended)
  await lifecycle.emit('call_ended', { call: ended })
  if (record.pace === 'natural') await delay(ANALYSIS_DELAY_MS, undefined, { signal })
  const summary = script.description ?? `Anruf von ${record.from}, ${script.steps.length} Schritte.`
  const successful = statusAfter(ending.reason) === 'ended' && record.problem === null
  const analyzed = analyzedCall(ended, { summary, successful })
  report(analyzed)
  await lifecycle.emit('call_analyzed', { call: analyzed })
}
