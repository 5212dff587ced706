/**
 * A test call that someone writes. States: `idle` → `dialling` → `open` ⇄ `waiting` → `ended` → `idle`.
 * A dial that fails goes back to `idle` with its reason; a sentence that did not arrive stays in its line,
 * marked `lost`, and the conversation is `open` for another try. An answer counts only while its own call waits
 * for it: what arrives after hanging up changes nothing.
 */
export type Line = {
  id: number
  speaker: 'caller' | 'receptionist'
  text: string
  /** How long the answer took, measured here; only on the first line of an answer. */
  tookMs: number | null
  delivery: 'delivered' | 'lost'
}

export type Conversation = {
  phase: 'idle' | 'dialling' | 'open' | 'waiting' | 'ended'
  from: string | null
  callId: string | null
  startedMs: number | null
  lines: Line[]
  failure: Error | null
}

export type ConversationEvent =
  | { type: 'dialled'; from: string | null }
  | { type: 'dial-failed'; failure: Error }
  | { type: 'connected'; callId: string; atMs: number; texts: string[] }
  | { type: 'said'; text: string }
  | { type: 'answered'; callId: string; texts: string[]; tookMs: number; ended: boolean }
  | { type: 'unanswered'; callId: string }
  | { type: 'hung-up' }
  | { type: 'cleared' }

export const idleConversation: Conversation = {
  phase: 'idle',
  from: null,
  callId: null,
  startedMs: null,
  lines: [],
  failure: null,
}

export const nextConversation = (now: Conversation, event: ConversationEvent): Conversation => {
  switch (event.type) {
    case 'dialled':
      return { ...idleConversation, phase: 'dialling', from: event.from }
    case 'dial-failed':
      return { ...idleConversation, from: now.from, failure: event.failure }
    case 'connected':
      return {
        ...now,
        phase: 'open',
        callId: event.callId,
        startedMs: event.atMs,
        lines: spoken(now.lines, event.texts, null),
      }
    case 'said':
      return { ...now, phase: 'waiting', lines: withSentence(now.lines, event.text) }
    case 'answered':
      if (!isAwaited(now, event)) return now
      return {
        ...now,
        phase: event.ended ? 'ended' : 'open',
        lines: spoken(now.lines, event.texts, event.tookMs),
      }
    case 'unanswered':
      if (!isAwaited(now, event)) return now
      return { ...now, phase: 'open', lines: lastLost(now.lines) }
    case 'hung-up':
      return { ...now, phase: 'ended' }
    case 'cleared':
      return { ...idleConversation, from: now.from }
    default:
      return event satisfies never
  }
}

const isAwaited = (now: Conversation, { callId }: { callId: string }) =>
  now.phase === 'waiting' && now.callId === callId

const spoken = (lines: Line[], texts: string[], tookMs: number | null): Line[] => [
  ...lines,
  ...texts.map(
    (text, index): Line => ({
      id: lines.length + index,
      speaker: 'receptionist',
      text,
      tookMs: index === 0 ? tookMs : null,
      delivery: 'delivered',
    }),
  ),
]

/** A sentence tried again takes the place of the one that was lost. */
const withSentence = (lines: Line[], text: string): Line[] => {
  const kept = lines.at(-1)?.delivery === 'lost' ? lines.slice(0, -1) : lines
  return [...kept, { id: kept.length, speaker: 'caller', text, tookMs: null, delivery: 'delivered' }]
}

const lastLost = (lines: Line[]): Line[] =>
  lines.map((line, index) => (index === lines.length - 1 ? { ...line, delivery: 'lost' } : line))
