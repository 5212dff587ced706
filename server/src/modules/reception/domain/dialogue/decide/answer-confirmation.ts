import { affirms, intends, saysWish } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import { withDetail } from './answer-details.ts'
import { repair } from './answer-read-back.ts'
import {
  askAnythingElse,
  askDay,
  askIntent,
  askName,
  askService,
  bookChosen,
  continueTask,
} from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { bookVisit } from './group-wish.ts'
import { addsWish, withSecondWish } from './second-wish.ts'
import { bookSeries } from './series-wish.ts'
import { repeatsRhythm } from './take-slots.ts'
import type { Turn } from './turn.ts'
import { agreesToOffer, withQuestion } from './yes-and-question.ts'

export function answerConfirmation(state: DialogueState, heard: Understanding): Turn | null {
  if (addsWish(state, heard)) return book(withSecondWish(state, heard))
  const changed = !restates(state, heard) && saysWish(heard)
  if (changed) return null
  const corrects =
    heard.name !== null || heard.email !== null || (heard.correcting && heard.aspects.length > 0)
  if (agreesToOffer(state, heard) && !corrects) return book(withQuestion(state, heard))
  if ((affirms(heard) || ordersIt(heard)) && !corrects) return book(state)
  const other = intends(heard, 'abandon', 'later', 'earlier', 'other')
  return (
    answerCorrection(state, heard) ??
    (intends(heard, 'no', 'reject') && !other ? askIntent(state, 'correction') : null)
  )
}

/** "Buchen Sie das bitte" says yes in other words. */
function ordersIt(heard: Understanding): boolean {
  if (!intends(heard, 'book') || heard.correcting) return false
  return (
    affirms({ ...heard, intents: [...heard.intents, 'yes'] }) && !intends(heard, 'another', 'question_other')
  )
}

function book(state: DialogueState): Turn {
  const { group, chosen, series } = state.wish
  if (series !== null) return bookSeries(state)
  if (group.length === 0 || chosen === null) return bookChosen(state)
  return bookVisit(state, chosen.slot.token.split(' '))
}

/** Saying again what was just read back changes nothing. */
function restates(state: DialogueState, heard: Understanding): boolean {
  const sameService =
    heard.service === null ||
    state.wish.group.length > 0 ||
    heard.service.candidates.includes(state.wish.service ?? '')
  const sameRhythm = heard.rhythm === null || repeatsRhythm(state.wish, heard.rhythm)
  const sameSlot = heard.choice !== null || (heard.time === null && heard.staff === null)
  return sameService && sameRhythm && sameSlot
}

export function answerCorrection(state: DialogueState, heard: Understanding): Turn | null {
  if (saysWish(heard) && !restates(state, heard)) return null
  if (heard.name?.kind === 'heard' || heard.email !== null || heard.phone !== null) return continueTask(state)
  if (intends(heard, 'goodbye', 'abandon', 'later', 'earlier', 'other')) return null
  const [aspect] = heard.aspects
  if (aspect === undefined) return answerCorrectionInGeneral(state, heard)
  return {
    time: () => askDay(state, 'first'),
    service: () => askService(state),
    name: () => askName(withDetail(state, 'name', 'open'), 'refused'),
    email: () => repair(state, 'email', 'denied'),
    phone: () => repair(state, 'phone', 'denied'),
  }[aspect]()
}

function answerCorrectionInGeneral(state: DialogueState, heard: Understanding): Turn | null {
  if (state.waitsFor !== 'correction') return null
  if (affirms(heard)) return continueTask(state)
  return intends(heard, 'no') ? askAnythingElse({ ...state, wish: noWish }) : null
}
