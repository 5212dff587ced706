import { say } from '../say/say.ts'
import type { Slot, ToolAnswers } from '../tools.ts'
import { askDay, askService, offerCallback } from './continue-task.ts'
import type { DialogueState, Part, Wish } from './dialogue-state.ts'
import { withoutOffer } from './take-slots.ts'
import { ask, askAfter, type Turn } from './turn.ts'
import { offerWaitlist } from './waitlist.ts'

type Answer = ToolAnswers['find_slots']

export function onFindSlots(state: DialogueState, answer: Answer): Turn {
  switch (answer.status) {
    case 'free':
      return offerSlots(state, { slots: answer.slots, say: answer.say, found: 'wanted' })
    case 'none_then':
      return answer.slots.length === 0
        ? nothingNear(state, answer.say)
        : offerSlots(state, { slots: answer.slots, say: answer.say, found: 'instead' })
    case 'closed':
      return offerSlots(state, { slots: answer.slots ?? [], say: answer.say, found: 'instead' })
    case 'ask':
      return askBack(state, answer)
    case 'contradictory':
      return clarifyDay(state, answer.candidates ?? [], answer.say)
    case 'past':
      return askAfter(withDays(state, []), 'day', {
        told: { act: null, text: answer.say },
        question: { act: 'clarify_day', text: say('ask_day', { why: 'first' }, state.lang) },
      })
    case 'too_soon':
      return earliestInstead(state, answer)
    case 'too_far':
      return askDay(state, 'first', { act: 'inform_policy', text: answer.say })
    case 'unknown_service':
      return askService(state, { act: null, text: answer.say })
    default:
      return couldNotFindOut(state, answer.say)
  }
}

/** A yes is one to the earliest that was named; a no is left to a person, who may do more. */
function earliestInstead(
  state: DialogueState,
  { candidates = [], say: text }: { candidates?: readonly string[]; say: string },
): Turn {
  const asked = askDay(state, 'first', { act: 'inform_policy', text })
  return { ...asked, state: { ...asked.state, wish: { ...asked.state.wish, whenCandidates: candidates } } }
}

const offersCallbackAfter = 3

/** Offers what a tool found, in the tool's words; without a single slot another day is asked, at last a callback. */
export function offerSlots(
  state: DialogueState,
  { slots, say: text, found }: { slots: readonly Slot[]; say: string; found: 'wanted' | 'instead' },
): Turn {
  if (slots.length === 0) return offerNothing(state, text)
  const repeats = found === 'instead' && state.waitsFor === 'choice' && state.question.text === text
  if (repeats && state.task === 'booking') return offerWaitlist(state)
  const wish: Wish = { ...state.wish, offer: { slots, say: text, found }, chosen: null, fruitless: 0 }
  const offer: Part = { act: 'offer', text }
  return ask(
    { ...state, wish },
    'choice',
    found === 'wanted' ? [offer] : [{ act: 'none_free', text: '' }, offer],
  )
}

function offerNothing(state: DialogueState, text: string): Turn {
  const fruitless = state.wish.fruitless + 1
  if (fruitless >= offersCallbackAfter) return nothingNear(state, text)
  return askDay({ ...state, wish: { ...state.wish, fruitless } }, 'first', { act: 'none_free', text })
}

/** Neither then nor soon after: a person may still find something, and the caller may still name another day. */
function nothingNear(state: DialogueState, text: string): Turn {
  const wish = { ...withoutOffer(state.wish), fruitless: 0 }
  return offerCallback({ ...state, wish }, { why: 'lost', said: '', told: { act: 'none_free', text } })
}

/** "I could not find out" is never read as free, as full or as done (failure 79). */
export function couldNotFindOut(state: DialogueState, text: string): Turn {
  return offerCallback(state, { why: 'lost', said: '', told: { act: 'apologise', text } })
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
      return askAfter({ ...state, wish: withoutOffer(state.wish) }, 'other_staff', {
        told: { act: null, text },
        question: { act: 'ask_other_staff', text: say('ask_other_staff', {}, state.lang) },
      })
    default: {
      if (candidates !== undefined && candidates.length > 0) return clarifyDay(state, candidates, text)
      return ask(withDays(state, []), 'day', [{ act: what === 'time' ? 'ask_time' : 'ask_day', text }])
    }
  }
}

function clarifyDay(state: DialogueState, candidates: readonly string[], text: string): Turn {
  return ask(withDays(state, candidates), 'day', [{ act: 'clarify_day', text }])
}

function withDays(state: DialogueState, whenCandidates: readonly string[]): DialogueState {
  return { ...state, wish: { ...withoutOffer(state.wish), whenCandidates } }
}
