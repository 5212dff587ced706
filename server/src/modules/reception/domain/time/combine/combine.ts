import type { Bound, Found, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { emptyOption, hasContent, type Reading } from '../reading.ts'
import { isTimeHere } from './bare-number.ts'
import { takeDay } from './days.ts'
import { type Draft, markUsed, newDraft } from './draft.ts'
import { excludeHours, narrowsException } from './exceptions.ts'
import { excludeBefore, takeBound, takeDash, takeInstead, takeJoin, takeNegation, takeOnto } from './links.ts'
import { shareAcrossRange, shareBetween, shareWithExceptions } from './share.ts'
import { takeClock, takeLater, takeLength, takePart } from './times.ts'

/** Beyond these it is not a wish but a list read aloud. */
const MOST_WISHES = 8

/** Puts what the rules found together into what the caller asks for; null when nothing was asked. */
export function combine(lexemes: readonly Lexeme[], found: readonly Found[]): Reading | null {
  const draft = newDraft(lexemes, found)
  for (const [at, each] of found.entries()) takeItem(draft, each, at)
  return finish(draft)
}

function finish(draft: Draft): Reading | null {
  const options = draft.options.filter(hasContent).slice(0, MOST_WISHES)
  if (draft.first === null || options.length + draft.except.length === 0) return null
  for (const option of options) shareAcrossRange(option)
  shareBetween(options)
  const except = draft.except.slice(0, MOST_WISHES)
  shareWithExceptions(except, options)
  const { instead, first, next } = draft
  return { options, except, instead, first, next }
}

function takeItem(draft: Draft, found: Found, at: number): void {
  const { item } = found
  if (item.kind === 'bound') takeBound(draft, item, at)
  else if (item.kind === 'dash') takeDash(draft, found)
  else if (item.kind === 'onto') takeOnto(draft, found)
  else if (item.kind === 'or' || item.kind === 'and') takeJoin(draft, item.kind)
  else if (item.kind === 'instead') takeInstead(draft)
  else if (item.kind === 'not' || item.kind === 'except') takeNegation(draft, found, at)
  else if (item.kind === 'unsuitable') excludeBefore(draft, found)
  else takeContent(draft, found, at)
}

function takeContent(draft: Draft, found: Found, at: number): void {
  const { item } = found
  if (item.kind === 'clock' && item.bare && !isTimeHere(draft, found, at)) return
  const waiting = draft.waiting?.next === found.first ? draft.waiting : null
  const bound = waiting?.dash === true && item.kind === 'part' ? null : (waiting?.bound ?? null)
  const listed = draft.join !== null || draft.neither || continuesDates(draft, found)
  const continued = draft.exceptOpen && listed && item.kind === 'day'
  if (draft.negateNext || continued) exclude(draft, item)
  else if (narrowsException(draft, found)) excludeHours(draft, item, bound)
  else {
    draft.exceptOpen = false
    takeWanted(draft, found, bound)
  }
  draft.negateNext = false
  draft.waiting = null
  draft.join = null
  draft.replace = false
  draft.last = found
  markUsed(draft, { first: waiting?.first ?? found.first, next: found.next })
}

/** "nicht am 24., 25. und 26. Dezember": the month is still to come. */
function continuesDates({ last }: Draft, { item, first }: Found): boolean {
  if (last?.next !== first || last.item.kind !== 'day' || item.kind !== 'day') return false
  const { spec } = last.item
  return spec.type === 'date' && spec.month === undefined && item.spec.type === 'date'
}

function exclude(draft: Draft, item: Item): void {
  if (item.kind === 'day') draft.except.push({ ...emptyOption(), days: [item.spec] })
  if (item.kind === 'part') draft.except.push({ ...emptyOption(), part: item.part })
  draft.exceptOpen = true
}

function takeWanted(draft: Draft, found: Found, bound: Bound | null): void {
  const { item } = found
  if (item.kind === 'day') takeDay(draft, found, { spec: item.spec, bound })
  if (item.kind === 'clock') takeClock(draft, item.clock, bound)
  if (item.kind === 'part') takePart(draft, item.part, bound)
  if (item.kind === 'length') takeLength(draft, item, bound)
  if (item.kind === 'now') draft.current.now = true
  if (item.kind === 'same_time') draft.current.sameTime = true
  if (item.kind === 'any_hour') draft.current.anyHour = true
  if (item.kind === 'cadence') draft.current.everyWeeks = item.weeks
  if (item.kind === 'later') takeLater(draft, item.sign)
}
