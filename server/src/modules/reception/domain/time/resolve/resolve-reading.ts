import type { Reading } from '../reading.ts'
import type { SetWhen, TimeKind, When } from '../time-result.ts'
import type { Environment } from './environment.ts'
import { type OptionMeaning, resolveOption, saysAnyTime } from './option.ts'
import type { Placed } from './placed.ts'

export interface Meaning {
  readonly kind: TimeKind
  readonly when: When | null
  readonly candidates: readonly When[]
}

const MOST_VARIANTS = 6
const MOST_MEMBERS = 60
const NONE: Meaning = { kind: 'none', when: null, candidates: [] }

/** One meaning for the whole phrase. Anything that would need a guess stays a question. */
export function resolveReading(reading: Reading, env: Environment): Meaning {
  const wanted = reading.options.filter(option => reading.except.length === 0 || !saysAnyTime(option))
  const options = wanted.map(option => resolveOption(option, env))
  const contradiction = options.find(option => option.kind === 'contradictory')
  if (contradiction !== undefined) {
    return { kind: 'contradictory', when: null, candidates: contradiction.readings.map(({ when }) => when) }
  }
  const wishes = options.map(choicesOf).filter(choices => choices.length > 0)
  const except = reading.except.flatMap(option => exceptions(resolveOption(option, env)))
  if (wishes.length === 0) return onlyExceptions(except)
  const [single] = wishes
  if (wishes.length === 1 && single !== undefined) return decide(single, except)
  return several(wishes, except)
}

function decide(choices: readonly Placed[], except: readonly When[]): Meaning {
  const ahead = choices.filter(({ over }) => !over)
  const whens = (ahead.length > 0 ? ahead : choices.slice(0, 1)).map(({ when }) => excluding(when, except))
  const [likeliest] = whens
  if (likeliest === undefined) return NONE
  if (ahead.length === 0) return { kind: 'past', when: likeliest, candidates: [] }
  if (whens.length > 1) return { kind: 'ambiguous', when: likeliest, candidates: whens }
  return { kind: 'resolved', when: likeliest, candidates: [] }
}

/** Several wishes are a set; where one of them has two meanings there is a set for each. */
function several(wishes: readonly (readonly Placed[])[], except: readonly When[]): Meaning {
  const open = wishes
    .map(choices => choices.filter(({ over }) => !over))
    .filter(choices => choices.length > 0)
  if (open.length === 0) return decide(wishes.flat().slice(0, 1), except)
  return decide(variantsOf(open).map(setOf), except)
}

/** Every way to choose one meaning for each wish, the likeliest first, as many as can be asked about. */
function variantsOf(wishes: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] {
  let variants: (readonly Placed[])[] = [[]]
  for (const choices of wishes) {
    variants = variants.flatMap(chosen => choices.map(choice => [...chosen, choice])).slice(0, MOST_VARIANTS)
  }
  return variants
}

function setOf(chosen: readonly Placed[]): Placed {
  const any = distinct(chosen.flatMap(({ when }) => members(when))).slice(0, MOST_MEMBERS)
  return {
    when: any.length === 1 && any[0] !== undefined ? any[0] : { type: 'set', any, except: [] },
    over: false,
  }
}

function distinct(whens: readonly When[]): readonly When[] {
  return [...new Map(whens.map(when => [JSON.stringify(when), when])).values()]
}

function members(when: When): readonly When[] {
  return when.type === 'set' ? when.any : [when]
}

function excluding(when: When, except: readonly When[]): When {
  const hours = when.type === 'day' && except.some(({ type }) => type === 'clock')
  const single = (when.type === 'day' && !hours) || when.type === 'time'
  return single || except.length === 0 ? when : { type: 'set', any: members(when), except }
}

function onlyExceptions(except: readonly When[]): Meaning {
  if (except.length === 0) return NONE
  const when: SetWhen = { type: 'set', any: [], except }
  return { kind: 'resolved', when, candidates: [] }
}

function choicesOf(meaning: OptionMeaning): readonly Placed[] {
  return meaning.kind === 'choices' ? meaning.choices : []
}

function exceptions(meaning: OptionMeaning): readonly When[] {
  return choicesOf(meaning).flatMap(({ when, over }) => (over ? [] : members(when)))
}
