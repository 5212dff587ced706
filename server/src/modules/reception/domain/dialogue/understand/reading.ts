import type { Lexicon } from '../words/lexicon.ts'
import { allLexicons, lexiconOf } from '../words/lexicons.ts'
import { findTimePhrase } from './find-time.ts'
import { fold, hear } from './hear.ts'
import { says } from './phrase-pattern.ts'
import { refuseName } from './refuse-name.ts'
import type { Surroundings } from './understand.ts'
import type { Expecting, HeardName, Intent, SaidIntent, TimePhrase, Understanding } from './understanding.ts'

/** What a language model may say of an utterance, and nothing else: it fills blanks, it decides and grants nothing. */
export type Reading = {
  readonly intents: readonly (SaidIntent | 'emergency')[]
  /** One of the services there are, by its name. */
  readonly service: string | null
  /** One of the people there are, or `anyone`. */
  readonly staff: string | null
  /** The caller's own words about day and time. */
  readonly time: string | null
  /** Which of the options, counted from 1. */
  readonly choice: number | null
  readonly name: string | null
}

/** What a reading names that is not there: then nothing of it counts. */
export type Invented = 'service' | 'staff' | 'choice' | 'time' | 'name'

export const anyone = 'anyone'

const fewestWords = 3

/**
 * Whether a model is asked at all: where a question is open and the words are more than a bare answer. What is agreed
 * to, spelled, dictated or noted is heard by the rules alone, and so are emergencies and orders to the receptionist.
 */
export function leavesOpen(rules: Understanding, expecting: Expecting): boolean {
  const heard = hear(rules.text)
  const ordered = allLexicons.some(({ injection }) => says(injection, heard.folded))
  if (rules.silent || ordered || rules.intents.includes('emergency')) return false
  if (rules.choice?.kind === 'one') return false
  return isOpenQuestion(expecting) && rules.text.split(/\s+/).length >= fewestWords
}

function isOpenQuestion({ kind }: Expecting): boolean {
  return kind === 'anything' || kind === 'service' || kind === 'day' || kind === 'choice'
}

/**
 * What the rules and a model understood together. Always holds: whatever the rules read stays as they read it; a yes is
 * theirs alone; a service is asked back; a time is resolved from the caller's words; a name is refused as any other.
 */
export function withReading(
  rules: Understanding,
  reading: Reading,
  { expecting, around }: { expecting: Expecting; around: Surroundings },
): Understanding | Invented {
  const lexicon = lexiconOf(around.lang)
  const time = rules.time ?? timeIn(rules.text, reading.time, around, lexicon)
  const name = rules.name ?? nameIn(rules.text, reading.name, around, lexicon)
  const invented = inventedBy(reading, expecting, around)
  if (invented !== null) return invented
  if (time === 'invented') return 'time'
  if (name === 'invented') return 'name'
  return {
    ...rules,
    intents: intentsOf(rules, reading, around),
    service: rules.service ?? serviceOf(reading),
    staff: rules.staff ?? staffOf(reading),
    time,
    choice: rules.choice ?? (reading.choice === null ? null : { kind: 'one', index: reading.choice - 1 }),
    name,
  }
}

function inventedBy(
  { service, staff, choice }: Reading,
  expecting: Expecting,
  { catalogue }: Surroundings,
): Invented | null {
  if (service !== null && !catalogue.services.some(({ name }) => name === service)) return 'service'
  if (staff !== null && staff !== anyone && !catalogue.staff.includes(staff)) return 'staff'
  const options = 'options' in expecting ? expecting.options.length : 0
  if (choice !== null && !(Number.isInteger(choice) && choice >= 1 && choice <= options)) return 'choice'
  return null
}

/** They lead nowhere: where the rules heard nothing else, a model may have heard more. */
const courtesies: readonly Intent[] = ['greeting', 'thanks', 'question_other']

function intentsOf(rules: Understanding, { intents }: Reading, { catalogue }: Surroundings): Intent[] {
  if (rules.intents.some(intent => !courtesies.includes(intent))) return [...rules.intents]
  const offered = intents.filter(
    intent => intent !== 'yes' && (intent !== 'emergency' || catalogue.sector === 'health'),
  )
  return [...new Set([...rules.intents, ...offered])]
}

function serviceOf({ service }: Reading): Understanding['service'] {
  return service === null ? null : { candidates: [service], text: service, certain: false }
}

function staffOf({ staff }: Reading): Understanding['staff'] {
  if (staff === null) return null
  return staff === anyone ? { kind: 'anyone' } : { kind: 'named', name: staff }
}

/** Only what the caller said; words without a time in them are as good as none. */
function timeIn(
  text: string,
  said: string | null,
  { findTime }: Surroundings,
  { times }: Lexicon,
): TimePhrase | null | 'invented' {
  if (said === null) return null
  if (!isSaidIn(text, said)) return 'invented'
  return findTimePhrase(hear(said), times, findTime)?.time ?? null
}

function nameIn(
  text: string,
  said: string | null,
  around: Surroundings,
  lexicon: Lexicon,
): HeardName | null | 'invented' {
  if (said === null) return null
  if (!isSaidIn(text, said)) return 'invented'
  const refused = refuseName(said, { ...around, lexicon }) !== null
  return refused ? null : { kind: 'heard', value: said.trim(), source: 'left_over' }
}

function isSaidIn(text: string, said: string): boolean {
  const words = fold(said).trim()
  return words !== '' && fold(text).includes(words)
}
