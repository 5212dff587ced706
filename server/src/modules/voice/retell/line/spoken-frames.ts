import type { LineTurn, ToolRun } from '../../../reception/index.ts'
import type { FrameOut, Spoken } from './frames.ts'
import { owedBefore } from './listen.ts'
import { mayBeInterrupted } from './owed-words.ts'

/** What a turn says and asks for, as the last words of a response. Text alone: it is spoken. */
export function spokenOf(line: LineTurn): Spoken {
  const owed = owedBefore(line.mark)
  // Without anything new the last turn is said again, and holds what is owed of itself.
  const content = owed === '' || line.turn.text.includes(owed) ? line.turn.text : `${owed} ${line.turn.text}`
  return {
    content: plainSpeech(content),
    content_complete: true,
    ...(owed !== '' || !mayBeInterrupted(line.turn) ? { no_interruption_allowed: true } : {}),
    ...(line.transferTo === null
      ? line.afterwards === 'hang_up'
        ? { end_call: true }
        : {}
      : { transfer_number: line.transferTo }),
  }
}

/** The tools of a turn, woven into Retell's transcript: which and how it ended, none of the caller's data. */
export function toolFrames(ran: readonly ToolRun[], newId: () => string): FrameOut[] {
  return ran.flatMap(({ name, answer }) => {
    const tool_call_id = newId()
    return [
      { response_type: 'tool_call_invocation', tool_call_id, name, arguments: '{}' },
      {
        response_type: 'tool_call_result',
        tool_call_id,
        content: JSON.stringify({ status: answer.status }),
        successful: true,
      },
    ] as const
  })
}

/** Names and articles are other people's text: marks of formatting would be read aloud. */
function plainSpeech(text: string): string {
  return text
    .replaceAll(/[*_`#|<>~]+/g, ' ')
    .replaceAll(/\p{Extended_Pictographic}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
