import type { HoldResult } from '../../scheduling/index.ts'
import type { SpeechLanguage } from '../domain/speech/speech-language.ts'
import { spokenSlots } from './say-slot.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer } from './tool.ts'

/** Why a slot could not be had, whether to keep it or to book it. */
export function refusalAnswer(
  result: Exclude<HoldResult, { kind: 'held' }>,
  lang: SpeechLanguage,
): ToolAnswer {
  const sentences = sentencesOf(lang)
  switch (result.kind) {
    case 'taken':
      return {
        status: 'taken',
        say: sentences.taken(result.alternatives),
        alternatives: spokenSlots(result.alternatives, lang),
      }
    case 'expired':
      return { status: 'expired', say: sentences.expired }
    case 'invalid_token':
      return { status: 'invalid_token', say: sentences.invalidToken }
    default:
      return result satisfies never
  }
}
