import type { Slot, ToolAnswers } from '../tools.ts'
import { askDay, askService, offerCallback } from './continue-task.ts'
import type { DialogueState, Part, Wish } from './dialogue-state.ts'
import { withoutOffer } from './take-slots.ts'
import { ask, type Turn, withLead } from './turn.ts'

type Answer = ToolAnswers['find_slots']

export function onFindSlots(state: DialogueState, answer: Answer): Turn {
  switch (answer.status) {
    case 'free':
      return offerSlots(state, { slots: answer.slots, say: answer.say, found: 'wanted' })
    case 'none_then':
    case 'closed':
      return offerSlots(state, { slots: answer.slots ?? [], say: answer.say, found: 'instead' })
    case 'ask':
      return askBack(state, answer)
    case 'contradictory':
      return clarifyDay(state, answer.candidates ?? [], answer.say)
    case 'past':
      return clarifyDay(state, [], answer.say)
    case 'too_soon':
    case 'too_far':
      return askDay(withLead(state, { act: 'inform_policy', text: answer.say }), 'first')
    case 'unknown_service':
      return askService(
        withLead({ ...state, wish: withoutOffer(state.wish) }, { act: null, text: answer.say }),
      )
    default:
      return offerCallback(withLead(state, { act: 'apologise', text: answer.say }), 'lost', '')
  }
}

const offersCallbackAfter = 3

/** Offers what a tool found, in the tool's words; without a single slot another day is asked, at last a callback. */
export function offerSlots(
  state: DialogueState,
  { slots, say: text, found }: { slots: readonly Slot[]; say: string; found: 'wanted' | 'instead' },
): Turn {
  if (slots.length === 0) return offerNothing(state, text)
  const wish: Wish = { ...state.wish, offer: { slots, say: text }, chosen: null, fruitless: 0 }
  const offer: Part = { act: 'offer', text }
  return ask(
    { ...state, wish },
    'choice',
    found === 'wanted' ? [offer] : [{ act: 'none_free', text: '' }, offer],
  )
}

function offerNothing(state: DialogueState, text: string): Turn {
  const fruitless = state.wish.fruitless + 1
  const told = withLead(
    { ...state, wish: { ...withoutOffer(state.wish), when: null, fruitless } },
    { act: 'none_free', text },
  )
  return fruitless >= offersCallbackAfter ? offerCallback(told, 'lost', '') : askDay(told, 'first')
}

function askBack(
  state: DialogueState,
  { what, candidates, say: text }: Extract<Answer, { status: 'ask' }>,
): Turn {
  switch (what) {
    case 'service': {
      const wish = { ...withoutOffer(state.wish), service: null, serviceCandidates: candidates ?? [] }
      const act = candidates === undefined || candidates.length === 0 ? 'ask_service' : 'clarify_service'
      return ask({ ...state, wish }, 'service', [{ act, text }])
    }
    case 'staff':
      return ask(state, 'other_staff', [{ act: 'ask_other_staff', text }])
    case 'time':
      return ask(withDays(state, candidates ?? []), 'day', [{ act: 'ask_time', text }])
    default:
      return candidates === undefined || candidates.length === 0
        ? ask(withDays(state, []), 'day', [{ act: 'ask_day', text }])
        : clarifyDay(state, candidates, text)
  }
}

function clarifyDay(state: DialogueState, candidates: readonly string[], text: string): Turn {
  return ask(withDays(state, candidates), 'day', [{ act: 'clarify_day', text }])
}

function withDays(state: DialogueState, whenCandidates: readonly string[]): DialogueState {
  return { ...state, wish: { ...withoutOffer(state.wish), whenCandidates } }
}
