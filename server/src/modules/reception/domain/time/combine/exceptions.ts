import type { Bound, Found, Item } from '../item.ts'
import type { Draft } from './draft.ts'
import { setClock, setPart } from './times.ts'

/** "nicht freitagnachmittags", "außer Montag ab zehn": hours that touch the excluded day are excluded with it. */
export function narrowsException(draft: Draft, found: Found): boolean {
  const { exceptOpen, last, lexemes } = draft
  const { kind } = found.item
  if (!exceptOpen || last?.item.kind !== 'day' || draft.join !== null || draft.replace) return false
  if (kind !== 'part' && kind !== 'clock') return false
  const waiting = draft.waiting?.next === found.first ? draft.waiting : null
  const first = waiting?.first ?? found.first
  return first === last.next && (first === found.next || lexemes[first]?.pause === false)
}

export function excludeHours({ except }: Draft, item: Item, bound: Bound | null): void {
  const option = except.at(-1)
  if (option === undefined) return
  if (item.kind === 'clock') setClock(option, item.clock, bound)
  if (item.kind === 'part') setPart(option, item.part, bound)
}
