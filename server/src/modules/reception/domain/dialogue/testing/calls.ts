import type { ToolArgs, ToolName } from '../tools.ts'
import { type Answers, toolsAnswering } from './fake-tools.ts'
import { type ScriptedCall, scriptedCall } from './scripted-call.ts'
import { salon } from './worlds.ts'

/** What brings a call at the salon to the moment that a test is about. */
const until = {
  greeting: [],
  day: ['Einen Herrenschnitt bitte'],
  offer: ['Einen Herrenschnitt bitte', 'morgen Nachmittag'],
  name: ['Einen Herrenschnitt bitte', 'morgen Nachmittag', 'der erste'],
  email: ['Einen Herrenschnitt bitte', 'morgen Nachmittag', 'der erste', 'Jonas Feld'],
  confirmation: ['Einen Herrenschnitt bitte', 'morgen Nachmittag', 'der erste', 'Jonas Feld', 'nein'],
  booked: ['Einen Herrenschnitt bitte', 'morgen Nachmittag', 'der erste', 'Jonas Feld', 'nein', 'ja'],
} as const

export function callUntil(
  moment: keyof typeof until,
  { answers = {}, callerNumber = 'shown' }: { answers?: Answers; callerNumber?: 'shown' | 'withheld' } = {},
): ScriptedCall {
  const call = scriptedCall({ catalogue: salon, tools: toolsAnswering(answers), callerNumber })
  for (const utterance of until[moment]) call.say(utterance)
  return call
}

export function argsOf<Name extends ToolName>(call: ScriptedCall, name: Name): ToolArgs[Name][] {
  return call.toolCalls.filter(made => made.name === name).map(made => made.args as ToolArgs[Name])
}
