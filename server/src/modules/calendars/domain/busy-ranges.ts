/** What of an entry of another calendar decides whether it takes time. */
type Entry<Occurrence> = {
  readonly busy: 'busy' | 'tentative' | 'free'
  readonly state: 'confirmed' | 'requested' | 'cancelled'
  readonly occurrences: readonly Occurrence[]
}

/** When an entry keeps its owner busy. What is only pencilled in counts: better a time too few than one twice. */
export function busyOccurrences<Occurrence>(entry: Entry<Occurrence>): readonly Occurrence[] {
  return entry.state === 'cancelled' || entry.busy === 'free' ? [] : entry.occurrences
}
