import fc from 'fast-check'
import type { Proof } from '../proof.ts'
import { anyEvent, fileOf } from './any-event.ts'
import { expandByReference } from './expand-by-reference.ts'
import { expandByUs } from './expand-by-us.ts'

const FULL_LENGTH = 10_000
const BATCH = 500

/** Other people's calendars, read by us and by another library. */
export const busyTimes: Proof = {
  name: 'busy-times',
  summary: 'Random events of other calendars, expanded by us and by another library.',
  run: async ({ operations, seed }) => {
    const count = operations ?? FULL_LENGTH
    const found = { occurrences: 0, different: 0, oursMs: 0, referenceMs: 0 }
    for (let done = 0; done < count; done += BATCH) {
      const text = fileOf(fc.sample(anyEvent, { numRuns: Math.min(BATCH, count - done), seed: seed + done }))
      const begun = performance.now()
      const ours = expandByUs(text)
      const between = performance.now()
      const reference = new Set(expandByReference(text))
      found.oursMs += between - begun
      found.referenceMs += performance.now() - between
      found.occurrences += ours.length
      const missing = ours.filter(occurrence => !reference.delete(occurrence))
      found.different += missing.length + reference.size
      for (const occurrence of [...missing, ...reference].slice(0, 3)) console.log(`different: ${occurrence}`)
    }
    return {
      ...{ verify: 'busy-times', seed, holds: found.different === 0, events: count },
      ...{ occurrences: found.occurrences, different: found.different },
      ...{ ours_ms: Math.round(found.oursMs), reference_ms: Math.round(found.referenceMs) },
    }
  },
}
