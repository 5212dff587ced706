import type { Bound, Clock, ItemOf } from '../item.ts'
import type { PartOfDay } from '../meaning.ts'
import { partLimit } from '../part-hours.ts'
import { emptyOption, hasTime, type OptionDraft } from '../reading.ts'
import { dayBoundOf } from './days.ts'
import { type Draft, startOption } from './draft.ts'

/** A clock time is asked for, or limits a window, by the bound before it. */
export function takeClock(draft: Draft, clock: Clock, bound: Bound | null): void {
  const option = timeTarget(draft, bound)
  if (draft.between === 'second' && bound === null && option.from !== null) {
    option.until = clock
    draft.between = 'closed'
  } else if (bound === 'until' && option.at !== null && option.from === null && draft.join === null) {
    option.from = option.at
    option.at = null
    option.until = clock
  } else setClock(option, clock, bound)
}

export function setClock(option: OptionDraft, clock: Clock, bound: Bound | null): void {
  if (bound === 'just_before' || bound === 'just_after') setBeside(option, clock, bound)
  else if (bound === 'until' || bound === 'before') option.until = clock
  else if (bound === 'from' || bound === 'after' || bound === 'between') option.from = clock
  else option.at = clock
}

/** "kurz vor zwölf", "kurz nach drei": within half an hour. */
function setBeside(option: OptionDraft, clock: Clock, bound: 'just_before' | 'just_after'): void {
  const other = { ...clock, minutes: shifted(clock, bound === 'just_before' ? -SHORTLY : SHORTLY) }
  option.from = bound === 'just_before' ? other : clock
  option.until = bound === 'just_before' ? clock : other
}

const SHORTLY = 30
const HALF_DAY = 720

function shifted({ minutes, halves }: Clock, by: number): number {
  return halves ? (minutes + by + HALF_DAY) % HALF_DAY : Math.max(0, minutes + by)
}

/** "first thing Monday morning" is still early. */
const SHADES: Partial<Record<PartOfDay, PartOfDay>> = {
  early_morning: 'forenoon',
  late_morning: 'forenoon',
  early_afternoon: 'afternoon',
  late_afternoon: 'afternoon',
}

/** A part of the day is a window, or with a bound one edge of it: "ab mittags". */
export function takePart(draft: Draft, part: PartOfDay, bound: Bound | null): void {
  const { join, current } = draft
  const another = (join !== null && current.part !== null) || (join === 'or' && hasTime(current))
  const option = draft.replace || another ? timeTarget(draft, null) : draft.current
  if (option.part === null || SHADES[option.part] !== part) setPart(option, part, bound)
}

export function setPart(option: OptionDraft, part: PartOfDay, bound: Bound | null): void {
  if (bound === 'just_before') setBeside(option, limit(partLimit(part, 'before')), bound)
  else if (bound === 'just_after') setBeside(option, limit(partLimit(part, 'after')), bound)
  else if (bound === null || bound === 'at') option.part = part
  else if (bound === 'until' || bound === 'before') option.until = limit(partLimit(part, 'before'))
  else option.from = limit(partLimit(part, bound === 'after' ? 'after' : 'before'))
}

export function takeLength(draft: Draft, length: ItemOf<'length'>, bound: Bound | null): void {
  const { kind: _, ...told } = length
  const { amount, unit, sign, use } = told
  const isClockUnit = unit === 'minute' || unit === 'hour'
  const placesDay = (use === 'from_now' || use === 'from_day') && !isClockUnit
  const before = draft.join === null || use !== 'shift' ? [] : draft.current.days
  if (before.length > 0 && !isClockUnit) {
    const days = [...before, { type: 'in', amount: amount * sign, unit, counted: true } as const]
    startOption(draft, { ...emptyOption(), days })
  } else if (placesDay) {
    draft.current.days.push({ type: 'in', amount: amount * sign, unit, counted: use === 'from_day' })
    draft.current.dayBound = dayBoundOf(bound) ?? draft.current.dayBound
  } else if (use !== 'from_day') {
    draft.current.length = told
    if (use === 'from_now') draft.current.dayBound = dayBoundOf(bound)
  }
}

/** "etwas später" alone is a wish; beside a day or a time it adds nothing that can be placed. */
export function takeLater({ current }: Draft, sign: 1 | -1): void {
  current.later = sign
}

/** Another time after "oder" is another wish for the same days; after "lieber" it is the only one. */
function timeTarget(draft: Draft, bound: Bound | null): OptionDraft {
  const option = draft.current
  if (draft.replace || (draft.timeKept && draft.join === null)) {
    draft.timeKept = false
    option.at = null
    option.from = null
    option.until = null
    option.part = null
    return option
  }
  const second = option.at !== null && bound !== 'until'
  const plain = bound === null || bound === 'at'
  const another = hasTime(option) && (draft.join === 'or' || (draft.join !== null && plain))
  if (!second && !another) return option
  const { days, dayEnd, dayBound } = option
  return startOption(draft, { ...emptyOption(), days: [...days], dayEnd: [...dayEnd], dayBound })
}

function limit(minutes: number): Clock {
  return { minutes, halves: false, formal: true, grain: 'hour' }
}
