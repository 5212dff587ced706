/** What the REST API knows of the calls: the object as it was reported last. */
import type { CallResponse } from 'retell-sdk/resources/call'
import { unknownAsset } from './api-error.ts'
import { type CallFilter, matchesCall } from './filter-calls.ts'
import { type Page, type PageQuery, pageOf } from './pages.ts'

const CALLS_KEPT = 5_000

export function createStoredCalls() {
  const calls = new Map<string, CallResponse>()

  return {
    report(call: CallResponse): void {
      calls.set(call.call_id, { ...calls.get(call.call_id), ...call })
      const [oldest] = calls.keys()
      if (calls.size > CALLS_KEPT && oldest !== undefined) calls.delete(oldest)
    },
    find(callId: string): CallResponse {
      const call = calls.get(callId)
      if (call === undefined) throw unknownAsset()
      return call
    },
    remove(callId: string): void {
      if (!calls.delete(callId)) throw unknownAsset()
    },
    live: (): number =>
      [...calls.values()].filter(({ call_status }) => ['registered', 'ongoing'].includes(call_status)).length,
    /** By their beginning; those that never connected come with the time of their end. */
    list(
      query: PageQuery & { filter_criteria?: CallFilter; include_total?: boolean },
    ): Page<unknown> & { total?: number } {
      const sign = query.sort_order === 'ascending' ? 1 : -1
      const found = [...calls.values()]
        .filter(call => matchesCall(call, query.filter_criteria ?? {}))
        .sort((one, other) => sign * (beginning(one) - beginning(other)))
      const page = pageOf(found, call => call.call_id, query)
      return {
        ...page,
        items: page.items.map(withoutWords),
        ...(query.include_total ? { total: found.length } : {}),
      }
    },
  }
}

export type StoredCalls = ReturnType<typeof createStoredCalls>

function beginning(call: CallResponse): number {
  return call.start_timestamp ?? call.end_timestamp ?? 0
}

/** Lists come without what was said. */
function withoutWords(call: CallResponse) {
  const {
    transcript: _text,
    transcript_object: _utterances,
    transcript_with_tool_calls: _woven,
    scrubbed_transcript_with_tool_calls: _scrubbed,
    ...rest
  } = call
  return rest
}
