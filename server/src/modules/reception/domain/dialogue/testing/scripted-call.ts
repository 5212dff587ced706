import type { Lang } from '../acts.ts'
import type { Catalogue } from '../catalogue.ts'
import { decide } from '../decide/decide.ts'
import { type DialogueState, expectingOf } from '../decide/dialogue-state.ts'
import { onToolAnswer } from '../decide/on-tool-answer.ts'
import { startDialogue } from '../decide/start-dialogue.ts'
import type { Speak, Turn } from '../decide/turn.ts'
import type { CallTool, ToolAnswers, ToolName } from '../tools.ts'
import { understand } from '../understand/understand.ts'
import { findTimeByWords } from './find-time-by-words.ts'
import { findTimeInEnglish } from './find-time-in-english.ts'

export type Tools = (call: CallTool) => ToolAnswers[ToolName]

export type ScriptedCall = {
  /** Says something and returns the receptionist's turn; the state goes through JSON, as it does between turns. */
  readonly say: (utterance: string) => Speak
  readonly greeting: Speak
  readonly toolCalls: CallTool[]
  readonly state: () => DialogueState
}

export function scriptedCall({
  catalogue,
  tools,
  callerNumber = 'shown',
  mail = 'configured',
  lang = 'de',
  upcoming = [],
}: {
  catalogue: Catalogue
  tools: Tools
  callerNumber?: 'shown' | 'withheld'
  mail?: 'configured' | 'not_configured'
  lang?: Lang
  upcoming?: readonly string[]
}): ScriptedCall {
  const toolCalls: CallTool[] = []
  const opening = startDialogue({ lang, homeLang: 'de', catalogue, callerNumber, mail, upcoming })
  let state = opening.state
  const say = (utterance: string): Speak => {
    const before = JSON.parse(JSON.stringify(state)) as DialogueState
    const heard = understand(utterance, expectingOf(before), {
      lang: before.lang,
      catalogue,
      findTime: before.lang === 'de' ? findTimeByWords : findTimeInEnglish,
    })
    const turn = untilSpoken(decide(before, heard), tools, toolCalls)
    state = turn.state
    return turn.next
  }
  if (opening.next.kind !== 'speak') throw new Error('A call begins with words.')
  return { say, greeting: opening.next, toolCalls, state: () => state }
}

const mostToolsPerTurn = 4

function untilSpoken(
  first: Turn,
  tools: Tools,
  toolCalls: CallTool[],
): { state: DialogueState; next: Speak } {
  let { state, next } = first
  for (let calls = 0; next.kind === 'call_tool'; calls += 1) {
    if (calls === mostToolsPerTurn) throw new Error(`More than ${mostToolsPerTurn} tool calls in one turn.`)
    toolCalls.push(next)
    ;({ state, next } = onToolAnswer(state, next.name, tools(next)))
  }
  return { state, next }
}
