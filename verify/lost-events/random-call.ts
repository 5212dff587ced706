import type { CallRequestInput } from '../../sandbox/retell/start-retell.ts'
import type { Dice } from '../dice.ts'

export type Disturbed = 'undisturbed' | 'lost' | 'doubled' | 'out of order' | 'all of it' | 'never connected'

const BUSINESSES = ['+493023125001', '+493023125002', '+493023125003', '+493023125004']
const LOST = [
  ['call_analyzed'],
  ['call_ended'],
  ['call_ended', 'call_analyzed'],
  ['call_started', 'call_ended', 'call_analyzed'],
] as const
/** Three of ten calls are disturbed. */
const SHARE = 0.3

/** A short call to one of the demo businesses, and what happens to its events. */
export function randomCall(dice: Dice): { request: CallRequestInput; disturbed: Disturbed } {
  const disturbed = dice.chance(SHARE)
    ? dice.pick(['lost', 'lost', 'doubled', 'out of order', 'all of it', 'never connected'] as const)
    : 'undisturbed'
  const request: CallRequestInput = {
    script: {
      from: `+4917139200${dice.between(10, 99)}`,
      to: dice.pick(BUSINESSES),
      steps: [{ agent: 'Guten Tag, hier spricht eine KI.' }, { user: 'Danke, falsch verbunden.' }],
      ended: { disconnection_reason: dice.pick(['user_hangup', 'agent_hangup', 'error_asr'] as const) },
    },
    faults: faultsOf(disturbed, [...dice.pick(LOST)]),
  }
  return { request, disturbed }
}

function faultsOf(
  disturbed: Disturbed,
  drop: NonNullable<NonNullable<CallRequestInput['faults']>['drop']>,
): CallRequestInput['faults'] {
  switch (disturbed) {
    case 'undisturbed':
      return {}
    case 'lost':
      return { drop }
    case 'doubled':
      return { duplicate: true }
    case 'out of order':
      return { reorder: true }
    case 'all of it':
      return { drop, duplicate: true, reorder: true }
    case 'never connected':
      return { drop, not_connected: 'dial_no_answer' }
    default:
      return disturbed satisfies never
  }
}
