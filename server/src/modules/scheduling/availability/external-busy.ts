import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'

export type ExternalRange = {
  /** What the source calls it, such as the id of a calendar entry or of one occurrence of it. */
  readonly key: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export type ExternalBusy = {
  /** Who says so, such as `calendar:<id of the link>`. */
  readonly source: string
  readonly resourceId: ResourceId
  readonly seenAt: Temporal.Instant
  readonly ranges: readonly ExternalRange[]
}

const SEPARATOR = '\u001f'

/** How a range of an entry with several is called: one of them changes, and all are found by the entry. */
export function externalKey(eventId: string, occurrence: string): string {
  return `${eventId}${SEPARATOR}${occurrence}`
}

/**
 * Makes these the busy ranges of a source for a resource; what the source no longer names goes. Ranges without
 * length are left out, and of two with one key the last counts. Takes the calendar row `for update`: a booking in
 * flight is either committed before or sees the ranges. Appointments they lie over stay.
 */
export async function replaceExternalBusy(tx: Tx, busy: ExternalBusy): Promise<void> {
  await lockCalendar(tx, busy.resourceId)
  const rows = forwardOnly(busy.ranges)
  const keys = rows.map(range => range.key)
  await sql`
    delete from external_busy
    where external_busy.tenant_id = ${tx.tenantId} and external_busy.resource_id = ${busy.resourceId}
      and external_busy.source = ${busy.source} and not external_busy.external_key = any(${keys}::text[])
  `.execute(tx)
  await insertRanges(tx, busy, rows)
}

/**
 * Makes these the busy ranges of some entries of a source; what it says of others stays. Keys are those of
 * `externalKey`. Takes the calendar row as `replaceExternalBusy` does.
 */
export async function changeExternalBusy(
  tx: Tx,
  busy: ExternalBusy & { readonly eventIds: readonly string[] },
): Promise<void> {
  await lockCalendar(tx, busy.resourceId)
  await sql`
    delete from external_busy
    where external_busy.tenant_id = ${tx.tenantId} and external_busy.resource_id = ${busy.resourceId}
      and external_busy.source = ${busy.source}
      and split_part(external_busy.external_key, ${SEPARATOR}, 1) = any(${[...busy.eventIds]}::text[])
  `.execute(tx)
  await insertRanges(tx, busy, forwardOnly(busy.ranges))
}

async function lockCalendar(tx: Tx, resourceId: ResourceId): Promise<void> {
  await tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', resourceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

function forwardOnly(ranges: readonly ExternalRange[]): ExternalRange[] {
  const forward = ranges.filter(range => Temporal.Instant.compare(range.startsAt, range.endsAt) < 0)
  return [...new Map(forward.map(range => [range.key, range])).values()]
}

async function insertRanges(tx: Tx, busy: ExternalBusy, rows: readonly ExternalRange[]): Promise<void> {
  if (rows.length === 0) return
  const keys = rows.map(range => range.key)
  await sql`
    insert into external_busy (resource_id, source, external_key, starts_at, ends_at, seen_at)
    select ${busy.resourceId}, ${busy.source}, given.key, given.starts_at, given.ends_at,
      ${isoText(busy.seenAt)}::timestamptz
    from unnest(${keys}::text[], ${rows.map(range => isoText(range.startsAt))}::timestamptz[],
      ${rows.map(range => isoText(range.endsAt))}::timestamptz[]) as given (key, starts_at, ends_at)
    on conflict (tenant_id, resource_id, source, external_key) do update
      set starts_at = excluded.starts_at, ends_at = excluded.ends_at, seen_at = excluded.seen_at
  `.execute(tx)
}
