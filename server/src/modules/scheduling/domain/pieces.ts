/**
 * A long range in pieces that grow, for whoever wants the first few starts in it: a month is not computed for three.
 * The first piece is as long as so many starts usually take.
 */
export function* piecesOf(
  range: { readonly start: number; readonly end: number },
  wanted: { readonly limit: number; readonly borderAfter: (start: number, days: number) => number },
): Generator<{ readonly start: number; readonly end: number }> {
  let days = Math.ceil(wanted.limit / STARTS_A_DAY)
  let { start } = range
  while (start < range.end) {
    const end = wanted.borderAfter(start, days)
    // What little is left is no piece of its own.
    const isLast = wanted.borderAfter(end, days) >= range.end
    yield { start, end: isLast ? range.end : end }
    if (isLast) return
    start = end
    days *= GROWTH
  }
}

/** Low, so that one piece is enough as a rule. */
const STARTS_A_DAY = 8
const GROWTH = 3
