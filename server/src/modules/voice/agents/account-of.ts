import type { ConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createRetellAgents, type RetellAgents } from '../retell/agent/retell-agents.ts'
import { tryOutFrontDoors } from '../retell/agent/try-out.ts'
import { lineUrl } from '../retell/line/line-address.ts'
import type { AgentParts } from './neighbours.ts'

export type TenantAccount = {
  readonly connection: { readonly id: ConnectionId; readonly slug: string }
  readonly account: RetellAgents
  readonly numbers: readonly string[]
  readonly lineUrl: string
  readonly tryOut: () => Promise<string | null>
}
export type AccountOf = (tenantId: TenantId) => Promise<TenantAccount | null>

/** The account at Retell that answers a tenant's numbers, ready to be asked; null: none does. */
export function createAccountOf({ keys, outbound, clock }: Platform, parts: AgentParts): AccountOf {
  return async function accountOf(tenantId) {
    const found = await parts.connections.atRetellOf(tenantId)
    const baseUrl = parts.apiUrl()
    const apiKey = found?.connection.keys[0]
    if (!found || baseUrl === null || apiKey === undefined) return null
    const { connection, numbers } = found
    const line = lineUrl(parts.publicUrl(), keys, connection)
    const publicUrl = parts.publicUrl()
    const [number = ''] = numbers
    return {
      connection: { id: connection.id, slug: connection.slug },
      account: createRetellAgents(outbound, { connection: connection.slug, apiKey, baseUrl }),
      numbers,
      lineUrl: line,
      tryOut: () =>
        tryOutFrontDoors(outbound, {
          ...{ publicUrl, connection: connection.slug, apiKey, number, lineUrl: line },
          nowMs: clock.now().epochMilliseconds,
        }),
    }
  }
}
