import type { InboxEvent } from '../../../platform/inbox/inbox.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activeLinks } from '../connections/link-store.ts'
import { linkKey, type ReadJob } from '../mirror/mirror-jobs.ts'
import { readWebhook } from './read-webhook.ts'
import type { WebhookConnections } from './webhook-connections.ts'

/**
 * A webhook is a hint: whatever it says of a booking, what follows is that the links of its connection are read, as they
 * are at Cal.com by then. Doubled, late and swapped ones change nothing, and what got lost is found by the clock.
 */
export function readWebhookEvents(
  { inbox, db, jobs, metrics }: Platform,
  { findConnection, readJob }: { findConnection: WebhookConnections; readJob: ReadJob },
): void {
  const connectionOf = (event: InboxEvent) => findConnection(event.source.split('/')[1] ?? '')
  inbox.read('calcom', {
    whose: async event => (await connectionOf(event))?.tenantId ?? null,
    process: async event => {
      const { kind, trigger } = readWebhook(event.body)
      if (kind === 'unknown') metrics.inboxEvents.inc({ source: 'calcom', result: 'unknown' })
      const connection = await connectionOf(event)
      if (connection === null) {
        await db.acrossTenants('calendars: put away the event of a connection that is gone', tx =>
          inbox.complete(tx, event, trigger),
        )
        return
      }
      await db.inTenant(connection.tenantId, async tx => {
        // What people wrote into a booking is nothing that a hint needs.
        if (!(await inbox.complete(tx, event, JSON.stringify({ triggerEvent: trigger })))) return
        if (kind === 'unknown') return
        for (const { id } of await activeLinks(tx, { purpose: 'read', connectionId: connection.id }))
          await jobs.enqueue(
            tx,
            readJob,
            { tenant_id: connection.tenantId, link_id: id },
            { key: linkKey(id) },
          )
      })
    },
  })
}
