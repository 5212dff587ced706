import { type Place, partsOf } from './calendar-model.ts'

type Lifetime = {
  readonly who: string
  readonly start: number
  readonly end: number
  readonly from: number
  until: number
}

/**
 * When each place was surely somebody's: from the answer that gave it until the request that gave it up. One linear
 * history of a resource exists only if no two of them overlap both in the calendar and in time.
 */
export class Lifetimes {
  private readonly all: Lifetime[] = []
  private readonly open = new Map<string, Lifetime[]>()

  begin(owner: string, place: Place): void {
    const from = performance.now()
    const lifetimes = partsOf(place).map(part => ({ ...part, from, until: Number.POSITIVE_INFINITY }))
    this.all.push(...lifetimes)
    this.open.set(owner, lifetimes)
  }

  /** `at`: when the request that gave it up was sent. */
  end(owner: string, at: number): void {
    for (const lifetime of this.open.get(owner) ?? []) lifetime.until = at
    this.open.delete(owner)
  }

  contradictions(): string[] {
    const found: string[] = []
    for (const [who, own] of Map.groupBy(this.all, lifetime => lifetime.who)) {
      const sorted = own.toSorted((one, other) => one.start - other.start)
      for (const [index, one] of sorted.entries())
        for (const other of sorted.slice(index + 1)) {
          if (other.start >= one.end) break
          if (one.from < other.until && other.from < one.until)
            found.push(`${who} was given twice at ${Temporal.Instant.fromEpochMilliseconds(other.start)}`)
        }
    }
    return found
  }
}
