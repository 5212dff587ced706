import type { Bound, DaySpec, Found, Item, ItemOf } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { emptyOption } from '../reading.ts'
import { meaningAt } from '../rules/rule.ts'
import { type Draft, markUsed, startOption, touchingItem } from './draft.ts'

/** The words between days and times: what they do to what comes next, or to what was just said. */
export function takeBound(draft: Draft, item: ItemOf<'bound'>, at: number): void {
  const found = draft.found[at] as Found
  if (isGenitive(draft, found, at)) return
  if (item.trailing !== 'never' && boundsBefore(draft, item, at)) trail(draft, item.bound, found)
  else {
    if (item.trailing === 'always') draft.join = 'or'
    waitForNext(draft, item, found)
  }
}

/** "am Vormittag vom 3. Dezember", but "vormittags von Montag bis Mittwoch". */
function isGenitive({ last, found, lexemes }: Draft, { first, item }: Found, at: number): boolean {
  const text = lexemes[first]?.text
  if (item.kind !== 'bound' || item.bound !== 'from' || (text !== 'vom' && text !== 'von')) return false
  const [day, after] = [found[at + 1], found[at + 2]]
  const ends = after?.item.kind === 'bound' || after?.item.kind === 'dash' || after?.item.kind === 'onto'
  return last?.item.kind === 'part' && last.next === first && day?.item.kind === 'day' && !ends
}

function waitForNext(draft: Draft, { bound, negated }: ItemOf<'bound'>, found: Found): void {
  const chained = bound === 'at' && !negated && draft.waiting?.next === found.first
  const kept = chained ? draft.waiting?.bound : negated ? opposite(bound) : bound
  const first = chained ? (draft.waiting?.first ?? found.first) : found.first
  draft.waiting = kept === undefined ? null : { bound: kept, first, next: found.next, dash: false }
  if (kept === 'between') draft.between = 'first'
  else if (bound !== 'at') draft.between = 'closed'
  draft.negateNext ||= negated && kept === undefined
}

/** "um zehn frühestens", "drei Uhr oder später": the limit was said after the time. */
function boundsBefore(draft: Draft, { trailing }: ItemOf<'bound'>, at: number): boolean {
  const before = draft.last?.item.kind
  const follows = touchingItem(draft, at)?.kind
  const open = follows === 'part' || follows === 'day' || follows === 'bound'
  const leads = follows === 'clock' || (open && trailing !== 'always')
  return draft.last?.next === draft.found[at]?.first && (before === 'clock' || before === 'day') && !leads
}

function trail(draft: Draft, bound: Bound, found: Found): void {
  const { current } = draft
  if (draft.last?.item.kind === 'clock') {
    const limit = current.at ?? current.until ?? current.from
    current.from = bound === 'until' ? null : limit
    current.until = bound === 'until' ? limit : null
    current.at = null
  } else current.dayBound = bound === 'until' ? 'until' : 'from'
  markUsed(draft, found)
}

/** "nicht vor zehn" is "ab zehn"; "nicht um zehn" has no window to offer. */
function opposite(bound: Bound): Bound | undefined {
  if (bound === 'before') return 'from'
  return bound === 'after' ? 'until' : undefined
}

export function takeDash(draft: Draft, found: Found): void {
  if (draft.last?.next !== found.first) return
  draft.waiting = { bound: 'until', first: found.first, next: found.next, dash: true }
}

/** "vom 14. auf den 15." is a run of days; "von Montag auf Dienstag verschieben" names a new day. */
export function takeOnto(draft: Draft, found: Found): void {
  if (draft.lexemes.some(({ meaning }) => meaning.move === true)) {
    moveAway(draft)
    return
  }
  if (draft.last?.next !== found.first) return
  const from = draft.current.dayBound === 'from' ? draft.current.days.at(-1) : undefined
  if (from?.type === 'date' || isNextWeekday(from, draft.found[draft.found.indexOf(found) + 1]?.item)) {
    draft.waiting = { bound: 'until', first: found.first, next: found.next, dash: false }
  } else draft.replace = from !== undefined
}

/** "von Freitag auf Samstag". */
function isNextWeekday(from: DaySpec | undefined, item: Item | undefined): boolean {
  if (from?.type !== 'weekday' || item?.kind !== 'day' || item.spec.type !== 'weekday') return false
  return item.spec.weekday === (from.weekday % 7) + 1
}

/** What was said so far is where the appointment is, not where it goes. */
function moveAway(draft: Draft): void {
  draft.options.length = 0
  startOption(draft, emptyOption())
}

export function takeJoin(draft: Draft, join: 'or' | 'and'): void {
  if (draft.between === 'first' && join === 'and') draft.between = 'second'
  else draft.join = join
}

export function takeInstead(draft: Draft): void {
  draft.instead = true
  draft.replace = draft.last !== null && draft.join === null
  if (draft.exceptOpen) draft.except.length = 0
}

/** "nicht am Montag", "außer freitags" exclude what follows; "Montag geht nicht" what came before. */
export function takeNegation(draft: Draft, found: Found, at: number): void {
  const next = touchingItem(draft, at)
  const kind = next?.kind === 'bound' && next.bound === 'at' ? 'clock' : next?.kind
  if (kind === 'day' || kind === 'part' || kind === 'clock') {
    draft.negateNext = true
    draft.neither = meaningAt(draft.lexemes, found.first).neither === true
    markUsed(draft, found)
  } else excludeBefore(draft, found)
}

/** "Montag geht nicht", "vormittags ist schlecht", "Montag schaffe ich das leider nicht". */
export function excludeBefore(draft: Draft, found: Found): void {
  const { current } = draft
  const excluded = draft.chain.filter(option => option.days.length > 0 || option.part !== null)
  if (!isSaidOf(draft, found) || (current.days.length === 0 && current.part === null)) return
  for (const option of excluded) draft.options.splice(draft.options.indexOf(option), 1)
  draft.except.push(...excluded)
  draft.exceptOpen = true
  startOption(draft, emptyOption())
  markUsed(draft, found)
}

/** Beyond these words it denies something else. */
const MOST_WORDS_BETWEEN = 4

/** It follows what was said, with nothing but a few words of the same breath between, and ends it. */
function isSaidOf({ lexemes, last }: Draft, { first, next }: Found): boolean {
  if (last === null) return false
  if (last.next === first) return true
  const between = lexemes.slice(last.next, first + 1)
  const ends = lexemes[next] === undefined || lexemes[next]?.pause === true
  return ends && between.length <= MOST_WORDS_BETWEEN + 1 && between.every(isPlainWord)
}

function isPlainWord({ kind, pause, meaning }: Lexeme): boolean {
  return !pause && kind === 'word' && meaning.or !== true && meaning.and !== true && meaning.instead !== true
}
