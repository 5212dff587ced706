import { NUMBER_AGENT, settingsOf } from '../../sandbox/retell/agent-settings.ts'
import { type CallStep, Faults } from '../../sandbox/retell/call-script.ts'
import { createConversation } from '../../sandbox/retell/conversation.ts'
import type { Exchange } from '../../sandbox/retell/exchange.ts'
import { newCallId } from '../../sandbox/retell/ids.ts'
import { createProductLine } from '../../sandbox/retell/product-line.ts'
import type { Target } from '../../sandbox/retell/target.ts'
import { createTranscript } from '../../sandbox/retell/transcript.ts'

export type HostedCall = {
  readonly id: string
  said(role: 'agent' | 'user', text: string): Promise<void>
  /** Asks a tool, and returns what the product answered to each request for it. */
  ask(tool: { name: string; args: Record<string, unknown>; save?: string }): Promise<Exchange[]>
}

/** A call on the simulator whose agent is a hosted model; `requests: 2` sends each tool twice at the same moment. */
export function createHostedCall(options: {
  target: Target
  from: string
  to: string
  now: () => number
  requests: 1 | 2
}): HostedCall {
  const { target, from, to, now } = options
  const signal = new AbortController().signal
  const transcript = createTranscript()
  const record = {
    ...{ call_id: newCallId(), title: 'hosted', recording: null, from, to, pace: 'instant' as const },
    ...{ placed_at: now(), finished_at: null, state: 'running' as const, problem: null, problems: [] },
    ...{
      ringing_ms: null,
      inbound: 'skipped' as const,
      dropped: [],
      exchanges: [] as Exchange[],
      transcript: [],
    },
  }
  const line = createProductLine({ target, now, signingNow: now, sign: 'valid', record, signal })
  const conversation = createConversation({
    identity: {
      ...{ callId: record.call_id, direction: 'inbound', from, to, agent: NUMBER_AGENT },
      setup: { dynamicVariables: {} },
    },
    ...{ startedAt: now(), transcript, line, record, signal, onTurn: async () => {} },
    agent: settingsOf({}, {}),
    faults: Faults.parse({ double_tools: options.requests === 2 }),
  })
  const play = async (step: CallStep): Promise<void> => {
    if (!(await conversation.play([step]))) throw new Error(record.problems.at(-1))
  }
  return {
    id: record.call_id,
    said: async (role, text) => {
      if (text !== '') await play(role === 'agent' ? { agent: text.replaceAll(/[{}]/g, '') } : { user: text })
    },
    ask: async ({ name, args, save }) => {
      const before = record.exchanges.length
      await play({ tool: name, args, ...(save === undefined ? {} : { save }) })
      return record.exchanges.slice(before)
    },
  }
}
