/**
 * A call whose agent is the product itself (custom LLM): Retell's side of the websocket, spoken by somebody who says
 * when. What is said becomes the transcript; a response counts only under the latest id and only until it is complete;
 * what the agent says counts as spoken unless the caller breaks in.
 */
import type { DisconnectionReason } from '../disconnection.ts'
import { newCallId } from '../ids.ts'
import { fillKnown } from '../template.ts'
import { connectLine } from './connect-line.ts'
import { type LineClock, realClock } from './line-clock.ts'
import type { ServerFrame, SpokenFrame } from './line-frames.ts'

export interface DialLine {
  /** The agent's `llm_websocket_url`; the call's id is added. */
  readonly url: string
  readonly callId?: string
  /** Null: withheld. */
  readonly from: string | null
  readonly to: string
  readonly direction?: 'inbound' | 'outbound'
  /** Of what the server may ask (`call_details`); default: a phone call between the two. */
  readonly details?: Readonly<Record<string, unknown>>
  /** For variables in the address. */
  readonly variables?: Readonly<Record<string, string>>
  readonly clock?: LineClock
  /** Without `content_complete` the caller hears nothing more; so long after the request that is noted. */
  readonly stallMs?: number
}

export interface LineUtterance {
  readonly role: 'agent' | 'user'
  content: string
}

/** What came of one request. */
export interface AgentTurn {
  readonly responseId: number
  /** Everything spoken under this id, a holding line included. */
  content: string
  /** `overtaken`: the caller spoke on and a newer request took its place. */
  state: 'open' | 'complete' | 'stalled' | 'overtaken' | 'line_gone'
  noInterruption: boolean
  /** Pending until the words are spoken; an interruption calls it off. */
  afterwards:
    | { kind: 'end_call' }
    | { kind: 'transfer'; number: string }
    | { kind: 'digit'; digit: string }
    | null
  readonly tools: string[]
  readonly firstWordsMs: number | null
}

export interface Line {
  readonly callId: string
  readonly transcript: readonly LineUtterance[]
  /** Frames that were dropped: of an id that is not open, or not of the types agreed on. */
  readonly dropped: readonly string[]
  /** What the server said without being asked (`agent_interrupt`). */
  readonly interrupts: readonly string[]
  /** How often the server has said `config`: once for every socket. */
  readonly configs: () => number
  /** Null while the call goes on. */
  ended(): DisconnectionReason | null
  /** What is said before the caller says anything: response 0. */
  greeting(): Promise<AgentTurn>
  /** The caller says something, after the agent has finished. */
  say(text: string): Promise<AgentTurn>
  /** The caller types on the keypad. */
  press(keys: string): Promise<AgentTurn>
  /** The caller goes on with the sentence: the open response is given up, the same utterance grows. */
  goOn(text: string): Promise<AgentTurn>
  /** The caller breaks in: of the agent's last words only this share was spoken. */
  interrupt(text: string, share?: number): Promise<AgentTurn>
  /** The same request twice, as happens when a pause was taken for the end of the sentence. */
  sayTwice(text: string): Promise<AgentTurn>
  /** The caller says nothing for a while. */
  remind(): Promise<AgentTurn>
  /** The transcript as it is, without asking for anything. */
  update(): void
  /** The agent's words are spoken to the end, and what was to follow them happens. */
  finishSpeaking(): void
  /** The network breaks; Retell dials again. */
  cut(): void
  hangUp(): void
}

