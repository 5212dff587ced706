import fc from 'fast-check'
import type { ApiOperation } from './api-operations.ts'
import { requestsTo } from './api-requests.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import type { Run } from './run-requests.ts'
import { voiceRequests } from './voice-requests.ts'
import type { readVoiceTools } from './voice-tools.ts'

const AT_ONCE = 4

/** Requests to every route, and of the telephone. */
export function hostileRequests({
  operations,
  tools,
}: {
  readonly operations: readonly ApiOperation[]
  readonly tools: Awaited<ReturnType<typeof readVoiceTools>>
}): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...operations).chain(requestsTo) },
    { weight: 3, arbitrary: voiceRequests(tools) },
  )
}

/** In order, a few at a time: what one makes another may meet half-made. */
export async function sendAll(run: Run, batch: readonly FuzzRequest[]): Promise<void> {
  const waiting = [...batch]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await run.try(next)
    }),
  )
}
