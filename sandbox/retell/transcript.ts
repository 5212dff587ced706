/**
 * What was said in a call, as Retell reports it: the plain text, the utterances with the audio time of each
 * word, and the utterances woven with the tool calls. Audio time runs at speaking speed, whatever the pace.
 */
import type { PhoneCallResponse } from 'retell-sdk/resources/call'

export type WovenItem = NonNullable<PhoneCallResponse['transcript_with_tool_calls']>[number]
type Utterance = PhoneCallResponse.TranscriptObject

/** The three views of the transcript that a call object carries. */
export type TranscriptFields = Required<
  Pick<PhoneCallResponse, 'transcript' | 'transcript_object' | 'transcript_with_tool_calls'>
>

export interface Transcript {
  say(role: 'agent' | 'user', content: string): void
  invoke(tool: { id: string; name: string; args: unknown }): void
  answer(tool: { id: string; content: string; successful: boolean }): void
  /** Lets audio time pass without words. */
  wait(ms: number): void
  /** Copies that later words do not change. */
  fields(): TranscriptFields
}

const SECONDS_PER_LETTER = 0.074
const SECONDS_BETWEEN_WORDS = 0.03
const SECONDS_BETWEEN_TURNS = 0.35

export function createTranscript(): Transcript {
  const utterances: Utterance[] = []
  const woven: WovenItem[] = []
  let seconds = 0

  return {
    say(role, content) {
      seconds += SECONDS_BETWEEN_TURNS
      const words = content.split(/\s+/).map(word => {
        const start = seconds
        const end = start + Math.max(2, word.length) * SECONDS_PER_LETTER
        seconds = end + SECONDS_BETWEEN_WORDS
        return { word, start: milliseconds(start), end: milliseconds(end) }
      })
      const utterance = { role, content, words }
      utterances.push(utterance)
      woven.push(utterance)
    },
    invoke({ id, name, args }) {
      woven.push({ role: 'tool_call_invocation', tool_call_id: id, name, arguments: JSON.stringify(args) })
    },
    answer({ id, content, successful }) {
      woven.push({ role: 'tool_call_result', tool_call_id: id, content, successful })
    },
    wait(ms) {
      seconds += ms / 1000
    },
    fields: () => ({
      transcript: utterances.map(({ role, content }) => `${SPEAKER[role]}: ${content}\n`).join(''),
      transcript_object: [...utterances],
      transcript_with_tool_calls: [...woven],
    }),
  }
}

const SPEAKER: Record<Utterance['role'], string> = {
  agent: 'Agent',
  user: 'User',
  transfer_target: 'Transfer Target',
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
