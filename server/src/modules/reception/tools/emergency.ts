import { say } from '../domain/dialogue/say/say.ts'
import { fold } from '../domain/dialogue/understand/hear.ts'
import { says } from '../domain/dialogue/understand/phrase-pattern.ts'
import { allLexicons } from '../domain/dialogue/words/lexicons.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

/** Where people come for their health, words for an emergency in whatever a model passes on. */
export function hearsEmergency({ tenant }: ToolContext, args: unknown): boolean {
  if (tenant.sector !== 'health' || typeof args !== 'object' || args === null) return false
  const words = fold(
    Object.values(args)
      .filter(value => typeof value === 'string')
      .join('. '),
  )
  return allLexicons.some(({ emergency }) => says(emergency, words))
}

/** The sentence about 112 comes first, whatever else the tool says. */
export function warnedAnswer({ lang }: ToolContext, answer: ToolAnswer): ToolAnswer {
  return { ...answer, say: `${say('emergency', {}, lang)} ${answer.say}`, emergency: true }
}
