import type { Lang } from '../acts.ts'
import { say } from '../say/say.ts'
import { languageWish } from '../understand/language-wish.ts'
import { fillsBlank, intends } from '../understand/meaning.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { askAnythingElse, askIntent, continueTask, offerCallback } from './continue-task.ts'
import type { DialogueState, Part, Wish } from './dialogue-state.ts'
import { ask, sayGoodbye, type Turn, withLead } from './turn.ts'

/** Once may be a phrase the caller picked up; twice is the language they speak. */
const changesAfter = 2

/** Counts utterances in another language, and says when to go on in it: when asked to, or after the second. */
export function followLanguage(
  state: DialogueState,
  text: string,
): { state: DialogueState; changeTo: Lang | null } {
  const wish = languageWish(text, state.lang)
  switch (wish.kind) {
    case 'asked':
      return { state, changeTo: wish.lang }
    case 'spoken': {
      const foreignTurns = state.foreignTurns + 1
      return { state: { ...state, foreignTurns }, changeTo: foreignTurns >= changesAfter ? wish.lang : null }
    }
    case 'own':
      return { state: { ...state, foreignTurns: 0 }, changeTo: null }
    case 'none':
      return { state, changeTo: null }
    default:
      return wish satisfies never
  }
}

/**
 * The same moment of the conversation in another language: who asks for it has hardly understood what was said
 * before, so the disclosure is repeated (AI Act Art. 50) and the open question is put again. What tools said in the
 * old language is looked up again; what was chosen stays chosen.
 */
export function changeLanguage(before: DialogueState, lang: Lang): Turn {
  if (before.waitsFor === 'ended') return sayGoodbye({ ...before, lang }, 'done')
  const wish = { ...before.wish, offer: null, whenCandidates: [], chosen: unspoken(before.wish.chosen) }
  const state = { ...before, lang, wish, foreignTurns: 0, misunderstood: 0, silences: 0, lead: [] }
  return askAgain(withLead(state, disclosureIn(lang)))
}

/** For what the caller said along with the change: the answer to it begins with the disclosure. */
export function afterChange(state: DialogueState): DialogueState {
  return withLead(state, disclosureIn(state.lang))
}

const worthAnswering: readonly Intent[] = [
  'book',
  'callback',
  'human',
  'move',
  'cancel',
  'appointments',
  'question_hours',
  'question_price',
  'question_services',
  'question_duration',
  'abandon',
  'goodbye',
]

/** Whether more was said than which language to speak. A read-back is confirmed only once it was understood. */
export function saysMoreThanLanguage({ waitsFor }: DialogueState, heard: Understanding): boolean {
  if (intends(heard, 'emergency')) return true
  return waitsFor !== 'confirmation' && (fillsBlank(heard) || intends(heard, ...worthAnswering))
}

function disclosureIn(lang: Lang): Part {
  return { act: 'disclose', text: say('disclose', {}, lang) }
}

/** Keeping the slot once more tells its words in the new language. */
function unspoken(chosen: Wish['chosen']): Wish['chosen'] {
  return chosen && { slot: { token: chosen.slot.token, spoken: '' }, state: 'picked' }
}

function askAgain(state: DialogueState): Turn {
  switch (state.waitsFor) {
    case 'intent':
      return ask(state, 'intent', [
        { act: 'ask_intent', text: say('ask_intent', { why: 'first' }, state.lang) },
      ])
    case 'correction':
      return askIntent(state, 'correction')
    case 'callback':
      return offerCallback(state, { why: 'lost', said: state.callback.reason })
    case 'anything_else':
      return askAnythingElse(state)
    default:
      return continueTask(state)
  }
}
