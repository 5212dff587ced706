import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CalendarAccount } from '../port.ts'
import { changeConnection } from './connection-store.ts'

export type Accounts = ReturnType<typeof createAccounts>

/** Secrets of connections: sealed in the database, open only in the hands of an adapter. */
export function createAccounts({ db, keys }: Pick<Platform, 'db' | 'keys'>) {
  const contextOf = (id: CalendarConnectionId): string => `calendar_connection/${id}`
  const seal = (id: CalendarConnectionId, secrets: unknown): string =>
    keys.sealer.seal(JSON.stringify(secrets), contextOf(id))
  return {
    seal,
    /** Null without secrets: somebody has to connect first. */
    open(
      tenantId: TenantId,
      connection: { id: CalendarConnectionId; sealedSecrets: string | null },
      use: Pick<CalendarAccount, 'zone' | 'urgency'>,
    ): CalendarAccount | null {
      const { id, sealedSecrets } = connection
      if (sealedSecrets === null) return null
      return {
        tenantId,
        connectionId: id,
        secrets: JSON.parse(keys.sealer.open(sealedSecrets, contextOf(id))) as unknown,
        keepSecrets: async secrets => {
          await db.inTenant(tenantId, tx => changeConnection(tx, id, { sealedSecrets: seal(id, secrets) }))
        },
        ...use,
      }
    },
  }
}
