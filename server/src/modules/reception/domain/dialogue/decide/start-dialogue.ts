import type { Lang } from '../acts.ts'
import type { Catalogue } from '../catalogue.ts'
import { say } from '../say/say.ts'
import { type DialogueState, noWish } from './dialogue-state.ts'
import { type Turn, utter } from './turn.ts'

export type CallOpening = {
  readonly lang: Lang
  /** Of the people at work. */
  readonly homeLang: Lang
  readonly catalogue: Catalogue
  readonly callerNumber: 'shown' | 'withheld'
  readonly upcoming?: readonly string[]
  /** Without a mail server nobody is offered a confirmation, or told of one. */
  readonly mail: 'configured' | 'not_configured'
  /** The business's own first question; without one, ours. */
  readonly question?: string | null
}

/** The first turn: names the business and says that an AI is speaking (AI Act, Art. 50), whatever else follows. */
export function startDialogue(opening: CallOpening): Turn {
  const { lang, homeLang, catalogue, callerNumber, mail } = opening
  const question = opening.question ?? say('ask_intent', { why: 'first' }, lang)
  const [only, ...others] = catalogue.services
  const state: DialogueState = {
    lang,
    homeLang,
    business: catalogue.business,
    soleService: only !== undefined && others.length === 0 ? only.name : null,
    callerNumber,
    upcoming: opening.upcoming ?? [],
    mail,
    waitsFor: 'intent',
    task: 'none',
    wish: noWish,
    pendingWish: null,
    pendingQuestion: null,
    change: null,
    callback: { reason: '', when: null, noted: 'no' },
    caller: { name: { kind: 'open' }, email: { kind: 'open' }, phone: { kind: 'open' } },
    misunderstood: 0,
    foreignTurns: 0,
    silences: 0,
    leaving: 'no',
    lead: [],
    lastTurn: { acts: [], text: '' },
    question: { act: 'ask_intent', text: question },
  }
  return utter(state, [
    { act: 'greet', text: say('greet', { business: catalogue.business }, lang) },
    { act: 'disclose', text: `${say('disclose', {}, lang)} ${question}` },
  ])
}
