import type { Act, WantedTime } from '../../../modules/reception/index.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { CallerScript, Goal } from '../script.ts'
import type { CallerWords } from './caller-words.ts'
import { english } from './english.ts'
import { german } from './german.ts'

/** What the caller needs of the world outside: what a phrase about time means, and where the business is. */
export type Outside = {
  readonly zone: string
  readonly readPhrase: (phrase: string) => WantedTime | null
}

/** What the simulated caller remembers from turn to turn. Plain and mutable: one call, one caller. */
export type Mind = {
  readonly script: CallerScript
  readonly outside: Outside
  lang: Language
  goals: Goal[]
  /** Which goal is being pursued; its length once all are done. */
  goal: number
  saidFirst: boolean
  /** How often the goal was put in words of the caller's own. */
  stated: number
  /** Acts heard since the goal was taken up. */
  happened: Set<Act>
  /** The phrase about time being tried, and whether it was said. */
  phrase: number
  phraseSaid: boolean
  /** How often the caller asked for others, or named a condition, since the phrase was said. */
  insisted: number
  declined: number
  corrected: boolean
  attendeeSaid: boolean
  /** How often and how many, as the goal has it in words. */
  ruleSaid: boolean
  /** How many of those who come along were named. */
  companionsSaid: number
  callbackNoted: boolean
  /** What was asked last, for when a turn asks nothing or reminds. */
  asked: Act | null
  lastSaid: string
  leaving: boolean
}

export function newMind(script: CallerScript, outside: Outside): Mind {
  return {
    script,
    outside,
    lang: script.language,
    goals: [...script.caller.goals],
    goal: 0,
    saidFirst: false,
    stated: 0,
    happened: new Set(),
    phrase: 0,
    phraseSaid: false,
    insisted: 0,
    declined: 0,
    corrected: false,
    attendeeSaid: false,
    ruleSaid: false,
    companionsSaid: 0,
    callbackNoted: false,
    asked: null,
    lastSaid: '',
    leaving: false,
  }
}

const wordsIn: Readonly<Record<Language, CallerWords>> = { de: german, en: english }

export function wordsOf(mind: Mind): CallerWords {
  return wordsIn[mind.lang]
}

export function goalOf(mind: Mind): Goal | null {
  return mind.goals[mind.goal] ?? null
}

export function phrasesOf(mind: Mind): string[] {
  return [goalOf(mind)?.when ?? []].flat()
}

export function phraseOf(mind: Mind): string | null {
  return phrasesOf(mind)[mind.phrase] ?? null
}

export function takeUp(mind: Mind, goal: number): void {
  mind.goal = goal
  mind.stated = 0
  mind.happened = new Set()
  mind.phrase = 0
  mind.phraseSaid = false
  mind.insisted = 0
  mind.declined = 0
  mind.corrected = false
  mind.attendeeSaid = false
  mind.ruleSaid = false
  mind.companionsSaid = 0
}

/** The next phrase about time to try; null when all were. */
export function nextPhrase(mind: Mind): string | null {
  if (mind.phraseSaid) mind.phrase += 1
  const phrase = phraseOf(mind)
  if (phrase === null) {
    mind.phrase = Math.max(0, phrasesOf(mind).length - 1)
    return null
  }
  mind.phraseSaid = true
  mind.insisted = 0
  return phrase
}

/** Says what the call is about: in the script's words first, then in the caller's own. */
export function stateGoal(mind: Mind): string {
  if (!mind.saidFirst) return sayFirst(mind)
  const goal = goalOf(mind)
  if (goal === null)
    return mind.goals.length === 0 ? mind.script.caller.says_first : wordsOf(mind).nothingMore
  mind.stated += 1
  if (goal.attendee) mind.attendeeSaid = true
  if (goal.rule) mind.ruleSaid = true
  return wordsOf(mind).goal[goal.intent](goal)
}

export function sayFirst(mind: Mind): string {
  const words = mind.script.caller.says_first
  mind.saidFirst = true
  const said = words.toLowerCase()
  const [phrase] = phrasesOf(mind)
  if (phrase !== undefined && said.includes(phrase.toLowerCase())) mind.phraseSaid = true
  const { attendee, rule } = goalOf(mind) ?? {}
  if (rule && said.includes(rule.toLowerCase())) mind.ruleSaid = true
  if (attendee && said.includes(attendee.toLowerCase())) mind.attendeeSaid = true
  return words
}
