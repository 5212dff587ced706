import type { Tx } from '../../../platform/db/database.ts'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CalendarAccount } from '../port.ts'
import { changeConnection } from './connection-store.ts'

export type Accounts = ReturnType<typeof createAccounts>

/** What the secrets of a connection are bound to. */
export function connectionContext(id: string): string {
  return `calendar_connection/${id}`
}

/** Secrets of connections: sealed in the database, open only in the hands of an adapter. */
export function createAccounts({ db, secrets: sealer }: Pick<Platform, 'db' | 'secrets'>) {
  const seal = async (tx: Tx, id: CalendarConnectionId, secrets: unknown): Promise<string> =>
    await sealer.seal(tx, JSON.stringify(secrets), connectionContext(id))
  return {
    seal,
    /** Null without secrets: somebody has to connect first. */
    async open(
      whose: Tx | TenantId,
      connection: { id: CalendarConnectionId; sealedSecrets: string | null },
      use: Pick<CalendarAccount, 'zone' | 'urgency'>,
    ): Promise<CalendarAccount | null> {
      const { id, sealedSecrets } = connection
      if (sealedSecrets === null) return null
      const tenantId = typeof whose === 'string' ? whose : whose.tenantId
      return {
        tenantId,
        connectionId: id,
        secrets: JSON.parse(await sealer.open(whose, sealedSecrets, connectionContext(id))) as unknown,
        keepSecrets: async secrets => {
          await db.inTenant(tenantId, async tx =>
            changeConnection(tx, id, { sealedSecrets: await seal(tx, id, secrets) }),
          )
        },
        ...use,
      }
    },
  }
}
