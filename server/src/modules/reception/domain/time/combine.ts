import type { Bound, Clock, DaySpec, Found, Item } from './item.ts'
import type { Lexeme } from './lexicon.ts'
import { PART_HOURS } from './part-hours.ts'
import { type DayBound, emptyOption, hasContent, hasTime, type OptionDraft, type Reading } from './reading.ts'
import { isUnknownWord } from './rules/rule.ts'
import { shareAcrossRange, shareBetween, shareWithExceptions } from './share.ts'

/**
 * Puts found items together. Items are read once from left to right; a draft holds the option in progress.
 * Bounds ("ab", "bis") wait for the item that touches them and are dropped when none does. "oder" starts a new
 * option, "lieber" replaces what the option already has, "nicht" and "außer" send a day to the exceptions.
 */
interface Draft {
  readonly lexemes: readonly Lexeme[]
  readonly found: readonly Found[]
  readonly options: OptionDraft[]
  readonly except: OptionDraft[]
  current: OptionDraft
  waiting: { readonly bound: Bound; readonly first: number; readonly next: number } | null
  betweenOpen: boolean
  join: 'or' | 'and' | null
  replace: boolean
  negateNext: boolean
  exceptOpen: boolean
  instead: boolean
  last: Found | null
  first: number | null
  next: number
}

type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>

export function combine(lexemes: readonly Lexeme[], found: readonly Found[]): Reading | null {
  const current = emptyOption()
  const draft: Draft = {
    lexemes,
    found,
    options: [current],
    except: [],
    current,
    waiting: null,
    betweenOpen: false,
    join: null,
    replace: false,
    negateNext: false,
    exceptOpen: false,
    instead: false,
    last: null,
    first: null,
    next: 0,
  }
  for (let at = 0; at < found.length; at += 1) take(draft, at)
  return finish(draft)
}

function finish(draft: Draft): Reading | null {
  const options = draft.options.filter(hasContent)
  if (draft.first === null || options.length + draft.except.length === 0) return null
  for (const option of options) shareAcrossRange(option)
  shareBetween(options)
  shareWithExceptions(draft.except, options)
  const { except, instead, first, next } = draft
  return { options, except, instead, first, next }
}

function take(draft: Draft, at: number): void {
  const found = draft.found[at] as Found
  const { item } = found
  if (item.kind === 'bound') takeBound(draft, found, item)
  else if (item.kind === 'dash') takeDash(draft, found)
  else if (item.kind === 'onto') takeOnto(draft, found)
  else if (item.kind === 'or' || item.kind === 'and') takeJoin(draft, item.kind)
  else if (item.kind === 'instead') takeInstead(draft)
  else if (item.kind === 'not' || item.kind === 'except') takeNegation(draft, found, at)
  else takeContent(draft, found, at)
}

function takeInstead(draft: Draft): void {
  draft.instead = true
  draft.replace = draft.last !== null && draft.join === null
  if (draft.exceptOpen) draft.except.length = 0
}

function takeBound(draft: Draft, found: Found, { bound, negated }: ItemOf<'bound'>): void {
  const chained = bound === 'at' && !negated && draft.waiting?.next === found.first
  const kept = chained ? draft.waiting?.bound : negated ? opposite(bound) : bound
  const first = chained ? (draft.waiting?.first ?? found.first) : found.first
  draft.waiting = kept === undefined ? null : { bound: kept, first, next: found.next }
  draft.betweenOpen = kept === 'between' || (draft.betweenOpen && bound === 'at')
  draft.negateNext = negated && kept === undefined
}

/** "nicht vor zehn" is "ab zehn"; "nicht um zehn" has no window to offer. */
function opposite(bound: Bound): Bound | undefined {
  if (bound === 'before') return 'from'
  return bound === 'after' ? 'until' : undefined
}

function takeDash(draft: Draft, found: Found): void {
  if (draft.last?.next === found.first)
    draft.waiting = { bound: 'until', first: found.first, next: found.next }
}

/** "vom 14. auf den 15." is a run of days; "von Montag auf Dienstag verschieben" names a new day. */
function takeOnto(draft: Draft, found: Found): void {
  const from = draft.current.days.at(-1)
  if (draft.current.dayBound !== 'from' || draft.last?.next !== found.first) return
  if (from?.type === 'date') draft.waiting = { bound: 'until', first: found.first, next: found.next }
  else draft.replace = true
}

