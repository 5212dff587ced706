import { type CalendarConnectionId, parseId, type TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Accounts } from '../connections/accounts.ts'
import { calcomSecrets } from './settings.ts'

export type WebhookConnection = {
  readonly id: CalendarConnectionId
  readonly tenantId: TenantId
  readonly secret: string | undefined
}

/** Whose webhook it is, by the connection its address names; each has a secret of its own (failure 16). */
export function createWebhookConnections({ db }: Platform, accounts: Accounts) {
  return async (name: string): Promise<WebhookConnection | null> => {
    const id = parseId<'calendar-connection'>(name)
    if (id === null) return null
    const row = await db.acrossTenants('calendars: whose webhook it is', tx =>
      tx
        .selectFrom('calendar_connection')
        .select(['calendar_connection.tenant_id', 'calendar_connection.sealed_secrets'])
        .where('calendar_connection.id', '=', id)
        .where('calendar_connection.provider', '=', 'calcom')
        .where('calendar_connection.state', '<>', 'off')
        .executeTakeFirst(),
    )
    if (row === undefined) return null
    const tenantId = row.tenant_id as TenantId
    const connection = { id, sealedSecrets: row.sealed_secrets }
    const account = await accounts.open(tenantId, connection, { zone: 'UTC', urgency: 'background' })
    const secrets = calcomSecrets.safeParse(account?.secrets)
    return { id: connection.id, tenantId, secret: secrets.data?.webhookSecret }
  }
}

export type WebhookConnections = ReturnType<typeof createWebhookConnections>
