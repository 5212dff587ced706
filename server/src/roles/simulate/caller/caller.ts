import type { Act } from '../../../modules/reception/index.ts'
import type { CallerScript, Quirk } from '../script.ts'
import { answerAct, isDone, nextGoal } from './answer-act.ts'
import { askedIn, type HeardTurn } from './hear-turn.ts'
import { goalOf, type Mind, newMind, type Outside, stateGoal, wordsOf } from './mind.ts'
import { withNoise } from './noise.ts'

/** What the caller does after a turn. */
export type Move =
  | { readonly kind: 'say'; readonly text: string; readonly requests: 1 | 2 }
  | { readonly kind: 'silence' | 'hang_up' }

export type Caller = { hear(turn: HeardTurn): Move }

const DEFAULT_RATE = 0.08

/** A caller who follows their script: rule-based, without a model, the same every time. */
export function createCaller(script: CallerScript, outside: Outside): Caller {
  const mind = newMind(script, outside)
  const seen = new Map<Act | 'any', number>()
  return {
    hear: heard => {
      for (const act of [...new Set(heard.acts), 'any' as const]) seen.set(act, (seen.get(act) ?? 0) + 1)
      const quirk = script.caller.quirks.find(
        ({ on, nth, do: what }) =>
          (on === 'any' || heard.acts.includes(on)) &&
          (nth === undefined || nth === seen.get(on)) &&
          !(what === 'silence' && heard.acts.includes('remind')),
      )
      const turn = quirk?.do === 'interrupt' ? halfOf(heard) : heard
      remember(mind, turn)
      const move = quirk ? misbehave(mind, turn, quirk) : say(usual(mind, turn))
      if (move.kind === 'say') mind.lastSaid = move.text
      return move
    },
  }
}

function say(text: string): Move {
  return { kind: 'say', text, requests: 1 }
}

/** The turn counts as heard only to its half. */
function halfOf(turn: HeardTurn): HeardTurn {
  const text = turn.text.slice(0, Math.ceil(turn.text.length / 2))
  const options = turn.options.filter(({ spoken }) => !turn.text.includes(spoken) || text.includes(spoken))
  return { ...turn, text, options: options.length === 0 ? turn.options.slice(0, 1) : options }
}

function remember(mind: Mind, { acts, text }: HeardTurn): void {
  for (const act of acts) mind.happened.add(act)
  if (acts.includes('callback_noted')) mind.callbackNoted = true
  if (acts.includes('booked')) dropBooked(mind, text)
}

/** Further services that were booked along with the first need no goal of their own. */
function dropBooked(mind: Mind, text: string): void {
  const goal = goalOf(mind)
  if (goal?.intent !== 'book' || !goal.also?.length) return
  const left = goal.also.filter(({ service }) => !text.includes(service))
  mind.goals.splice(
    mind.goal,
    1,
    { ...goal, also: [] },
    ...left.map(({ service, attendee }) => ({ ...goal, service, attendee: attendee ?? null, also: [] })),
  )
}

/** Noise, an interruption or a second request change how the usual words come over; the other quirks replace them. */
function misbehave(mind: Mind, turn: HeardTurn, quirk: Quirk): Move {
  const asked = askedIn(turn.acts) ?? mind.asked
  switch (quirk.do) {
    case 'say':
      mind.asked = asked
      return say(quirk.text ?? usual(mind, turn))
    case 'interrupt':
      return say(quirk.text ?? usual(mind, turn))
    case 'silence':
      mind.asked = asked
      return { kind: 'silence' }
    case 'noise': {
      const { seed = 1, rate = DEFAULT_RATE } = quirk
      return say(withNoise(quirk.text ?? usual(mind, turn), { seed, rate }))
    }
    case 'repeat':
      mind.asked = asked
      return say(mind.lastSaid === '' ? usual(mind, turn) : mind.lastSaid)
    case 'hang_up':
      return { kind: 'hang_up' }
    case 'switch_language':
      mind.lang = mind.lang === 'de' ? 'en' : 'de'
      mind.asked = asked
      return say(quirk.text ?? wordsOf(mind).switchTo)
    case 'double':
      return { kind: 'say', text: quirk.text ?? usual(mind, turn), requests: 2 }
    default:
      return quirk.do satisfies never
  }
}

function usual(mind: Mind, turn: HeardTurn): string {
  const { answers } = mind.script.caller
  const asked = askedIn(turn.acts)
  if (asked === null) return withoutQuestion(mind, turn)
  mind.asked = asked
  return answers[asked] ?? answerAct(mind, asked, turn)
}

/** A reminder, a pause or an apology: what was asked before is still open. */
function withoutQuestion(mind: Mind, turn: HeardTurn): string {
  const { answers } = mind.script.caller
  const { asked } = mind
  const waits = turn.acts.some(act => ['remind', 'hold_on', 'apologise', 'disclose'].includes(act))
  if (waits && asked !== null) return answers[asked] ?? answerAct(mind, asked, turn)
  if (isDone(mind)) return mind.goal >= mind.goals.length - 1 ? wordsOf(mind).thanks : nextGoal(mind)
  return stateGoal(mind)
}
