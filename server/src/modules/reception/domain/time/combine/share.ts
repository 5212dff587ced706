import type { DaySpec } from '../item.ts'
import { hasTime, type OptionDraft } from '../reading.ts'

/**
 * What alternatives have in common is said once: "Montag oder Dienstag um drei", "nächste Woche Montag oder
 * Mittwoch", "am 13. oder 15. Juli". Each alternative gets what it lacks.
 */
export function shareBetween(options: readonly OptionDraft[]): void {
  if (options.length < 2) return
  shareTime(options)
  shareDay(options)
  for (const [i, option] of options.entries()) {
    const others = [...options.slice(i + 1), ...options.slice(0, i).reverse()]
    option.days = completeDays(
      option.days,
      others.flatMap(other => other.days),
    )
  }
}

/** "vom 13. bis 15. Juli", "Montag bis Mittwoch nächster Woche". */
export function shareAcrossRange(option: OptionDraft): void {
  if (option.dayEnd.length === 0) return
  const { days, dayEnd } = option
  option.days = completeDays(days, dayEnd)
  option.dayEnd = completeDays(dayEnd, days)
}

/** "nächste Woche außer Freitag" leaves out that week's Friday. */
export function shareWithExceptions(except: readonly OptionDraft[], options: readonly OptionDraft[]): void {
  if (except.length === 0) return
  const wanted = [...options, ...except].flatMap(option => option.days)
  for (const option of except) option.days = completeDays(option.days, wanted)
}

function shareTime(options: readonly OptionDraft[]): void {
  const first = options[0]
  const last = options.at(-1)
  const source = last !== undefined && hasTime(last) ? last : first?.timeFirst === true ? first : undefined
  if (source === undefined) return
  for (const option of options) {
    if (hasTime(option)) continue
    option.at = source.at
    option.from = source.from
    option.until = source.until
    option.part = source.part
    option.anyHour = source.anyHour
  }
}

/** "um zehn oder um elf am Donnerstag": a day behind the last time is that of the times before it. */
function shareDay(options: readonly OptionDraft[]): void {
  const last = options.at(-1)
  if (last === undefined || !last.timeFirst || last.days.length === 0) return
  for (const option of options) {
    if (option.days.length > 0 || option.at === null) continue
    option.days = [...last.days]
    option.dayBound = last.dayBound
  }
}

function completeDays(days: readonly DaySpec[], others: readonly DaySpec[]): DaySpec[] {
  const only = days[0]
  if (only === undefined || days.length > 1) return [...days]
  if (only.type === 'date') return [completeDate(only, others)]
  const open = only.type === 'weekdays' || (only.type === 'weekday' && only.which === 'bare')
  const period = open ? others.find(isPeriod) : undefined
  return period === undefined ? [only] : [only, period]
}

function completeDate(date: DaySpec & { type: 'date' }, others: readonly DaySpec[]): DaySpec {
  const named = others.find(other => other.type === 'date' && other.month !== undefined)
  if (date.month !== undefined || named?.type !== 'date' || named.month === undefined) return date
  return { ...date, month: named.month, ...(named.year === undefined ? {} : { year: named.year }) }
}

function isPeriod(spec: DaySpec): boolean {
  return spec.type === 'week' || spec.type === 'calendar_week'
}
