import { type HoldRefusal, PROBLEM_OF, schedulingErrors } from '../../scheduling/index.ts'
import type { SpeechLanguage } from '../domain/speech/speech-language.ts'
import { spokenSlots } from './say-slot.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer } from './tool.ts'

/**
 * Why a slot could not be had, whether to keep it or to book it. The statuses are few, so that a model or the
 * conversation in text knows what to do next; the sentence says which refusal it was.
 */
export function refusalAnswer(refusal: HoldRefusal, lang: SpeechLanguage): ToolAnswer {
  const sentences = sentencesOf(lang)
  const said = schedulingErrors[PROBLEM_OF[refusal.kind]].spoken[lang]
  switch (refusal.kind) {
    case 'taken':
      return {
        status: 'taken',
        say: sentences.taken(refusal.alternatives),
        alternatives: spokenSlots(refusal.alternatives, lang),
      }
    case 'closed':
      return {
        status: 'taken',
        say: `${said} ${sentences.instead(refusal.alternatives)}`,
        alternatives: spokenSlots(refusal.alternatives, lang),
      }
    case 'expired':
      return { status: 'expired', say: sentences.expired }
    case 'past':
    case 'beyond_horizon':
    case 'service_gone':
      return { status: 'expired', say: said }
    case 'invalid_token':
      return { status: 'invalid_token', say: sentences.invalidToken }
    case 'too_many_holds':
    case 'held_too_long':
      return { status: 'not_available', say: said }
    default:
      return refusal satisfies never
  }
}
