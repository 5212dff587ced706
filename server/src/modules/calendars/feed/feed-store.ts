import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type CalendarFeedId, newId, type ResourceId, type TenantId } from '../../../platform/ids/ids.ts'

const TOKEN_BYTES = 24

/** Somebody's appointments at a secret address. */
export type FeedView = {
  readonly id: CalendarFeedId
  readonly resourceId: ResourceId
  readonly resourceName: string
  readonly createdAt: Temporal.Instant
}

/** The feeds that count. */
export async function listFeeds(tx: Tx): Promise<FeedView[]> {
  const { rows } = await sql<FeedView>`
    select calendar_feed.id, calendar_feed.resource_id as "resourceId", resource.name as "resourceName",
      calendar_feed.created_at as "createdAt"
    from calendar_feed
    join resource on resource.tenant_id = calendar_feed.tenant_id and resource.id = calendar_feed.resource_id
    where calendar_feed.tenant_id = ${tx.tenantId} and calendar_feed.revoked_at is null
    order by resource.position, resource.name, calendar_feed.id
  `.execute(tx)
  return rows
}

/** A new address; the one there was leads nowhere from now on. Null: nobody active has this id. */
export async function makeFeed(
  tx: Tx,
  { resourceId, now }: { resourceId: ResourceId; now: Temporal.Instant },
): Promise<{ id: CalendarFeedId; token: string } | null> {
  const resource = await tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', resourceId)
    .where('resource.active', '=', true)
    .forUpdate()
    .executeTakeFirst()
  if (!resource) return null
  await sql`
    update calendar_feed set revoked_at = ${isoText(now)}
    where calendar_feed.tenant_id = ${tx.tenantId} and calendar_feed.resource_id = ${resourceId}
      and calendar_feed.revoked_at is null
  `.execute(tx)
  const [id, token] = [newId<'calendar-feed'>(), randomBytes(TOKEN_BYTES).toString('base64url')]
  await tx
    .insertInto('calendar_feed')
    .values({ id, resource_id: resourceId, token_hash: hashOf(token), created_at: isoText(now) })
    .execute()
  return { id, token }
}

/** False: there is none. */
export async function revokeFeed(
  tx: Tx,
  { id, now }: { id: CalendarFeedId; now: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update calendar_feed set revoked_at = ${isoText(now)}
    where calendar_feed.tenant_id = ${tx.tenantId} and calendar_feed.id = ${id} and calendar_feed.revoked_at is null
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Whose appointments an address shows. */
export async function findFeed(
  db: Database,
  token: string,
): Promise<{ tenantId: TenantId; resourceId: ResourceId } | null> {
  const [row] = await db.lookUp('calendars: whose feed an address is', look =>
    look
      .selectFrom('calendar_feed')
      .select(['calendar_feed.tenant_id', 'calendar_feed.resource_id'])
      .where('calendar_feed.token_hash', '=', hashOf(token))
      .where('calendar_feed.revoked_at', 'is', null)
      .compile(),
  )
  return row ? { tenantId: row.tenant_id as TenantId, resourceId: row.resource_id as ResourceId } : null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