function takeJoin(draft: Draft, join: 'or' | 'and'): void {
  if (draft.betweenOpen && join === 'and') draft.waiting = null
  else draft.join = join
}

/** "nicht am Montag", "außer freitags" exclude what follows; "Montag geht nicht" what came before. */
function takeNegation(draft: Draft, found: Found, at: number): void {
  const following = draft.found[at + 1]
  const kind = following?.item.kind
  const touches = following?.first === found.next && draft.lexemes[found.next]?.pause !== true
  if (touches && (kind === 'day' || kind === 'part' || kind === 'clock')) {
    draft.negateNext = true
    mark(draft, found)
    return
  }
  const excluded = draft.current
  if (draft.last?.next !== found.first || excluded.days.length === 0) return
  draft.options.splice(draft.options.indexOf(excluded), 1)
  draft.except.push(excluded)
  draft.exceptOpen = true
  startOption(draft, emptyOption())
  mark(draft, found)
}

function takeContent(draft: Draft, found: Found, at: number): void {
  const { item } = found
  if (item.kind === 'clock' && item.bare && !isTimeHere(draft, found, at)) return
  const waiting = draft.waiting?.next === found.first ? draft.waiting : null
  const bound = waiting?.bound ?? null
  if (draft.negateNext || (draft.exceptOpen && draft.join !== null && item.kind === 'day')) {
    exclude(draft, item)
  } else {
    draft.exceptOpen = false
    takeWanted(draft, found, bound)
  }
  draft.negateNext = false
  draft.waiting = null
  draft.join = null
  draft.replace = false
  draft.last = found
  mark(draft, { first: waiting?.first ?? found.first, next: found.next })
}

function exclude(draft: Draft, item: Item): void {
  if (item.kind === 'day') draft.except.push({ ...emptyOption(), days: [item.spec] })
  if (item.kind === 'part') draft.except.push({ ...emptyOption(), part: item.part })
  draft.exceptOpen = true
}

function takeWanted(draft: Draft, found: Found, bound: Bound | null): void {
  const { item } = found
  if (item.kind === 'day') takeDay(draft, item.spec, bound, found)
  if (item.kind === 'clock') takeClock(draft, item.clock, bound)
  if (item.kind === 'part') takePart(draft, item, bound)
  if (item.kind === 'length') takeLength(draft, item)
  if (item.kind === 'now') draft.current.now = true
}

function takeDay(draft: Draft, spec: DaySpec, bound: Bound | null, found: Found): void {
  const option = draft.current
  const ranged = draft.betweenOpen && bound === null && option.dayBound === 'from' && option.days.length > 0
  if ((bound === 'until' && canEnd(option)) || (ranged && draft.last?.item.kind === 'day')) {
    option.dayEnd = [spec]
    option.dayBound = null
    draft.betweenOpen = false
    return
  }
  if (option.dayEnd.length > 0 && draft.last?.next === found.first && !clashes(option.dayEnd, spec)) {
    option.dayEnd.push(spec)
    return
  }
  if (draft.replace) replaceDays(option)
  if (spec.type === 'weekdays' && joinWeekdays(draft, spec)) return
  const target = needsNewOption(draft, spec) ? startOption(draft, emptyOption()) : option
  if (target.days.length === 0) target.timeFirst = hasTime(target)
  target.days.push(spec)
  const dayBound = dayBoundOf(bound)
  if (dayBound !== null) target.dayBound = dayBound
}

function canEnd(option: OptionDraft): boolean {
  return (
    option.days.length > 0 &&
    option.dayEnd.length === 0 &&
    (option.dayBound ?? 'from') === 'from' &&
    !hasTime(option)
  )
}

function needsNewOption({ current, join }: Draft, spec: DaySpec): boolean {
  return current.days.length > 0 && (join !== null || clashes(current.days, spec))
}

/** "montags oder mittwochs" are the days of one kind. */
function joinWeekdays({ current, join }: Draft, spec: DaySpec & { readonly type: 'weekdays' }): boolean {
  const [before] = current.days
  if (join === null || before?.type !== 'weekdays' || current.days.length > 1 || hasTime(current))
    return false
  current.days = [{ type: 'weekdays', weekdays: [...before.weekdays, ...spec.weekdays] }]
  return true
}

