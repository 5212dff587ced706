import type { DaySpec } from '../item.ts'
import { type DayRun, isWithin } from './day-run.ts'

/**
 * The days that a few words about one day mean together. `all` are days that are all meant ("montags"),
 * `choices` exclude each other, likeliest first; `impossible` is a day that no calendar has.
 */
export type DayReading =
  | { readonly kind: 'choices'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'all'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'contradictory'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'impossible' }

export type SpecOf<Type extends DaySpec['type']> = Extract<DaySpec, { type: Type }>

export const IMPOSSIBLE: DayReading = { kind: 'impossible' }

export function choices(runs: readonly DayRun[]): DayReading {
  return { kind: 'choices', runs }
}

export function maybe(run: DayRun | null): DayReading {
  return run === null ? IMPOSSIBLE : choices([run])
}

export function findSpec<Type extends DaySpec['type']>(
  specs: readonly DaySpec[],
  type: Type,
): SpecOf<Type> | undefined {
  return specs.find((spec): spec is SpecOf<Type> => spec.type === type)
}

/** Two descriptions of one day: they agree, one lies within the other, or they contradict. */
export function narrow(a: DayReading, b: DayReading): DayReading {
  if (a.kind === 'impossible' || b.kind === 'impossible') return IMPOSSIBLE
  if (a.kind !== 'choices' || b.kind !== 'choices') return a.kind === 'choices' ? b : a
  const agreed = a.runs.flatMap(run => b.runs.flatMap(other => common(run, other) ?? []))
  return agreed.length > 0 ? choices(agreed) : { kind: 'contradictory', runs: [...a.runs, ...b.runs] }
}

function common(a: DayRun, b: DayRun): DayRun | null {
  if (isWithin(a.first, b) && isWithin(a.last, b)) return a
  return isWithin(b.first, a) && isWithin(b.last, a) ? b : null
}
