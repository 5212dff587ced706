import type { Act } from '../../../modules/reception/index.ts'
import type { Goal } from '../script.ts'
import { localOf } from './accept.ts'
import { considerOffer, decline } from './consider-offer.ts'
import type { HeardTurn } from './hear-turn.ts'
import {
  goalOf,
  type Mind,
  nextPhrase,
  phraseOf,
  phrasesOf,
  sayFirst,
  stateGoal,
  takeUp,
  wordsOf,
} from './mind.ts'

/** What the caller says to an act, from goals and facts. */
export function answerAct(mind: Mind, act: Act, turn: HeardTurn): string {
  return answers[act]?.(mind, turn) ?? stateGoal(mind)
}

type Answer = (mind: Mind, turn: HeardTurn) => string

const answers: Partial<Record<Act, Answer>> = {
  greet: sayFirst,
  ask_intent: mind => (isDone(mind) ? nextGoal(mind) : stateGoal(mind)),
  ask_anything_else: nextGoal,
  ask_service: sayService,
  clarify_service: sayService,
  ask_day: sayDay,
  clarify_day: chooseReading,
  ask_time: sayTime,
  offer: considerOffer,
  ask_other_staff: mind => (goalOf(mind)?.staff ? wordsOf(mind).no : wordsOf(mind).yes),
  ask_name: sayName,
  spell_name: mind => mind.script.caller.facts?.spelled ?? wordsOf(mind).spelled(nameOf(mind)),
  confirm_name: (mind, turn) => correctedName(mind, turn) ?? wordsOf(mind).yes,
  ask_phone: mind => mind.script.caller.facts?.phone ?? wordsOf(mind).declineDetail,
  confirm_phone: mind => wordsOf(mind).yes,
  ask_email: mind => mind.script.caller.facts?.email ?? wordsOf(mind).declineDetail,
  confirm_email: mind => wordsOf(mind).yes,
  ask_code: (mind, { code }) => code ?? wordsOf(mind).declineDetail,
  ask_attendee: sayAttendee,
  ask_note: mind => wordsOf(mind).noNote,
  confirm_booking: (mind, turn) => correctedName(mind, turn) ?? wordsOf(mind).confirmBooking,
  ask_which: sayWhich,
  confirm_move: mind => wordsOf(mind).confirmMove,
  confirm_cancel: mind => wordsOf(mind).confirmCancel,
  ask_waitlist: mind => (goalOf(mind)?.intent === 'waitlist' ? wordsOf(mind).joinWaitlist : wordsOf(mind).no),
  offer_callback: mind => wordsOf(mind).callBack,
}

/** What ends each kind of goal. */
const achieves: Readonly<Record<Goal['intent'], readonly Act[]>> = {
  book: ['booked'],
  book_series: ['booked'],
  book_group: ['booked'],
  move: ['moved'],
  cancel: ['cancelled'],
  ask_appointments: ['list_appointments', 'answer'],
  question: ['answer', 'callback_noted'],
  callback: ['callback_noted'],
  waitlist: ['waitlist_joined'],
  human: ['transfer', 'callback_noted'],
  emergency: ['emergency'],
}

/** After one of these there is no use in asking for the same again. */
const settles: readonly Act[] = [
  'inform_policy',
  'offer_callback',
  'callback_noted',
  'none_free',
  'offer',
  'ask_waitlist',
  'waitlist_joined',
  'wish_noted',
  'transfer',
]

export function isDone(mind: Mind): boolean {
  const goal = goalOf(mind)
  if (goal === null) return true
  if (goal.intent === 'callback' && mind.callbackNoted) return true
  return achieves[goal.intent].some(act => mind.happened.has(act))
}

export function nextGoal(mind: Mind): string {
  const words = wordsOf(mind)
  if (mind.leaving && mind.goal >= mind.goals.length - 1) return words.nothingMore
  const settled = isDone(mind) || settles.some(act => mind.happened.has(act))
  if (!settled && mind.stated === 0 && goalOf(mind) !== null) return stateGoal(mind)
  const { callbackNoted } = mind
  const next = mind.goals.findIndex(
    (goal, index) => index > mind.goal && !(goal.intent === 'callback' && callbackNoted),
  )
  mind.leaving = next === -1
  takeUp(mind, next === -1 ? mind.goals.length : next)
  return next === -1 ? words.nothingMore : words.further(stateGoal(mind))
}

