import type { DaySpec, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { calendarDateRule } from './calendar-date.ts'
import { connectorRule } from './connector.ts'
import { isUnknownWord, type Match, match, meaningAt, type Rule, skipArticles, wholeNumber } from './rule.ts'

/** Bare numbers that are days because a date beside them is one: "13 bis 15. Juli", "July 13 to 15". */
export const dateRunRule: Rule = (lexemes, at): Match | null =>
  numberBeforeDate(lexemes, skipArticles(lexemes, at)) ??
  numberAfterDate(lexemes, at) ??
  ordinalAfterDay(lexemes, at)

function numberBeforeDate(lexemes: readonly Lexeme[], at: number): Match | null {
  const day = dayOfMonth(lexemes, at)
  const link = day === null ? null : linkAt(lexemes, at + 1)
  const date = link === null ? null : calendarDateRule(lexemes, link.next)
  const spec = dateIn(date)
  if (day === null || link === null || date === null || spec?.month === undefined) return null
  const first: Item = { kind: 'day', spec: { ...spec, day } }
  return match(date.next, first, ...link.items, ...date.items)
}

function numberAfterDate(lexemes: readonly Lexeme[], at: number): Match | null {
  const monthFirst = meaningAt(lexemes, skipArticles(lexemes, at)).month !== undefined
  const date = monthFirst ? calendarDateRule(lexemes, at) : null
  const link = date === null ? null : linkAt(lexemes, date.next)
  const place = link === null ? at : skipArticles(lexemes, link.next)
  const day = dayOfMonth(lexemes, place)
  const spec = dateIn(date)
  if (date === null || link === null || day === null || spec === null) return null
  const { oclock, meridiem, unit } = meaningAt(lexemes, place + 1)
  if ((oclock ?? meridiem ?? unit) !== undefined) return null
  return match(place + 1, ...date.items, ...link.items, { kind: 'day', spec: { ...spec, day } })
}

/** "am fünften oder sechsten": the second goes without its article. */
function ordinalAfterDay(lexemes: readonly Lexeme[], at: number): Match | null {
  const date = calendarDateRule(lexemes, at)
  const spec = dateIn(date)
  if (date === null || spec === null || spec.month !== undefined) return null
  const link = linkAt(lexemes, date.next)
  if (link === null || calendarDateRule(lexemes, link.next) !== null) return null
  const day = meaningAt(lexemes, link.next).ordinal
  const after = meaningAt(lexemes, link.next + 1)
  const isDay = day !== undefined && day <= 31 && after.unit === undefined && after.weekday === undefined
  if (!isDay || isUnknownWord(lexemes, link.next + 1)) return null
  return match(link.next + 1, ...date.items, ...link.items, { kind: 'day', spec: { ...spec, day } })
}

function linkAt(lexemes: readonly Lexeme[], at: number): Match | null {
  const link = connectorRule(lexemes, at)
  const item = link?.items[0]
  if (item === undefined || link === null) return null
  const joins = item.kind === 'dash' || item.kind === 'and' || item.kind === 'or'
  return joins || (item.kind === 'bound' && item.bound === 'until') ? link : null
}

function dayOfMonth(lexemes: readonly Lexeme[], at: number): number | null {
  return meaningAt(lexemes, at).ordinal ?? wholeNumber(lexemes, at, [1, 31])
}

function dateIn(date: Match | null): Extract<DaySpec, { type: 'date' }> | null {
  const item = date?.items[0]
  return item?.kind === 'day' && item.spec.type === 'date' ? item.spec : null
}
