import { say } from '../say/say.ts'
import { fold } from '../understand/hear.ts'
import { intends, saysErrand } from '../understand/meaning.ts'
import { says } from '../understand/phrase-pattern.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { startChange } from './change-appointment.ts'
import type { DialogueState } from './dialogue-state.ts'
import { ask, type Turn } from './turn.ts'

/**
 * From somebody who has an appointment everyday words are enough: "morgen, da liege ich noch im Krankenhaus", "lassen
 * wir bleiben". From anybody else the same words mean nothing of the kind, so nothing here is read from them. What is
 * about to happen is read back all the same.
 */
export function meansOwn(state: DialogueState, heard: Understanding): Turn | null {
  if (!opensSubject(state)) return null
  if (replacesOwn(state, heard)) return startChange(state, 'move', heard)
  if (!maySpeakOfOwn(state, heard)) return null
  if (movesOwn(heard)) return startChange(state, 'move', heard)
  if (intends(heard, 'perhaps_cancel') && pointsToOwn(heard)) return startChange(state, 'cancel', heard)
  const asks = intends(heard, 'question_other', 'question_about') || asksTheBusiness(heard)
  if (intends(heard, 'perhaps_hear') && !asksTheBusiness(heard)) return startChange(state, 'hear', heard)
  return intends(heard, 'perhaps_cannot') && !asks ? askMoveOrCancel(state) : null
}

/** "Da krieg ich den Haarschnitt nicht mehr unter, hätten Sie am Mittwoch was?" asks for no second one. */
function replacesOwn({ upcoming = [], lang }: DialogueState, heard: Understanding): boolean {
  const { towards, service } = heard
  if (towards === null || heard.group !== null || heard.rhythm !== null) return false
  if (!intends(heard, 'perhaps_own', 'own_appointment') || intends(heard, 'another', 'someone_else'))
    return false
  if (saysErrandBeside(heard, 'book') || !intends(heard, 'book', 'question_other')) return false
  const before = fold(heard.text.slice(0, Math.max(0, heard.text.indexOf(towards.phrase))))
  const isTheirs = service === null || service.candidates.some(name => upcoming.includes(name))
  return upcoming.length > 0 && isTheirs && says(lexiconOf(lang).own.perhaps.cannot, before)
}

function movesOwn(heard: Understanding): boolean {
  // "Kann das auch am Vormittag sein?" asks for nobody who does it.
  const said = heard.staff === null ? heard.intents.filter(one => one !== 'question_staff') : heard.intents
  if (!intends(heard, 'perhaps_move') || asksTheBusiness({ ...heard, intents: said })) return false
  const points = pointsToOwn(heard) || heard.towards !== null
  return points || !intends(heard, 'question_other') || intends(heard, 'perhaps_cannot')
}

export function askMoveOrCancel(state: DialogueState): Turn {
  return ask(state, 'intent', [{ act: 'ask_intent', text: say('ask_intent', { why: 'change' }, state.lang) }])
}

function opensSubject({ waitsFor, task }: DialogueState): boolean {
  return task === 'none' && (waitsFor === 'intent' || waitsFor === 'anything_else')
}

function maySpeakOfOwn({ upcoming = [] }: DialogueState, heard: Understanding): boolean {
  if (upcoming.length === 0 || saysErrandBeside(heard, 'book') || intends(heard, 'another')) return false
  if (heard.group !== null || heard.rhythm !== null) return false
  if (intends(heard, 'book') && !intends(heard, 'own_appointment')) return false
  return heard.service === null || heard.service.candidates.some(name => upcoming.includes(name))
}

function pointsToOwn(heard: Understanding): boolean {
  return intends(heard, 'own_appointment', 'perhaps_own') || heard.time !== null || heard.service !== null
}

const ofTheBusiness: readonly Intent[] = [
  'question_hours',
  'question_price',
  'question_rules',
  'question_duration',
  'question_services',
  'question_staff',
  'question_presence',
]

function asksTheBusiness(heard: Understanding): boolean {
  return intends(heard, ...ofTheBusiness) && !intends(heard, 'own_appointment')
}

/** Whatever they call for is said already. */
function saysErrandBeside(heard: Understanding, besides: Intent): boolean {
  return saysErrand({ ...heard, intents: heard.intents.filter(intent => intent !== besides) })
}
