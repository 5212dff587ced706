/** Plays the steps of a script: what is said, what the tools are asked, what they answered. */
import { setTimeout as delay } from 'node:timers/promises'
import type { AgentSettings } from './agent-settings.ts'
import type { CallIdentity } from './call-object.ts'
import { type CallRecord, noteProblem } from './call-record.ts'
import type { CallStep, Faults } from './call-script.ts'
import { callTool } from './call-tool.ts'
import type { ProductLine } from './product-line.ts'
import { fillKnown, fillSentence, fillValue, type Scope } from './template.ts'
import type { Transcript } from './transcript.ts'

export interface Conversation {
  /** Plays all steps; false if one of them could not be played, with the problem in the record. */
  play(steps: readonly CallStep[]): Promise<boolean>
  /** Time from the caller's last word to the agent's first, one value per turn. */
  readonly latenciesMs: readonly number[]
  /** Dynamic variables that answers of tools have set. */
  readonly collected: Readonly<Record<string, string>>
}

export interface ConversationOptions {
  readonly identity: CallIdentity
  readonly startedAt: number
  readonly transcript: Transcript
  readonly line: ProductLine
  readonly record: CallRecord
  readonly agent: AgentSettings
  readonly faults: Faults
  readonly signal: AbortSignal
  readonly onTurn: () => Promise<void>
}

type ToolStep = Extract<CallStep, { tool: string }>

export function createConversation(options: ConversationOptions): Conversation {
  const { identity, transcript, record, signal } = options
  const latenciesMs: number[] = []
  const collected: Record<string, string> = {}
  const scope: Record<string, unknown> = { ...identity.setup.dynamicVariables }
  let beginMessage = identity.setup.beginMessage
  let thinkingMs = 0
  let callerSpoke = false

  const say = async (role: 'agent' | 'user', content: string) => {
    if (role === 'agent' && callerSpoke)
      latenciesMs.push(Math.round(thinkingMs + modelLatency(latenciesMs.length)))
    if (role === 'user') thinkingMs = 0
    callerSpoke = role === 'user'
    transcript.say(role, content)
    record.transcript = transcript.fields().transcript_with_tool_calls
    await naturalPause(record.pace, content.length, signal)
    await options.onTurn()
  }

  const speak = async (sentence: string): Promise<boolean> => {
    if (beginMessage !== undefined) {
      const opening = fillKnown(beginMessage, identity.setup.dynamicVariables)
      beginMessage = undefined
      await say('agent', opening)
      return true
    }
    const filled = fillSentence(sentence, scope)
    if (filled.kind === 'missing') return missing(record, filled.path, scope)
    await say('agent', filled.value)
    return true
  }

  const ask = async (step: ToolStep): Promise<boolean> => {
    const args = fillValue(step.args, scope)
    if (args.kind === 'missing') return missing(record, args.path, scope)
    const variables = { ...knownVariables(identity), ...collected }
    const answer = await callTool({ ...options, variables }, latenciesMs, {
      ...{ name: step.tool, args: args.value },
      meanwhile: async () => {
        if (step.meanwhile !== undefined) await say('user', step.meanwhile)
      },
    })
    thinkingMs += answer.tookMs
    Object.assign(collected, answer.variables)
    Object.assign(scope, answer.variables)
    if (step.save !== undefined) scope[step.save] = answer.value
    return true
  }

  const playStep = async (step: CallStep): Promise<boolean> => {
    if ('agent' in step) return speak(step.agent)
    if ('tool' in step) return ask(step)
    if ('user' in step) await say('user', step.user)
    else {
      transcript.wait(step.pause)
      if (record.pace === 'natural') await delay(step.pause, undefined, { signal })
    }
    return true
  }

  return {
    latenciesMs,
    collected,
    async play(steps) {
      for (const step of steps) {
        signal.throwIfAborted()
        if (!(await playStep(step))) return false
      }
      return true
    },
  }
}

/** What the product has set for the call, and what Retell knows of every call. */
export function knownVariables({ callId, direction, from, to, setup }: CallIdentity): Record<string, string> {
  const [user, agent] = direction === 'inbound' ? [from, to] : [to, from]
  return {
    ...{ call_id: callId, call_type: 'phone_call', direction, user_number: user, agent_number: agent },
    ...setup.dynamicVariables,
  }
}

function missing(record: CallRecord, path: string, scope: Scope): false {
  const name = path.split(/[.|]/)[0] ?? path
  const known = JSON.stringify(scope[name])
  const instead = known === undefined ? `there is no answer "${name}"` : `${name} is ${known.slice(0, 400)}`
  noteProblem(record, `the script needs {{${path}}}, but ${instead}`)
  return false
}

/** A person takes longer over a longer sentence; nothing is waited for at pace instant. */
async function naturalPause(pace: CallRecord['pace'], letters: number, signal: AbortSignal): Promise<void> {
  if (pace === 'natural') await delay(Math.min(1_200, 600 + letters * 5), undefined, { signal })
}

/** Recognition, model and voice of a made-up provider; it differs from turn to turn, and is always the same. */
function modelLatency(turn: number): number {
  return 610 + ((turn * 173) % 320)
}