function replaceDays(option: OptionDraft): void {
  option.days = []
  option.dayEnd = []
  option.dayBound = null
}

/** Two weekdays, two dates: these cannot be one day, so they are two wishes. */
function clashes(days: readonly DaySpec[], spec: DaySpec): boolean {
  return days.some(day => day.type === spec.type)
}

function dayBoundOf(bound: Bound | null): DayBound | null {
  if (bound === 'between') return 'from'
  return bound === 'at' ? null : bound
}

function takeClock(draft: Draft, clock: Clock, bound: Bound | null): void {
  const option = timeTarget(draft, bound)
  if (draft.betweenOpen && bound === null && option.from !== null) {
    option.until = clock
    draft.betweenOpen = false
  } else if (bound === 'until' && option.at !== null && option.from === null && draft.join === null) {
    option.from = option.at
    option.at = null
    option.until = clock
  } else if (bound === 'until' || bound === 'before') option.until = clock
  else if (bound === 'from' || bound === 'after' || bound === 'between') option.from = clock
  else option.at = clock
}

/** Another time after "oder" is another wish for the same days; after "lieber" it is the only one. */
function timeTarget(draft: Draft, bound: Bound | null): OptionDraft {
  const option = draft.current
  if (draft.replace) {
    option.at = null
    option.from = null
    option.until = null
    option.part = null
    return option
  }
  const second = option.at !== null && bound !== 'until'
  const another = draft.join !== null && hasTime(option) && bound === null
  if (!second && !another) return option
  const copy = {
    ...emptyOption(),
    days: [...option.days],
    dayEnd: [...option.dayEnd],
    dayBound: option.dayBound,
  }
  return startOption(draft, copy)
}

function takePart(draft: Draft, { part }: ItemOf<'part'>, bound: Bound | null): void {
  const { from, until } = PART_HOURS[part]
  const limit = (minutes: number): Clock => ({ minutes, halves: false, formal: true, grain: 'hour' })
  if (draft.replace || (draft.join !== null && draft.current.part !== null)) timeTarget(draft, null)
  if (bound === 'from' || bound === 'between') draft.current.from = limit(from)
  else if (bound === 'until' || bound === 'before') draft.current.until = limit(from)
  else if (bound === 'after') draft.current.from = limit(until)
  else draft.current.part = part
}

function takeLength(draft: Draft, length: ItemOf<'length'>): void {
  const { amount, unit, sign, use } = length
  const isClockUnit = unit === 'minute' || unit === 'hour'
  if (use === 'from_now' && !isClockUnit && Number.isInteger(amount)) {
    draft.current.days.push({ type: 'in', amount: amount * sign, unit })
  } else draft.current.length = { amount, unit, sign, use }
}

function startOption(draft: Draft, option: OptionDraft): OptionDraft {
  draft.options.push(option)
  draft.current = option
  return option
}

/** A bare number is a time after a bound, next to a day or another time, or when nothing else was said. */
function isTimeHere(draft: Draft, found: Found, at: number): boolean {
  const { lexemes, last } = draft
  if (found.next - found.first === lexemes.length) return true
  if (draft.waiting?.next === found.first) return true
  const counted = isUnknownWord(lexemes, found.next) && lexemes[found.next]?.pause === false
  if (counted) return false
  const lastKind = last?.item.kind
  if (last?.next === found.first && (lastKind === 'day' || lastKind === 'part')) return true
  if ((draft.join !== null || draft.betweenOpen || draft.replace) && lastKind === 'clock') return true
  return leadsToTime(draft, found, at)
}

/** "zwei bis vier Uhr", "zwei oder drei Uhr", "drei nachmittags". */
function leadsToTime({ found }: Draft, { next }: Found, at: number): boolean {
  const following = found[at + 1]
  if (following?.first !== next) return false
  const { item } = following
  if (item.kind === 'part' || item.kind === 'day') return true
  const links =
    item.kind === 'dash' || item.kind === 'or' || (item.kind === 'bound' && item.bound === 'until')
  const target = found[at + 2]
  return links && target?.item.kind === 'clock' && target.first === following.next
}

function mark(draft: Draft, { first, next }: { readonly first: number; readonly next: number }): void {
  draft.first ??= first
  draft.next = Math.max(draft.next, next)
}
