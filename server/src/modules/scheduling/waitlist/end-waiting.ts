import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { CustomerId, ServiceId, WaitlistEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { waitingEnded } from '../events.ts'

type BookedOtherwise = {
  readonly serviceId: ServiceId
  readonly customerId: CustomerId
  /** Epoch milliseconds. */
  readonly start: number
  readonly actor: string
  readonly at: Temporal.Instant
  /** Whose offer is taken: it is ended by whoever takes it. */
  readonly except: WaitlistEntryId | null
}

/**
 * Parts of the statement that books: whoever waited for this service at this time waits no longer, and what was kept
 * for them is free. `ended` has their entries, `withdrawn` what was offered to them.
 */
export function endingWaits(tx: Tx, booked: BookedOtherwise): RawBuilder<unknown> {
  const at = instantSql(booked.at)
  const start = instantSql(booked.start)
  return sql`ended as (
      update waitlist_entry
      set state = 'booked', ended_at = ${at}, ended_by = ${booked.actor}, version = waitlist_entry.version + 1
      where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.service_id = ${booked.serviceId}
        and waitlist_entry.customer_id = ${booked.customerId} and waitlist_entry.state = 'waiting'
        and waitlist_entry.id is distinct from ${booked.except}::uuid
        and exists (
          select from waitlist_window
          where waitlist_window.tenant_id = waitlist_entry.tenant_id
            and waitlist_window.entry_id = waitlist_entry.id
            and waitlist_window.starts_at <= ${start} and waitlist_window.ends_at > ${start})
      returning waitlist_entry.id
    ), withdrawn as (
      update waitlist_offer set state = 'withdrawn', answered_at = ${at}, answered_by = ${booked.actor}
      from ended
      where waitlist_offer.tenant_id = ${tx.tenantId} and waitlist_offer.entry_id = ended.id
        and waitlist_offer.state = 'open'
      returning waitlist_offer.hold_id
    ), released as (
      delete from hold using withdrawn
      where hold.tenant_id = ${tx.tenantId} and hold.id = withdrawn.hold_id
    )`
}

/** What `endingWaits` did, as the statement tells it. */
export type EndedWaits = { readonly ended: readonly WaitlistEntryId[] | null; readonly released: number }

/** Screens hear of it, and what became free goes to the next. */
export async function tellEndedWaits(
  { jobs, live }: Platform,
  tx: Tx,
  { ended, released }: EndedWaits,
): Promise<void> {
  for (const id of ended ?? []) await live.announce(tx, { topic: 'waitlist', id, call_id: null })
  if (released > 0) await jobs.publish(tx, waitingEnded, { tenant_id: tx.tenantId })
}
