import { parseJson } from '../../../platform/http/parse-json.ts'
import type { CalendarLinkId, TenantId } from '../../../platform/ids/ids.ts'
import type { InboxEvent } from '../../../platform/inbox/inbox.ts'
import type { Platform } from '../../../platform/platform.ts'
import { linkKey, type ReadJob } from '../mirror/mirror-jobs.ts'
import { noteChannelEnds } from './channel-store.ts'
import { storedHint } from './hint.ts'
import { channelKey, type TendJob } from './push-jobs.ts'

/** Hints out of the inbox: the calendar is read, once for all hints that came until then. */
export function readHints(
  { inbox, db, jobs, clock }: Platform,
  { readJob, tendJob }: { readJob: ReadJob; tendJob: TendJob },
): void {
  const process = async (event: InboxEvent): Promise<void> => {
    const { tenant_id, link_id, is_over } = storedHint.parse(parseJson(event.body))
    await db.inTenant(tenant_id as TenantId, async tx => {
      if (!(await inbox.complete(tx, event))) return
      await jobs.enqueue(tx, readJob, { tenant_id, link_id }, { key: linkKey(link_id) })
      if (!is_over) return
      await noteChannelEnds(tx, link_id as CalendarLinkId, clock.now())
      await jobs.enqueue(tx, tendJob, { tenant_id, link_id }, { key: channelKey(link_id) })
    })
  }
  const whose = async (event: InboxEvent): Promise<TenantId | null> => {
    const hint = storedHint.safeParse(parseJson(event.body))
    return hint.success ? (hint.data.tenant_id as TenantId) : null
  }
  for (const provider of ['google', 'microsoft']) inbox.read(provider, { process, whose })
}
