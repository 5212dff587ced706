/**
 * Web calls held as text: whoever has the access token types what the caller says and reads what the agent answers. The
 * agent is the product itself (custom LLM); a hosted one greets and has no model here. Joined within half a minute, or
 * the call ends as one that nobody joined.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { CreateWebCallResponse, WebCallResponse } from 'retell-sdk/resources/call'
import { ControlError } from '../../web-server.ts'
import { type AnsweringAgent, settingsOf } from '../agent-settings.ts'
import type { CallAgents } from '../api/call-agents.ts'
import { callCost } from '../call-cost.ts'
import type { CallRecord } from '../call-record.ts'
import { Faults } from '../call-script.ts'
import { type DisconnectionReason, statusAfter } from '../disconnection.ts'
import { newCallId } from '../ids.ts'
import { createLifecycle, type Lifecycle } from '../lifecycle.ts'
import { type DialLine, dialLine, type Line } from '../line/dial-line.ts'
import { createProductLine } from '../product-line.ts'
import type { Target } from '../target.ts'
import { fillKnown } from '../template.ts'

export interface WebCallWish {
  readonly agentId: string
  readonly agentVersion?: number | string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly variables: Readonly<Record<string, string>>
}

/** What a page shows of a call. */
export interface WebCallView {
  readonly call_id: string
  readonly status: WebCallResponse['call_status']
  readonly reason: DisconnectionReason | null
  readonly transcript: readonly { role: 'agent' | 'user'; content: string }[]
}

export interface WebCalls {
  /** Throws 422 for an agent that the API does not know. */
  create(wish: WebCallWish): CreateWebCallResponse
  /** Throws 401 unless the token is that of the call; so do the others. */
  join(callId: string, token: string): Promise<WebCallView>
  say(callId: string, token: string, text: string): Promise<WebCallView>
  view(callId: string, token: string): WebCallView
  hangUp(callId: string, token: string): Promise<WebCallView>
  close(): Promise<void>
}

export interface WebCallParts {
  readonly agents: CallAgents
  readonly target: () => Target
  readonly now: () => number
  readonly signingNow: () => number
  readonly retryDelaysMs: readonly number[]
  readonly report: (call: WebCallResponse) => void
  readonly joinWithinMs?: number
}

type Held = {
  readonly id: string
  readonly token: string
  readonly wish: WebCallWish
  readonly agent: AnsweringAgent
  readonly lifecycle: Lifecycle
  readonly joined: AbortController
  line: Line | null
  greeting: string
  startedAt: number | null
  endedAt: number | null
  reason: DisconnectionReason | null
}

const JOIN_WITHIN_MS = 30_000
/** The agent speaks over a custom-LLM line or not at all. */
const NO_MODEL = 'Hier spricht kein Sprachmodell. In Text antworten Agenten mit eigener Leitung (custom-llm).'

export function createWebCalls(parts: WebCallParts): WebCalls {
  const { agents, now, report, joinWithinMs = JOIN_WITHIN_MS } = parts
  const calls = new Map<string, Held>()
  const closing = new AbortController()
  const waiting = new Set<Promise<void>>()

  const held = (callId: string, token: string): Held => {
    const call = calls.get(callId)
    if (call === undefined || call.token !== token) throw new ControlError(401, 'the token opens no call')
    return call
  }

  const finish = async (call: Held, reason: DisconnectionReason): Promise<void> => {
    if (call.reason !== null) return
    Object.assign(call, { reason, endedAt: now() })
    call.joined.abort()
    const ended = callObject(call)
    report(ended)
    await call.lifecycle.emit('call_ended', { call: ended })
    const analyzed = { ...ended, call_analysis: { call_successful: statusAfter(reason) === 'ended' } }
    report(analyzed)
    await call.lifecycle.emit('call_analyzed', { call: analyzed })
    await call.lifecycle.settle()
  }

  /** What the agent does after its words, and a line that is gone, end the call. */
  const afterTurn = async (call: Held): Promise<WebCallView> => {
    call.line?.finishSpeaking()
    const reason = call.line?.ended() ?? null
    if (reason !== null) await finish(call, reason)
    return viewOf(call)
  }

  return {
    create(wish) {
      const agent = agents.byId(wish.agentId, wish.agentVersion)
      if (agent === null) throw new ControlError(422, 'Cannot find requested asset under given api key.')
      const [id, token] = [newCallId(), `web_${randomBytes(24).toString('base64url')}`]
      const joined = new AbortController()
      const call: Held = {
        ...{ id, token, wish, agent, joined, line: null, greeting: '' },
        ...{ startedAt: null, endedAt: null, reason: null },
        lifecycle: lifecycleOf(parts, { id, agent, variables: wish.variables, signal: closing.signal }),
      }
      calls.set(id, call)
      report(callObject(call))
      const signal = AbortSignal.any([joined.signal, closing.signal])
      const nobody = delay(joinWithinMs, undefined, { signal }).then(
        () => finish(call, 'error_user_not_joined'),
        () => undefined,
      )
      waiting.add(nobody.finally(() => waiting.delete(nobody)))
      return {
        ...{ call_id: id, access_token: token, expires_at: now() + joinWithinMs },
        ...{ ice_servers: [], transport: 'gateway' },
      }
    },
    async join(callId, token) {
      const call = held(callId, token)
      if (call.reason !== null || call.startedAt !== null) return viewOf(call)
      call.startedAt = now()
      call.joined.abort()
      const started = callObject(call)
      report(started)
      await call.lifecycle.emit('call_started', { call: started })
      const url = call.agent.lineUrl
      if (url === null) {
        call.greeting = fillKnown(call.agent.beginMessage ?? '', variablesOf(call))
        return viewOf(call)
      }
      call.line = dialLine({ ...lineOf(call, url), details: { ...started } })
      await call.line.greeting()
      return await afterTurn(call)
    },
    async say(callId, token, text) {
      const call = held(callId, token)
      if (call.reason !== null) return viewOf(call)
      await call.line?.say(text)
      return await afterTurn(call)
    },
    view: (callId, token) => viewOf(held(callId, token)),
    async hangUp(callId, token) {
      const call = held(callId, token)
      call.line?.hangUp()
      await finish(call, 'user_hangup')
      return viewOf(call)
    },
    async close() {
      closing.abort()
      for (const { line } of calls.values()) line?.hangUp()
      await Promise.all(waiting)
    },
  }
}

