/** A free slot as far as the order of a visit matters. Epoch milliseconds, half-open. */
export type VisitPart = { readonly start: number; readonly end: number }

/** Parts in the order in which they are done. */
export type Visit<Part extends VisitPart> = readonly Part[]

/**
 * Ways to have several services one after the other, each with its free slots by start: for every first start the
 * shortest way, in whatever order of services, and of equal ones that in the order given. By start, then by length.
 *
 * Taking the next part that ends first is never worse: whatever could follow a later end can follow an earlier one.
 */
export function findVisits<Part extends VisitPart>(
  services: ReadonlyArray<readonly Part[]>,
  limits: { longestWaitMs: number; most: number },
): Array<Visit<Part>> {
  const best = new Map<number, Visit<Part>>()
  for (const order of orders(services))
    for (const first of order[0] ?? []) {
      const visit = continueFrom(first, order.slice(1))
      if (!visit || waitOf(visit) > limits.longestWaitMs) continue
      const known = best.get(first.start)
      if (!known || endOf(visit) < endOf(known)) best.set(first.start, visit)
    }
  return [...best.values()]
    .toSorted((one, other) => startOf(one) - startOf(other) || endOf(one) - endOf(other))
    .slice(0, limits.most)
}

function continueFrom<Part extends VisitPart>(
  first: Part,
  rest: ReadonlyArray<readonly Part[]>,
): Visit<Part> | null {
  const visit = [first]
  let from = first.end
  for (const slots of rest) {
    const next = earliestEnd(slots, from)
    if (!next) return null
    visit.push(next)
    from = next.end
  }
  return visit
}

function earliestEnd<Part extends VisitPart>(slots: readonly Part[], from: number): Part | null {
  let found: Part | null = null
  for (let index = firstFrom(slots, from); index < slots.length; index += 1) {
    const slot = slots[index]
    if (!slot || (found && slot.start >= found.end)) break
    if (!found || slot.end < found.end) found = slot
  }
  return found
}

/** Where slots sorted by start begin to lie at or behind a moment. */
function firstFrom(slots: readonly VisitPart[], from: number): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slots[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) =>
    orders(items.filter((_, other) => other !== index)).map(rest => [item, ...rest]),
  )
}

function startOf(visit: Visit<VisitPart>): number {
  return visit[0]?.start ?? 0
}

function endOf(visit: Visit<VisitPart>): number {
  return visit.at(-1)?.end ?? 0
}

function waitOf(visit: Visit<VisitPart>): number {
  return endOf(visit) - startOf(visit) - visit.reduce((sum, part) => sum + part.end - part.start, 0)
}
