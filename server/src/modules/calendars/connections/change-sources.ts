import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId } from '../../../platform/ids/ids.ts'
import type { Scheduling } from '../../scheduling/index.ts'
import { readConnection } from './connection-store.ts'
import { listLinks, sourceOf } from './link-store.ts'

const MOST_LINKS = 10_000

/** What a connection decides counts for its calendars at once; of one that is off nothing counts. */
export async function changeSources(
  tx: Tx,
  { scheduling, now }: { scheduling: Scheduling; now: Temporal.Instant },
  connectionId: CalendarConnectionId,
): Promise<void> {
  const connection = await readConnection(tx, connectionId)
  if (connection === null) return
  const page = { after: null, limit: MOST_LINKS }
  for (const link of await listLinks(tx, { connectionId, resourceId: null }, page)) {
    if (link.resourceId === null || link.direction === 'write') continue
    const named = { source: sourceOf(link.id), resourceId: link.resourceId }
    if (connection.state === 'off') await scheduling.forgetExternalSource(tx, named)
    else {
      const { freshMinutes, whenUnknown } = connection
      await scheduling.noteExternalSource(tx, {
        ...named,
        seenAt: link.lastReadAt,
        freshMinutes,
        whenUnknown,
      })
    }
  }
  // What was off may have missed anything, and what was changed is worth a try at once.
  await sql`
    update calendar_link
    set next_read_at = ${isoText(now)}, cursor = case when ${connection.state} = 'off' then null else calendar_link.cursor end,
      last_read_at = case when ${connection.state} = 'off' then null else calendar_link.last_read_at end
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.connection_id = ${connectionId}
  `.execute(tx)
  await sql`
    update sync_entry
    set next_try_at = ${isoText(now)}
    from calendar_link
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.state in ('pending', 'failed', 'unclear')
      and sync_entry.lease is null and calendar_link.tenant_id = sync_entry.tenant_id
      and calendar_link.id = sync_entry.link_id and calendar_link.connection_id = ${connectionId}
  `.execute(tx)
}
