/** At most so many options in one answer: nobody keeps four in mind on the phone. */
const MOST_OFFERS = 3

/** A start that can be offered, in epoch milliseconds. */
export type Offerable = { readonly start: number; readonly zone: string }

/**
 * Earliest first, and rather different hours or days than neighbours: three starts of one hour are no choice. The same
 * holds towards the start that was offered last, which `after` names.
 */
export function pickOffers<T extends Offerable>(slots: readonly T[], after: number | null = null): T[] {
  const picked: T[] = []
  for (const slot of slots) {
    if (picked.length === MOST_OFFERS) break
    const starts = picked.map(other => other.start)
    if (![after ?? -Infinity, ...starts].some(start => isNeighbour(start, slot))) picked.push(slot)
  }
  const rest = slots.filter(slot => !picked.includes(slot)).slice(0, MOST_OFFERS - picked.length)
  return [...picked, ...rest].toSorted((one, other) => one.start - other.start)
}

/**
 * Whether there are as many as can be picked, none a neighbour of another or of what was offered last: more to pick
 * from changes nothing.
 */
export function areApart(picked: readonly Offerable[], after: number | null): boolean {
  if (picked.length < MOST_OFFERS) return false
  return picked.every((slot, index) => {
    const before = picked[index - 1]?.start ?? -Infinity
    return ![after ?? -Infinity, before].some(start => isNeighbour(start, slot))
  })
}

/** The starts closest to an instant, in order of time. */
export function nearestTo<T extends Offerable>(slots: readonly T[], instant: number): T[] {
  const distance = (slot: T): number => Math.abs(slot.start - instant)
  return slots
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, MOST_OFFERS)
    .toSorted((one, other) => one.start - other.start)
}

const NEIGHBOUR_MS = 60 * 60_000

function isNeighbour(start: number, other: Offerable): boolean {
  return Math.abs(start - other.start) < NEIGHBOUR_MS
}
