import { say } from '../say/say.ts'
import type { Slot } from '../tools.ts'
import { takeApart } from '../understand/find-time.ts'
import { fold } from '../understand/hear.ts'
import { affirms, intends, saysWish } from '../understand/meaning.ts'
import { says } from '../understand/phrase-pattern.ts'
import type { Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { askDay, askService, continueTask, findSlots, holdSlot, offerCallback } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { answerGroupService } from './group-wish.ts'
import { misunderstand } from './misunderstand.ts'
import { ask, type Turn } from './turn.ts'
import { giveUpWish } from './unmet-wish.ts'
import { offerWaitlist } from './waitlist.ts'
import { agreesToOffer, withQuestion } from './yes-and-question.ts'

export function answerService(state: DialogueState, heard: Understanding): Turn | null {
  if (state.wish.group.length > 0) return answerGroupService(state, heard)
  const candidates = state.wish.serviceCandidates
  const chosen = chosenOf(candidates, heard)
  if (chosen !== null && (heard.service === null || heard.service.candidates.length > 1)) {
    return continueTask({ ...state, wish: { ...state.wish, service: chosen, serviceCandidates: [] } })
  }
  const declined = candidates.length > 0 && heard.service === null && intends(heard, 'no', 'reject')
  return declined ? askService(state) : null
}

export function answerDay(state: DialogueState, heard: Understanding): Turn | null {
  const chosen = chosenOf(state.wish.whenCandidates, heard)
  const { times } = lexiconOf(state.lang)
  const asksBack = heard.service === null && says(lexiconOf(state.lang).freeAsked, fold(heard.text))
  const open = heard.time === null && (intends(heard, 'any', 'unsure') || asksBack)
  const phrase = chosen ?? (open ? times.soonest : null)
  if (phrase === null && heard.time === null && state.task === 'moving' && heard.towards !== null)
    return continueTask({ ...state, wish: { ...state.wish, when: heard.towards, whenCandidates: [] } })
  if (phrase === null) return withoutDay(state, heard)
  const when = takeApart(phrase, times)
  return continueTask({ ...state, wish: { ...state.wish, when, whenCandidates: [] } })
}

/** "Does it suit you a little later?" may be answered by a yes that still names no day. */
function withoutDay(state: DialogueState, heard: Understanding): Turn | null {
  if (!saysWish(heard) && affirms(heard)) return askedAgain(state, heard, () => askDay(state, 'first'))
  if (saysWish(heard) || !intends(heard, 'no', 'reject')) return null
  if (state.lastTurn.acts.includes('inform_policy'))
    return offerCallback(state, { why: 'lost', said: heard.text })
  const declinedBefore = state.question.text === say('ask_day', { why: 'declined' }, state.lang)
  const asksAgain = state.wish.whenCandidates.length > 0 || (intends(heard, 'reject') && !declinedBefore)
  return asksAgain ? askDay(state, 'declined') : giveUpWish(state)
}

/** The candidate that was pointed at, or the only one when it was affirmed. */
function chosenOf(candidates: readonly string[], heard: Understanding): string | null {
  if (heard.choice?.kind === 'one') return candidates[heard.choice.index] ?? null
  const [only] = candidates
  return candidates.length === 1 && only !== undefined && affirms(heard) ? only : null
}

export function answerChoice(state: DialogueState, heard: Understanding): Turn | null {
  const slots = state.wish.offer?.slots ?? []
  const [first] = slots
  if (heard.choice?.kind === 'one') return pick(state, slots[heard.choice.index])
  if (heard.choice?.kind === 'several') {
    return askWhich(
      state,
      heard.choice.indexes.flatMap(index => slots[index] ?? []),
    )
  }
  if (agreesToOffer(state, heard)) return pick(withQuestion(state, heard), first)
  if (saysWish(heard)) return null
  if (affirms(heard))
    return slots.length === 1 ? pick(state, first) : askedAgain(state, heard, () => askWhich(state, slots))
  if (intends(heard, 'later', 'earlier', 'other', 'goodbye', 'abandon')) return null
  if (intends(heard, 'any') && !intends(heard, 'no', 'reject')) return pick(state, first)
  if (!intends(heard, 'no', 'reject')) return null
  return mayWait(state) ? offerWaitlist(state) : askDay(state, 'declined')
}

/** The same question a second time has led nowhere once; a third time there is a way out. */
function askedAgain(state: DialogueState, heard: Understanding, question: () => Turn): Turn {
  const asked = question()
  return asked.state.question.text === state.question.text ? misunderstand(state, heard, question) : asked
}

/** Who was offered other times than they asked for may wait for those. */
function mayWait({ task, wish }: DialogueState): boolean {
  return task === 'booking' && wish.offer?.found === 'instead'
}

function pick(state: DialogueState, slot: Slot | undefined): Turn | null {
  if (slot === undefined) return null
  const wish = { ...state.wish, tried: [], chosen: { slot, state: 'picked' as const, askNote: null } }
  if (state.task === 'moving') return continueTask({ ...state, wish })
  if (wish.group.length > 0) return continueTask({ ...state, wish })
  return holdSlot({ ...state, wish }, slot.token)
}

function askWhich(state: DialogueState, slots: readonly Slot[]): Turn {
  const text = say('offer', { which: slots.map(slot => slot.spoken) }, state.lang)
  const found = state.wish.offer?.found ?? 'wanted'
  const wish = { ...state.wish, offer: { slots, say: text, found } }
  return ask({ ...state, wish }, 'choice', [{ act: 'offer', text }])
}

export function answerOtherStaff(state: DialogueState, heard: Understanding): Turn | null {
  const anyone = affirms(heard) || (intends(heard, 'any') && !intends(heard, 'no', 'reject'))
  if (anyone && !saysWish(heard)) return findSlots({ ...state, wish: { ...state.wish, staff: null } })
  return intends(heard, 'no', 'reject') && !saysWish(heard) ? askDay(state, 'declined') : null
}
