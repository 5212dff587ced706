import type { Found } from '../item.ts'
import { isUnknownWord, meaningAt } from '../rules/rule.ts'
import type { Draft } from './draft.ts'

/** A bare number is a time after a bound, next to a day or another time, or when nothing else was said. */
export function isTimeHere(draft: Draft, found: Found, at: number): boolean {
  const { lexemes, last } = draft
  if (found.next - found.first === lexemes.length) return true
  const counted = isUnknownWord(lexemes, found.next) && lexemes[found.next]?.pause === false
  if (draft.waiting?.next === found.first) {
    const persons = counted || isTimeLater(draft, at)
    return !(persons && meaningAt(lexemes, found.first - 1).bound === 'for')
  }
  const lastKind = last?.item.kind
  if (draft.between === 'second' && lastKind === 'clock') return true
  if (counted) return false
  if (last?.next === found.first && (lastKind === 'day' || lastKind === 'part')) return true
  if ((draft.join !== null || draft.replace) && lastKind === 'clock') return true
  return leadsToTime(draft, found, at)
}

/** "a table for four at seven". */
function isTimeLater({ found }: Draft, at: number): boolean {
  return found.slice(at + 1).some(({ item }) => item.kind === 'clock')
}

/** "zwei bis vier Uhr", "zwei oder drei Uhr", "drei nachmittags". */
function leadsToTime({ found }: Draft, { next }: Found, at: number): boolean {
  const following = found[at + 1]
  if (following?.first !== next) return false
  const { item } = following
  if (item.kind === 'part' || item.kind === 'day') return true
  if (item.kind === 'bound' && item.trailing === 'always') return true
  const links =
    item.kind === 'dash' || item.kind === 'or' || (item.kind === 'bound' && item.bound === 'until')
  const target = found[at + 2]
  return links && target?.item.kind === 'clock' && target.first === following.next
}
