import type { HoldResult } from '../../scheduling/index.ts'
import { spokenSlots } from './say-slot.ts'
import { german } from './sentences.ts'
import type { ToolAnswer } from './tool.ts'

/** Why a slot could not be had, whether to keep it or to book it. */
export function refusalAnswer(result: Exclude<HoldResult, { kind: 'held' }>): ToolAnswer {
  switch (result.kind) {
    case 'taken':
      return {
        status: 'taken',
        say: german.taken(result.alternatives),
        alternatives: spokenSlots(result.alternatives),
      }
    case 'expired':
      return { status: 'expired', say: german.expired }
    case 'invalid_token':
      return { status: 'invalid_token', say: german.invalidToken }
    default:
      return result satisfies never
  }
}
