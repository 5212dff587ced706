import type { Act } from '../acts.ts'
import type { ActFacts } from '../say/phrases.ts'
import { say } from '../say/say.ts'
import type { CallTool, ToolArgs, ToolName } from '../tools.ts'
import type { DialogueState, Part, WaitsFor } from './dialogue-state.ts'

export type Speak = {
  readonly kind: 'speak'
  readonly acts: readonly Act[]
  readonly text: string
  /** Whether the call is over once this was spoken. */
  readonly afterwards: 'listen' | 'hang_up'
}

export type Turn = { readonly state: DialogueState; readonly next: Speak | CallTool }

/** Speaks what tools left to be said, then the given parts; the last of them is the question that stays open. */
export function ask(state: DialogueState, waitsFor: WaitsFor, parts: readonly [...Part[], Part]): Turn {
  const question = parts[parts.length - 1] ?? state.question
  return utter({ ...state, waitsFor, question, silences: 0, leaving: 'no' }, parts)
}

/** Asks after something was told. A tool's sentence that asks already is the question, and no second one follows. */
export function askAfter(
  state: DialogueState,
  waitsFor: WaitsFor,
  { told, question }: { told: Part | undefined; question: Part },
): Turn {
  if (told === undefined) return ask(state, waitsFor, [question])
  if (!isQuestion(told.text)) return ask(state, waitsFor, [told, question])
  return ask(state, waitsFor, [
    { act: told.act, text: '' },
    { act: question.act, text: told.text },
  ])
}

export function isQuestion(text: string): boolean {
  return text.trimEnd().endsWith('?')
}

/** Speaks, and then puts the question again that was open before. */
export function digress(state: DialogueState, parts: readonly Part[]): Turn {
  return utter(state, [...parts, state.question])
}

/** What a tool's sentence tells, without what it asks on top. */
export function withoutQuestion(text: string): string {
  return text.replace(/\s*[^.?!]*\?$/, '')
}

export function callTool<Name extends ToolName>(
  state: DialogueState,
  name: Name,
  args: ToolArgs[Name],
): Turn {
  return { state, next: { kind: 'call_tool', name, args } as CallTool }
}

/** Keeps a tool's sentence until something is spoken. */
export function withLead(state: DialogueState, part: Part): DialogueState {
  return { ...state, lead: [...state.lead, part] }
}

/** Ends the call, in words of its own or in those of a tool that cannot serve this number at all. */
export function sayGoodbye(state: DialogueState, farewell: ActFacts['goodbye']['why'] | Part): Turn {
  const goodbye: Part = {
    act: 'goodbye',
    text: typeof farewell === 'string' ? say('goodbye', { why: farewell }, state.lang) : farewell.text,
  }
  const parts = typeof farewell === 'string' ? [goodbye] : [{ act: farewell.act, text: '' }, goodbye]
  const turn = utter({ ...state, waitsFor: 'ended', question: goodbye }, parts)
  return { ...turn, next: { ...turn.next, afterwards: 'hang_up' } }
}

/** Ends our part of the call: a person takes over. */
export function putThrough(state: DialogueState, text: string): Turn {
  const transfer: Part = { act: 'transfer', text }
  const turn = utter({ ...state, waitsFor: 'ended', question: transfer }, [transfer])
  return { ...turn, next: { ...turn.next, afterwards: 'hang_up' } }
}

export function utter(state: DialogueState, parts: readonly Part[]): Turn & { readonly next: Speak } {
  const spoken = [...state.lead, ...parts]
  const acts = [...new Set(spoken.flatMap(({ act }) => act ?? []))]
  const text = spoken
    .map(part => part.text)
    .filter(sentence => sentence !== '')
    .join(' ')
  return {
    state: { ...state, lead: [], lastTurn: { acts, text } },
    next: { kind: 'speak', acts, text, afterwards: 'listen' },
  }
}
