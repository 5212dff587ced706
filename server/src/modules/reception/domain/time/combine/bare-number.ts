import type { Found } from '../item.ts'
import { isUnknownWord, meaningAt } from '../rules/rule.ts'
import type { Draft } from './draft.ts'

/** A bare number is a time after a bound, next to a day or another time, or when nothing else was said. */
export function isTimeHere(draft: Draft, found: Found, at: number): boolean {
  const { lexemes, last } = draft
  if (found.next - found.first === lexemes.length) return true
  const counted = isUnknownWord(lexemes, found.next) && lexemes[found.next]?.pause === false
  if (draft.waiting?.next === found.first) {
    return !(counted && meaningAt(lexemes, found.first - 1).bound === 'for')
  }
  if (counted) return false
  const lastKind = last?.item.kind
  if (last?.next === found.first && (lastKind === 'day' || lastKind === 'part')) return true
  if ((draft.join !== null || draft.between === 'second' || draft.replace) && lastKind === 'clock')
    return true
  return leadsToTime(draft, found, at)
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
