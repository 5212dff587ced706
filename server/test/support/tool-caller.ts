import { symmetric } from 'retell-sdk/lib/webhook_auth'
import type { Clock } from '../../src/platform/time/clock.ts'
import { RETELL_KEY } from './test-config.ts'
import type { Json, TestProduct } from './test-product.ts'

export type PhoneCall = {
  readonly id: string
  /** Calls a tool as a hosted model would: over HTTP, signed. */
  tool(name: string, args: unknown): Promise<{ status: number; body: Json; ms: number }>
}

/** A call on the line. `from: null` withholds the number. */
export function phoneCall(
  product: Pick<TestProduct, 'url'>,
  options: {
    id: string
    to?: string
    from?: string | null
    connection?: string
    key?: string
    /** That of the product, when it has its own. */
    clock?: Clock
  },
): PhoneCall {
  const call = {
    call_id: options.id,
    call_type: 'phone_call',
    direction: 'inbound',
    call_status: 'ongoing',
    from_number: options.from === null ? 'anonymous' : (options.from ?? '+491713920017'),
    to_number: options.to ?? '+493023125001',
  }
  return {
    id: options.id,
    tool: async (name, args) => {
      const body = JSON.stringify({ name, call, args })
      const nowMs = options.clock?.now().epochMilliseconds ?? Date.now()
      const begun = performance.now()
      const response = await fetch(`${product.url}/voice/retell/${options.connection ?? 'default'}/tools`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-retell-signature': await symmetric.sign(body, options.key ?? RETELL_KEY, nowMs),
        },
        body,
      })
      return { status: response.status, body: await response.json(), ms: performance.now() - begun }
    },
  }
}
