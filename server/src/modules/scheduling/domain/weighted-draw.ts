/**
 * Draws one of several by weight, the same one for the same seed and candidates, whatever their order. Each
 * candidate gets a score from seed and key; the lowest wins (weighted rendezvous hashing). So when one candidate
 * drops out, nobody else's turn changes: a start keeps its person until that person is taken.
 *
 * Fair over many seeds, not over few: it does not know what was drawn before.
 */
export function drawWeighted<T extends { readonly key: string; readonly weight: number }>(
  seed: string,
  candidates: readonly T[],
): T | undefined {
  let best: T | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const score = -Math.log(unitHash(`${seed}/${candidate.key}`)) / candidate.weight
    if (score >= bestScore) continue
    best = candidate
    bestScore = score
  }
  return best
}

/** FNV-1a with the finish of MurmurHash3, as a number above 0 and below 1. Not for secrets. */
function unitHash(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 + 2 ** -33
}
