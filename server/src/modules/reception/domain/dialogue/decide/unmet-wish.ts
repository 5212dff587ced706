import { givenValue } from '../capture/capture-detail.ts'
import type { ToolAnswers, ToolArgs } from '../tools.ts'
import { askAnythingElse } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { callTool, type Turn, withLead } from './turn.ts'

/** What was looked up for the caller, who took none of it: a wish, whoever ends the call. Null: there is none. */
export function unmetWish({ task, wish, caller, lastTurn }: DialogueState): ToolArgs['record_wish'] | null {
  // Who is put through or sent to help is given more than a time.
  if (lastTurn.acts.includes('transfer') || lastTurn.acts.includes('emergency')) return null
  const settled = wish.chosen !== null || wish.series?.dates?.agreed === 'yes'
  if (task !== 'booking' || wish.tried.length === 0 || settled) return null
  const name = wish.attendee === 'caller' ? givenValue(caller.name) : null
  return {
    ...(wish.service === null ? {} : { service: wish.service }),
    when: wish.tried.join('; ').slice(0, 300),
    ...(wish.staff === null ? {} : { staff: wish.staff }),
    ...(name === null ? {} : { name }),
  }
}

/** The caller wants none of it any more; what they had asked for in vain is noted. */
export function giveUpWish(before: DialogueState): Turn {
  const args = unmetWish(before)
  const state = { ...before, wish: noWish, pendingWish: null, change: null }
  return args === null ? askAnythingElse(state) : callTool(state, 'record_wish', args)
}

export function onWish(state: DialogueState, answer: ToolAnswers['record_wish']): Turn {
  const act = answer.status === 'noted' ? 'wish_noted' : 'apologise'
  return askAnythingElse(withLead(state, { act, text: answer.say }))
}
