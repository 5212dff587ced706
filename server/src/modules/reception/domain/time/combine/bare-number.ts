import type { Found } from '../item.ts'
import { isUnknownWord, meaningAt } from '../rules/rule.ts'
import type { Draft } from './draft.ts'

/** A bare number is a time after a bound, next to a day or another time, or when nothing else was said. */
export function isTimeHere(draft: Draft, found: Found, at: number): boolean {
  const { lexemes, last } = draft
  if (found.next - found.first === lexemes.length || isAllButNextHour(draft, found, at)) return true
  const before = meaningAt(lexemes, found.first - 1)
  if (before.persons === true) return false
  const counted = isUnknownWord(lexemes, found.next) && lexemes[found.next]?.pause === false
  if (draft.waiting?.next === found.first) {
    const persons = counted || isTimeLater(draft, at)
    return !(persons && before.bound === 'for')
  }
  if (draft.between === 'second' && last?.item.kind === 'clock') return true
  if (counted) return false
  return before.makes === true || followsTime(draft, found) || leadsToTime(draft, found, at)
}

/** "Dienstag zehn", "nachmittags drei", "um zehn oder elf", "morgen zehn elf". */
function followsTime({ last, join, replace }: Draft, found: Found): boolean {
  const { first } = found
  const kind = last?.item.kind
  if (last?.next === first && (kind === 'day' || kind === 'part' || isNextHour(last, found))) return true
  return (join !== null || replace) && kind === 'clock'
}

/** "so zehn, elf": an hour and the next one, with nothing between. */
function isNextHour({ item: before }: Found, { item }: Found): boolean {
  if (before.kind !== 'clock' || item.kind !== 'clock') return false
  return (item.clock.minutes - before.clock.minutes + HALF_DAY) % HALF_DAY === 60
}

const HALF_DAY = 720

/** "zehn elf" and nothing else. */
function isAllButNextHour({ found: all, lexemes }: Draft, found: Found, at: number): boolean {
  const next = all[at + 1]
  return (
    found.first === 0 && next?.next === lexemes.length && next.first === found.next && isNextHour(found, next)
  )
}

/** "a table for four at seven". */
function isTimeLater({ found }: Draft, at: number): boolean {
  return found.slice(at + 1).some(({ item }) => item.kind === 'clock')
}

/** "zwei bis vier Uhr", "zwei oder drei Uhr", "drei nachmittags". */
function leadsToTime(draft: Draft, { first, next }: Found, at: number): boolean {
  const { found, lexemes } = draft
  const following = found[at + 1]
  if (following?.first !== next) return false
  const { item } = following
  if (item.kind === 'part' || item.kind === 'day') return lexemes[first - 1]?.text !== 'fuer'
  if (item.kind === 'bound' && item.trailing !== 'never') return true
  if (item.kind === 'clock') return lexemes[next]?.pause === true && (!item.bare || listGoesOn(draft, at + 1))
  const links =
    item.kind === 'dash' || item.kind === 'or' || (item.kind === 'bound' && item.bound === 'until')
  const target = found[at + 2]
  return links && target?.item.kind === 'clock' && target.first === following.next
}

/** "zehn, elf oder zwölf Uhr". */
function listGoesOn(draft: Draft, at: number): boolean {
  const item = draft.found[at]
  return item !== undefined && leadsToTime(draft, item, at)
}
