import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId, CalendarLinkId, TenantId } from '../../../platform/ids/ids.ts'
import type { PushChannel } from '../port.ts'

/** What a provider was asked to tell us of one linked calendar. */
export type StoredChannel = PushChannel & { readonly sealedSecret: string }

/** A channel as a hint names it, before anybody knows whose it is. */
export type NamedChannel = {
  readonly tenantId: TenantId
  readonly linkId: CalendarLinkId
  readonly sealedSecret: string
}

/** By our own name for it (Google tells that) or by the provider's (Microsoft does); null: nobody's any more. */
export async function findChannel(
  db: Database,
  connectionId: CalendarConnectionId,
  named: { readonly by: 'id' | 'resource'; readonly name: string },
): Promise<NamedChannel | null> {
  const [row] = await db.lookUp('calendars: whose channel a hint names', look =>
    look
      .selectFrom('calendar_connection')
      .innerJoin('calendar_link', join =>
        join
          .onRef('calendar_link.tenant_id', '=', 'calendar_connection.tenant_id')
          .onRef('calendar_link.connection_id', '=', 'calendar_connection.id'),
      )
      .select(['calendar_link.tenant_id', 'calendar_link.id', 'calendar_link.push_sealed_secret'])
      .where('calendar_connection.id', '=', connectionId)
      .where('calendar_link.state', '=', 'active')
      .where(named.by === 'id' ? 'calendar_link.push_id' : 'calendar_link.push_resource', '=', named.name)
      .compile(),
  )
  if (row?.push_sealed_secret == null) return null
  return {
    tenantId: row.tenant_id as TenantId,
    linkId: row.id as CalendarLinkId,
    sealedSecret: row.push_sealed_secret,
  }
}

/** Links without a channel, with one that ends before `until`, and links that are over and still have one. */
export async function findChannelsToTend(
  db: Database,
  { providers, until }: { providers: readonly string[]; until: Temporal.Instant },
): Promise<readonly { readonly tenant_id: string; readonly id: string }[]> {
  if (providers.length === 0) return []
  return await db.acrossTenants('calendars: whose channels end soon', tx =>
    tx
      .selectFrom('calendar_link')
      .innerJoin('calendar_connection', join =>
        join
          .onRef('calendar_connection.tenant_id', '=', 'calendar_link.tenant_id')
          .onRef('calendar_connection.id', '=', 'calendar_link.connection_id'),
      )
      .select(['calendar_link.tenant_id', 'calendar_link.id'])
      .where('calendar_connection.provider', 'in', [...providers])
      .where('calendar_connection.sealed_secrets', 'is not', null)
      .where(({ and, or, eb }) =>
        or([
          and([
            eb('calendar_link.state', '=', 'active'),
            eb('calendar_connection.state', 'in', ['ok', 'unreadable']),
            or([
              eb('calendar_link.push_expires_at', 'is', null),
              eb('calendar_link.push_expires_at', '<', instantSql(until)),
            ]),
          ]),
          and([eb('calendar_link.state', '=', 'off'), eb('calendar_link.push_id', 'is not', null)]),
        ]),
      )
      .execute(),
  )
}

export async function readChannel(tx: Tx, linkId: CalendarLinkId): Promise<StoredChannel | null> {
  const row = await tx
    .selectFrom('calendar_link')
    .select([
      'calendar_link.push_id',
      'calendar_link.push_resource',
      'calendar_link.push_sealed_secret',
      'calendar_link.push_expires_at',
    ])
    .where('calendar_link.tenant_id', '=', tx.tenantId)
    .where('calendar_link.id', '=', linkId)
    .executeTakeFirst()
  if (!row?.push_id || !row.push_resource || !row.push_sealed_secret || !row.push_expires_at) return null
  return {
    id: row.push_id,
    resource: row.push_resource,
    sealedSecret: row.push_sealed_secret,
    expiresAt: row.push_expires_at,
  }
}

/** Null: it has none any more. */
export async function writeChannel(
  tx: Tx,
  linkId: CalendarLinkId,
  channel: StoredChannel | null,
): Promise<void> {
  await tx
    .updateTable('calendar_link')
    .set({
      push_id: channel?.id ?? null,
      push_resource: channel?.resource ?? null,
      push_sealed_secret: channel?.sealedSecret ?? null,
      push_expires_at: channel === null ? null : isoText(channel.expiresAt),
    })
    .where('calendar_link.tenant_id', '=', tx.tenantId)
    .where('calendar_link.id', '=', linkId)
    .execute()
}

/** The provider ends it: a new one is due. */
export async function noteChannelEnds(tx: Tx, linkId: CalendarLinkId, at: Temporal.Instant): Promise<void> {
  await sql`
    update calendar_link set push_expires_at = least(push_expires_at, ${isoText(at)}::timestamptz)
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.id = ${linkId}
      and calendar_link.push_expires_at is not null
  `.execute(tx)
}
