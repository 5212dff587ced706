import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CalendarParts } from '../neighbours.ts'
import { forgetSecrets, readConnection } from './connection-store.ts'

type Payload = { tenant_id: string; connection_id: string }
export type EndAccessJob = JobDefinition<Payload>

/**
 * What somebody consented to is given back when their connection is switched off, where the provider takes it back. Who
 * switches it on again before that keeps it; afterwards they log in anew.
 */
export function defineEndAccess(
  { jobs, db }: Pick<Platform, 'jobs' | 'db'>,
  parts: CalendarParts,
): EndAccessJob {
  return jobs.define<Payload>({
    name: 'calendars.end-access',
    payload: z.object({ tenant_id: z.uuid(), connection_id: z.uuid() }),
    priority: 'sync',
    maxAttempts: 8,
    safeToRepeat: 'What was given back already is given back.',
    run: async ({ tenant_id, connection_id }) => {
      const tenantId = tenant_id as TenantId
      const id = connection_id as CalendarConnectionId
      const begun = await db.readTenant(tenantId, async tx => await begin(tx, id))
      if (begun === null) return
      const answer = await begun.endAccess(begun.account)
      if (answer.kind !== 'done')
        throw new Error('detail' in answer ? answer.detail : `The provider answered: ${answer.kind}.`)
      await db.inTenant(tenantId, tx => forgetSecrets(tx, { id, sealedSecrets: begun.sealedSecrets }))
    },
  })

  async function begin(tx: Tx, id: CalendarConnectionId) {
    const connection = await readConnection(tx, id)
    const adapter = connection && parts.adapters[connection.provider]
    const { endAccess } = adapter ?? {}
    if (connection?.state !== 'off' || connection.sealedSecrets === null || !endAccess) return null
    const zone = await parts.catalogue.readZone(tx)
    const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
    return account && { account, endAccess, sealedSecrets: connection.sealedSecrets }
  }
}
