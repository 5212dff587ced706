import type { Intent, Understanding } from './understanding.ts'

export function intends(heard: Understanding, ...wanted: readonly Intent[]): boolean {
  return wanted.some(intent => heard.intents.includes(intent))
}

export function saysWish(heard: Understanding): boolean {
  return heard.service !== null || heard.time !== null || heard.staff !== null || heard.rhythm !== null
}

const errands: readonly Intent[] = [
  'book',
  'callback',
  'human',
  'move',
  'cancel',
  'cannot_come',
  'appointments',
  'waitlist',
]

/** Whether it is said what somebody calls for. */
export function saysErrand(heard: Understanding): boolean {
  return intends(heard, ...errands)
}

const spoilsYes: readonly Intent[] = [
  'no',
  'reject',
  'later',
  'earlier',
  'other',
  'abandon',
  'wait',
  'repeat',
  'unsure',
  'move',
  'cancel',
  'human',
  'callback',
  'question_hours',
  'question_price',
  'question_services',
  'question_duration',
  'question_staff',
  'question_presence',
  'question_about',
  'question_rules',
]

/** A yes with nothing in it that takes it back: a yes misheard commits, a no misheard costs one more question. */
export function affirms(heard: Understanding): boolean {
  return intends(heard, 'yes') && !intends(heard, ...spoilsYes)
}

const questions: readonly Intent[] = [
  'question_hours',
  'question_price',
  'question_services',
  'question_duration',
  'question_staff',
  'question_presence',
  'question_about',
  'question_rules',
  'question_other',
]

/** A yes with a question on top: both count. */
export function agreesAndAsks(heard: Understanding): boolean {
  if (!heard.agreesFirst || !intends(heard, ...questions)) return false
  return affirms({ ...heard, intents: heard.intents.filter(intent => !questions.includes(intent)) })
}

/** Whether anything was said that fills a blank, next to the intents. */
export function fillsBlank(heard: Understanding): boolean {
  const details = heard.name?.kind === 'heard' || heard.email !== null || heard.phone !== null
  return saysWish(heard) || details || heard.choice !== null
}
