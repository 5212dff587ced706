import type { Outbound } from '../../../platform/resilience/outbound.ts'
import { createRetellClient, type RetellAccess } from './retell-client.ts'

/** What of a listed call says whether we know all of it. */
export type ListedCall = { readonly callId: string; readonly analyzed: boolean }

/** The calls of an account at Retell. Only reading: every request may be repeated. */
export type RetellAccount = {
  /** Calls that ended in the range, in any order, page by page. */
  endedBetween(from: Temporal.Instant, until: Temporal.Instant): AsyncGenerator<readonly ListedCall[]>
  /** The whole call as Retell knows it; null: it knows none (any more). */
  call(callId: string): Promise<object | null>
}

const PAGE = 200

export function createRetellAccount(outbound: Outbound, access: RetellAccess): RetellAccount {
  const client = createRetellClient(outbound, access)
  return {
    async *endedBetween(from, until) {
      const range = [from.epochMilliseconds, until.epochMilliseconds]
      let key: string | undefined
      do {
        const page = await client.ask('list calls', { repeat: 'safe' }, (sdk, options) =>
          sdk.call.list(
            {
              filter_criteria: { end_timestamp: { type: 'range', op: 'bt', value: range } },
              limit: PAGE,
              ...(key === undefined ? {} : { pagination_key: key }),
            },
            options,
          ),
        )
        yield page.items.map(item => ({ callId: item.call_id, analyzed: item.call_analysis !== undefined }))
        key = page.has_more ? page.pagination_key : undefined
      } while (key !== undefined)
    },
    call: callId => client.find('get call', (sdk, options) => sdk.call.retrieve(callId, options)),
  }
}
