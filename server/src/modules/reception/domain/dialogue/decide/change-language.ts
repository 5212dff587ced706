import type { Lang } from '../acts.ts'
import { say } from '../say/say.ts'
import { asksForLanguage, languageWish } from '../understand/language-wish.ts'
import { fillsBlank, intends } from '../understand/meaning.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { askCodeAgain } from './ask-for-proof.ts'
import { askAnythingElse, askIntent, continueTask, offerCallback } from './continue-task.ts'
import type { DialogueState, Part, Wish } from './dialogue-state.ts'
import { ask, sayGoodbye, type Turn, withLead } from './turn.ts'

/** What our language understands as well may be a phrase the caller picked up; twice is the language they speak. */
const changesAfter = 2

/** What an utterance says when it is read in one language or the other. */
export type ReadIn = (lang: Lang) => Understanding

/**
 * Says when to go on in another language: when asked to, at once when an utterance is in it and says more in it than
 * in ours, and otherwise with the second that seems to be. What we understood of ours begins the count anew; a name,
 * an "okay" or what nobody understood does not.
 */
export function followLanguage(
  state: DialogueState,
  text: string,
  readIn: ReadIn,
): { state: DialogueState; changeTo: Lang | null } {
  const wish = languageWish(text, state.lang)
  const same = { state, changeTo: null }
  switch (wish.kind) {
    case 'asked':
      return { state, changeTo: wish.lang }
    case 'spoken': {
      const own = grasped(readIn(state.lang))
      // A question that only an article answers is grasped in no language, and spoken in one.
      const clearly = own === 0 || grasped(readIn(wish.lang)) > own
      return clearly ? { state, changeTo: wish.lang } : counted(state, wish.lang)
    }
    case 'leaning': {
      const onlyThere = grasped(readIn(state.lang)) === 0 && grasped(readIn(wish.lang)) > 0
      return onlyThere ? counted(state, wish.lang) : same
    }
    case 'own':
      return grasped(readIn(state.lang)) > 0 ? { state: { ...state, foreignTurns: 0 }, changeTo: null } : same
    case 'none':
      return same
    default:
      return wish satisfies never
  }
}

function counted(state: DialogueState, lang: Lang): { state: DialogueState; changeTo: Lang | null } {
  const foreignTurns = state.foreignTurns + 1
  return { state: { ...state, foreignTurns }, changeTo: foreignTurns >= changesAfter ? lang : null }
}

/** They lead nowhere, and sound alike in many languages. */
const courtesies: readonly Intent[] = ['greeting', 'thanks', 'question_other']

/** How many things were understood; a name is one in every language. */
function grasped(heard: Understanding): number {
  const { service, staff, time, choice, phone, email } = heard
  const slots = [service, staff, time, choice, phone, email].filter(slot => slot !== null)
  return slots.length + heard.intents.filter(intent => !courtesies.includes(intent)).length
}

/**
 * The same moment of the conversation in another language: who asks for it has hardly understood what was said
 * before, so the disclosure is repeated (AI Act Art. 50) and the open question is put again. What tools said in the
 * old language is looked up again; what was chosen stays chosen.
 */
export function changeLanguage(before: DialogueState, lang: Lang): Turn {
  if (before.waitsFor === 'ended') return sayGoodbye({ ...before, lang }, 'done')
  const series = before.wish.series && { ...before.wish.series, dates: null }
  const chosen = unspoken(before.wish.chosen)
  const wish = { ...before.wish, series, offer: null, whenCandidates: [], chosen }
  const state = { ...before, lang, wish, foreignTurns: 0, misunderstood: 0, silences: 0, lead: [] }
  return askAgain(withLead(state, disclosureIn(lang)))
}

/**
 * For what the caller said along with the change: the answer to it begins with the disclosure. The open question in
 * the new language was never spoken.
 */
export function afterChange(state: DialogueState): DialogueState {
  const acts = state.lastTurn.acts.filter(act => act !== 'ask_intent')
  return withLead({ ...state, lastTurn: { ...state.lastTurn, acts } }, disclosureIn(state.lang))
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
  'question_staff',
  'question_presence',
  'question_about',
  'question_rules',
  'waitlist',
  'cannot_come',
  'own_appointment',
  'perhaps_own',
  'perhaps_move',
  'perhaps_cancel',
  'perhaps_hear',
  'perhaps_cannot',
  'abandon',
  'goodbye',
]

/** Whether more was said than which language to speak. A read-back is confirmed only once it was understood. */
export function saysMoreThanLanguage({ waitsFor }: DialogueState, heard: Understanding): boolean {
  if (intends(heard, 'emergency')) return true
  if (waitsFor === 'confirmation') return false
  // "Do you speak English?" asks for nothing else.
  const asks = intends(heard, 'question_other') && !asksForLanguage(heard.text)
  return asks || fillsBlank(heard) || intends(heard, ...worthAnswering)
}

function disclosureIn(lang: Lang): Part {
  return { act: 'disclose', text: say('disclose', {}, lang) }
}

/** Keeping the slot once more tells its words in the new language. */
function unspoken(chosen: Wish['chosen']): Wish['chosen'] {
  return chosen && { slot: { token: chosen.slot.token, spoken: '' }, state: 'picked', askNote: null }
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
    case 'code':
      return askCodeAgain(state)
    default:
      return continueTask(state)
  }
}