function lineOf(call: Held, url: string): DialLine {
  return { url, callId: call.id, from: null, to: '', variables: variablesOf(call) }
}

function variablesOf({ id, agent, wish }: Pick<Held, 'id' | 'agent' | 'wish'>): Record<string, string> {
  return { ...agent.variables, call_id: id, call_type: 'web_call', ...wish.variables }
}

function viewOf(call: Held): WebCallView {
  const greeted = call.greeting === '' ? [] : [{ role: 'agent' as const, content: call.greeting }]
  const said = call.line?.transcript.map(({ role, content }) => ({ role, content })) ?? greeted
  const noModel = call.line === null && call.startedAt !== null && call.agent.lineUrl === null
  return {
    call_id: call.id,
    status: statusOf(call),
    reason: call.reason,
    transcript: noModel ? [...said, { role: 'agent', content: NO_MODEL }] : said,
  }
}

function statusOf({ reason, startedAt }: Held): WebCallResponse['call_status'] {
  if (reason !== null) return statusAfter(reason)
  return startedAt === null ? 'registered' : 'ongoing'
}

/** Without direction and numbers; its token is a secret, and is in it all the same. */
function callObject(call: Held): WebCallResponse {
  const { agent, wish, startedAt, endedAt, reason } = call
  const durationMs = startedAt === null || endedAt === null ? 0 : endedAt - startedAt
  const said = viewOf(call).transcript.map(utterance => ({ ...utterance, words: [] }))
  return {
    ...{ call_id: call.id, call_type: 'web_call', access_token: call.token, call_status: statusOf(call) },
    ...{ agent_id: agent.id, agent_version: agent.version, agent_name: agent.name },
    data_storage_setting: agent.storage,
    ...(wish.metadata === undefined ? {} : { metadata: wish.metadata }),
    ...(Object.keys(wish.variables).length > 0
      ? { retell_llm_dynamic_variables: { ...wish.variables } }
      : {}),
    ...(startedAt === null ? {} : { start_timestamp: startedAt }),
    ...(reason === null ? {} : { disconnection_reason: reason }),
    ...(endedAt === null ? {} : { end_timestamp: endedAt, duration_ms: durationMs, transcript_object: said }),
    ...(startedAt === null || endedAt === null ? {} : { call_cost: callCost(durationMs) }),
  }
}

function lifecycleOf(
  { target, now, signingNow, retryDelaysMs }: WebCallParts,
  call: {
    id: string
    agent: AnsweringAgent
    variables: Readonly<Record<string, string>>
    signal: AbortSignal
  },
): Lifecycle {
  const record: CallRecord = {
    ...{ call_id: call.id, title: 'Webanruf', recording: null, from: '', to: '', pace: 'natural' },
    ...{ placed_at: now(), finished_at: null, state: 'running', problem: null, problems: [] },
    ...{ inbound: 'skipped', ringing_ms: null, dropped: [], exchanges: [], transcript: [] },
  }
  const faults = Faults.parse({})
  const { signal } = call
  const line = createProductLine({ target: target(), now, signingNow, sign: 'valid', record, signal })
  const agent = settingsOf({}, call.agent.wish)
  const variables = { call_id: call.id, call_type: 'web_call', ...call.variables }
  return createLifecycle({ line, record, agent, faults, retryDelaysMs, variables })
}
