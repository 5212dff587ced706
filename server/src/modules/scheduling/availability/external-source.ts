import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'

/** What counts for people whose calendar elsewhere cannot be read; the business chooses. */
export type WhenUnknown = 'offer_as_requested' | 'callback' | 'not_bookable'

/** A calendar elsewhere that says when somebody is busy, and until when it may be believed. */
export type ExternalSource = {
  readonly source: string
  readonly resourceId: ResourceId
  /** When it was last read; null: not yet. */
  readonly seenAt: Temporal.Instant | null
  readonly freshMinutes: number
  readonly whenUnknown: WhenUnknown
}

/** Somebody of whom it is not known at present whether they are busy elsewhere. */
export type UnknownCalendar = { readonly resourceId: ResourceId; readonly whenUnknown: WhenUnknown }

/** A later reading is never replaced by one that began earlier. */
export async function noteExternalSource(tx: Tx, noted: ExternalSource): Promise<void> {
  await sql`
    insert into external_source (resource_id, source, seen_at, fresh_minutes, when_unknown)
    values (${noted.resourceId}, ${noted.source}, ${noted.seenAt === null ? null : isoText(noted.seenAt)}::timestamptz,
      ${noted.freshMinutes}, ${noted.whenUnknown})
    on conflict (tenant_id, resource_id, source) do update
      set seen_at = greatest(external_source.seen_at, excluded.seen_at), fresh_minutes = excluded.fresh_minutes,
        when_unknown = excluded.when_unknown
  `.execute(tx)
}

/** The source no longer counts, and nothing that it said. */
export async function forgetExternalSource(
  tx: Tx,
  { source, resourceId }: Pick<ExternalSource, 'source' | 'resourceId'>,
): Promise<void> {
  await sql`
    with gone as (
      delete from external_busy
      where external_busy.tenant_id = ${tx.tenantId} and external_busy.resource_id = ${resourceId}
        and external_busy.source = ${source})
    delete from external_source
    where external_source.tenant_id = ${tx.tenantId} and external_source.resource_id = ${resourceId}
      and external_source.source = ${source}
  `.execute(tx)
}

/** Holds over what turned out to be busy elsewhere are given up: nobody is promised what cannot be had. */
export async function releaseHoldsOverBusy(tx: Tx, resourceId: ResourceId): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from hold
    where hold.tenant_id = ${tx.tenantId} and exists (
      select from allocation
      join external_busy on external_busy.tenant_id = allocation.tenant_id
        and external_busy.resource_id = allocation.resource_id
        and external_busy.starts_at < allocation.ends_at and external_busy.ends_at > allocation.starts_at
      where allocation.tenant_id = hold.tenant_id and allocation.hold_id = hold.id
        and allocation.resource_id = ${resourceId})
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