function sayService(mind: Mind): string {
  const goal = goalOf(mind)
  const differ = goal?.intent === 'book_group' && goal.also?.some(({ service }) => service !== goal.service)
  if (goal && differ) return wordsOf(mind).together(goal)
  const service = goal?.service ?? goal?.which?.service
  return service ? wordsOf(mind).service(service) : wordsOf(mind).anyService
}

function sayDay(mind: Mind, turn: HeardTurn): string {
  const misheard = turn.acts.includes('apologise') && !turn.acts.includes('none_free')
  const rule = unsaidRule(mind)
  if (rule !== null) return rule
  const phrase = phraseOf(mind)
  if (misheard && mind.phraseSaid && phrase !== null && mind.insisted === 0) {
    mind.insisted += 1
    return phrase
  }
  const next = nextPhrase(mind)
  if (next !== null) return next
  const [date] = goalOf(mind)?.accept?.dates ?? []
  if (phrasesOf(mind).length > 0 || mind.declined > 0) return decline(mind)
  if (date === undefined) {
    mind.declined += 1
    return wordsOf(mind).anyTime
  }
  mind.declined += 1
  return wordsOf(mind).onDate(Temporal.PlainDate.from(date))
}

/** How often and how many; only who wants a series has such a rule. */
function unsaidRule(mind: Mind): string | null {
  const rule = mind.ruleSaid ? null : (goalOf(mind)?.rule ?? null)
  mind.ruleSaid = true
  return rule
}

function sayTime(mind: Mind): string {
  const phrase = mind.phraseSaid ? null : nextPhrase(mind)
  if (phrase !== null) return phrase
  const { not_before, not_after } = goalOf(mind)?.accept ?? {}
  if (not_before !== undefined) return wordsOf(mind).fromHour(not_before)
  return not_after === undefined ? wordsOf(mind).anyHour : wordsOf(mind).untilHour(not_after)
}

/** The reading that lies on an accepted date; without one the first, which is the likeliest. */
function chooseReading(mind: Mind, { readings }: HeardTurn): string {
  const dates = goalOf(mind)?.accept?.dates ?? []
  const { zone, readPhrase } = mind.outside
  const dateOf = (reading: string): string => {
    const start = readPhrase(reading)?.ranges[0]?.start
    return start === undefined ? '' : localOf(start, zone).date
  }
  const fitting = readings.findIndex(reading => dates.includes(dateOf(reading)))
  mind.phraseSaid = true
  if (readings.length === 0) return sayTime(mind)
  if (fitting === -1 && dates.length > 0) return nextPhrase(mind) ?? decline(mind)
  return wordsOf(mind).takeReading(Math.max(0, fitting))
}

function sayName(mind: Mind): string {
  const goal = goalOf(mind)
  const booksForOther = goal?.attendee && ['book', 'book_series', 'waitlist'].includes(goal.intent)
  if (booksForOther && !mind.attendeeSaid) return sayAttendee(mind)
  return wordsOf(mind).name(nameOf(mind))
}

function sayAttendee(mind: Mind): string {
  const goal = goalOf(mind)
  const along = (goal?.intent === 'book_group' ? (goal.also ?? []) : []).flatMap(one => one.attendee ?? [])
  const next = along[mind.companionsSaid]
  if (next !== undefined) {
    mind.companionsSaid += 1
    return wordsOf(mind).attendee(next)
  }
  const attendee = goal?.attendee
  mind.attendeeSaid = true
  return attendee ? wordsOf(mind).attendee(attendee) : wordsOf(mind).forMyself(nameOf(mind))
}

function nameOf({ script }: Mind): string {
  return script.caller.facts?.name ?? script.given.customers[0]?.name ?? ''
}

/** Who hears another name than the one they gave says so once. */
function correctedName(mind: Mind, { text }: HeardTurn): string | null {
  const goal = goalOf(mind)
  const name = goal?.attendee ?? mind.script.caller.facts?.name
  if (!name || mind.corrected || goal?.intent !== 'book') return null
  if (bare(text).includes(bare(name))) return null
  mind.corrected = true
  return wordsOf(mind).correctName(name)
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}]+/gu, ' ')
}

function sayWhich(mind: Mind): string {
  const { which, which_says } = goalOf(mind) ?? {}
  if (which_says) return which_says
  const start = which?.starts_at
  return wordsOf(mind).which({
    service: which?.service ?? goalOf(mind)?.service ?? null,
    start: start ? Temporal.Instant.from(start).toZonedDateTimeISO(mind.outside.zone) : null,
  })
}