export function dialLine(options: DialLine): Line {
  const { clock = realClock, stallMs = 30_000, callId = newCallId() } = options
  const transcript: LineUtterance[] = []
  const dropped: string[] = []
  const interrupts: string[] = []
  const pressed: string[] = []
  let configs = 0
  let lastId = 0
  let reason: DisconnectionReason | null = null
  let speaking: AgentTurn | null = null
  const responses = createResponses(clock, stallMs)

  const request = (kind: 'response_required' | 'reminder_required'): Promise<AgentTurn> => {
    lastId += 1
    const asked = responses.ask(lastId)
    if (reason !== null) responses.closeAll('line_gone')
    socket.send({
      ...{ interaction_type: kind, response_id: lastId, transcript: copy() },
      transcript_with_tool_calls: [...copy(), ...pressed.map(digit => ({ role: 'dtmf', digit }))],
    })
    return asked
  }
  const copy = () => transcript.map(utterance => ({ ...utterance, words: [] }))

  const speak = (content: string) => {
    const last = transcript.at(-1)
    if (content.trim() === '') return
    if (last?.role === 'agent') last.content = `${last.content} ${content}`.replaceAll(/\s+/g, ' ').trim()
    else transcript.push({ role: 'agent', content: content.trim() })
  }

  const hear = (frame: ServerFrame) => {
    if (frame.response_type === 'response') return hearResponse(frame)
    if (frame.response_type === 'agent_interrupt') {
      responses.closeAll('overtaken')
      interrupts.push(frame.content)
      speak(frame.content)
      return
    }
    if (frame.response_type === 'tool_call_invocation') responses.at(lastId)?.turn.tools.push(frame.name)
  }

  const hearResponse = (frame: Extract<SpokenFrame, { response_type: 'response' }>) => {
    const entry = responses.at(frame.response_id)
    if (entry === undefined) {
      dropped.push(JSON.stringify(frame))
      return
    }
    const { turn } = entry
    if (turn.content === '' && frame.content !== '')
      Object.assign(turn, { firstWordsMs: clock.now() - entry.askedAt })
    turn.content += frame.content
    turn.noInterruption ||= frame.no_interruption_allowed === true
    turn.afterwards = actionOf(frame) ?? turn.afterwards
    speak(frame.content)
    speaking = turn
    if (frame.content_complete) responses.close(entry, 'complete')
  }

  const finishAs = (why: DisconnectionReason) => {
    reason ??= why
    responses.closeAll('line_gone')
  }

  const greeted = responses.ask(0)
  const socket = connectLine(lineAddress(options, callId), clock, {
    configured({ call_details }) {
      configs += 1
      if (call_details) socket.send({ interaction_type: 'call_details', call: callDetails(callId, options) })
    },
    frame: hear,
    dropped: text => dropped.push(text),
    ended: finishAs,
  })

  const userSays = (text: string) => transcript.push({ role: 'user', content: text })

  return {
    callId,
    transcript,
    dropped,
    interrupts,
    configs: () => configs,
    ended: () => reason,
    greeting: () => greeted,
    say(text) {
      userSays(text)
      return request('response_required')
    },
    press(keys) {
      pressed.push(...keys)
      return request('response_required')
    },
    goOn(text) {
      // Nothing of an answer that nobody let finish was spoken.
      if (transcript.at(-1)?.role === 'agent' && transcript.at(-2)?.role === 'user') transcript.pop()
      const last = transcript.at(-1)
      if (last?.role === 'user') last.content = `${last.content} ${text}`
      else userSays(text)
      return request('response_required')
    },
    interrupt(text, share = 0.5) {
      const last = transcript.at(-1)
      if (last?.role === 'agent' && speaking?.noInterruption !== true) {
        last.content = firstShare(last.content, share)
        if (last.content === '') transcript.pop()
      }
      if (speaking) speaking.afterwards = null
      userSays(text)
      return request('response_required')
    },
    sayTwice(text) {
      userSays(text)
      void request('response_required')
      return request('response_required')
    },
    remind: () => request('reminder_required'),
    update() {
      socket.send({ interaction_type: 'update_only', transcript: copy(), turntaking: 'user_turn' })
    },
    finishSpeaking() {
      const action = speaking?.afterwards ?? null
      if (action === null || action.kind === 'digit' || reason !== null) return
      finishAs(action.kind === 'end_call' ? 'agent_hangup' : 'call_transfer')
      socket.hangUp()
    },
    cut: socket.cut,
    hangUp() {
      finishAs('user_hangup')
      socket.hangUp()
    },
  }
}

type OpenResponse = {
  readonly turn: AgentTurn
  readonly askedAt: number
  readonly settle: () => void
  readonly callOff: () => void
}

/** What was asked for and is not complete yet: the latest alone. */
function createResponses(clock: LineClock, stallMs: number) {
  const open = new Map<number, OpenResponse>()

  const close = (entry: OpenResponse, state: AgentTurn['state']) => {
    entry.turn.state = state
    entry.callOff()
    // A response that stalled is still open to the server: its late words are spoken.
    if (state !== 'stalled') open.delete(entry.turn.responseId)
    entry.settle()
  }
  const closeAll = (state: AgentTurn['state']) => {
    for (const entry of open.values()) close(entry, state)
  }

  return {
    at: (responseId: number) => open.get(responseId),
    close,
    closeAll,
    ask(responseId: number): Promise<AgentTurn> {
      closeAll('overtaken')
      const { promise, resolve } = Promise.withResolvers<AgentTurn>()
      const turn: AgentTurn = {
        ...{ responseId, content: '', state: 'open', noInterruption: false },
        ...{ afterwards: null, tools: [], firstWordsMs: null },
      }
      const entry: OpenResponse = {
        turn,
        askedAt: clock.now(),
        settle: () => {
          resolve(turn)
        },
        callOff: clock.after(stallMs, () => {
          close(entry, 'stalled')
        }),
      }
      open.set(responseId, entry)
      return promise
    },
  }
}

/** At most one: hanging up before putting through before pressing a key. */
function actionOf(frame: SpokenFrame): AgentTurn['afterwards'] {
  if (frame.end_call === true) return { kind: 'end_call' }
  if (frame.transfer_number !== undefined) return { kind: 'transfer', number: frame.transfer_number }
  return frame.digit_to_press === undefined ? null : { kind: 'digit', digit: frame.digit_to_press }
}

function firstShare(content: string, share: number): string {
  const words = content.split(' ')
  return words.slice(0, Math.floor(words.length * share)).join(' ')
}

/** Plain HTTP addresses mean the websocket beside them. */
function lineAddress({ url, variables = {} }: DialLine, callId: string): string {
  const address = fillKnown(url, variables).replace(/^http/i, 'ws').replace(/\/$/, '')
  return `${address}/${callId}`
}

/** As for a registered call: who calls whom, and nothing of what will be said. */
function callDetails(callId: string, { from, to, direction = 'inbound', details }: DialLine) {
  if (details !== undefined) return details
  return {
    call_id: callId,
    call_type: 'phone_call',
    agent_id: 'agent_5e1f7a90b2c34d6e8f01a2b3c4',
    agent_version: 7,
    call_status: 'registered',
    direction,
    from_number: from ?? 'anonymous',
    to_number: to,
    telephony_identifier: {},
  }
}
