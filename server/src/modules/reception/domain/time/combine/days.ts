import type { Bound, DaySpec, Found } from '../item.ts'
import type { Weekday } from '../meaning.ts'
import { type DayBound, emptyOption, hasTime, type OptionDraft } from '../reading.ts'
import { type Draft, startOption } from './draft.ts'

interface BoundDay {
  readonly spec: DaySpec
  readonly bound: Bound | null
}

/** A day joins the option in progress, ends its range, replaces its day, or begins another option. */
export function takeDay(draft: Draft, found: Found, { spec, bound }: BoundDay): void {
  const option = draft.current
  if (spec.type !== 'weekdays' && endsRange(draft, bound)) {
    option.dayEnd = [spec]
    option.dayBound = null
    draft.between = 'closed'
    return
  }
  if (option.dayEnd.length > 0 && draft.last?.next === found.first && !clashes(option.dayEnd, spec)) {
    option.dayEnd.push(spec)
    return
  }
  if (draft.replace) {
    replaceDays(option)
    draft.timeKept = hasTime(option)
  }
  if (spec.type === 'weekdays' && (joinWeekdays(draft, spec) || runOfWeekdays(draft, spec, bound))) return
  const target = needsNewOption(draft, spec) ? startOption(draft, emptyOption()) : option
  if (target.days.length === 0) target.timeFirst = hasTime(target)
  target.days.push(spec)
  const dayBound = dayBoundOf(bound)
  if (dayBound !== null) target.dayBound = dayBound
}

/** "von Montag bis Mittwoch", "zwischen Montag und Mittwoch". */
function endsRange({ current, between }: Draft, bound: Bound | null): boolean {
  return (bound === 'until' || (bound === null && between === 'second')) && canEnd(current)
}

function canEnd(option: OptionDraft): boolean {
  const begins = (option.dayBound ?? 'from') === 'from'
  const timed = hasTime({ ...option, anyHour: false })
  return option.days.length > 0 && option.dayEnd.length === 0 && begins && !timed
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

/** "montags bis freitags". */
function runOfWeekdays(
  { current }: Draft,
  spec: DaySpec & { readonly type: 'weekdays' },
  bound: Bound | null,
): boolean {
  const [before] = current.days
  const [first, ...more] = before?.type === 'weekdays' ? before.weekdays : []
  const [last, ...others] = spec.weekdays
  if (bound !== 'until' || first === undefined || last === undefined || more.length + others.length > 0)
    return false
  current.days = [{ type: 'weekdays', weekdays: weekdaysFrom(first, last) }]
  current.dayBound = null
  return true
}

/** From one weekday to the next such day, over the weekend if need be. */
function weekdaysFrom(first: Weekday, last: Weekday): readonly Weekday[] {
  const days = (last - first + 7) % 7
  return Array.from({ length: days + 1 }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday)
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

export function dayBoundOf(bound: Bound | null): DayBound | null {
  if (bound === 'between') return 'from'
  if (bound === 'just_before') return 'before'
  if (bound === 'just_after') return 'after'
  return bound === 'at' ? null : bound
}
