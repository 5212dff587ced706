import { sql } from 'kysely'
import type { SystemTx, Tx } from '../../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId, CalendarLinkId, HoldId, TenantId } from '../../../../platform/ids/ids.ts'

/** A time that Cal.com keeps for somebody who keeps it here. */
export type Reservation = {
  readonly holdId: HoldId
  readonly linkId: CalendarLinkId
  readonly externalId: string
  /** When Cal.com forgets it by itself. */
  readonly expiresAt: Temporal.Instant
}

export async function saveReservation(tx: Tx, made: Reservation): Promise<void> {
  await sql`
    insert into calendar_reservation (hold_id, link_id, external_id, expires_at)
    values (${made.holdId}, ${made.linkId}, ${made.externalId}, ${isoText(made.expiresAt)})
    on conflict do nothing
  `.execute(tx)
}

/** What is kept for a hold, whether or not that is over. */
export async function reservationsOf(tx: Tx, holdId: HoldId): Promise<Reservation[]> {
  const { rows } = await sql<Reservation>`
    select reservation.hold_id as "holdId", reservation.link_id as "linkId", reservation.external_id as "externalId",
      reservation.expires_at as "expiresAt"
    from calendar_reservation as reservation
    where reservation.tenant_id = ${tx.tenantId} and reservation.hold_id = ${holdId}
  `.execute(tx)
  return rows
}

export async function forgetReservations(tx: Tx, holdId: HoldId): Promise<void> {
  await tx
    .deleteFrom('calendar_reservation')
    .where('calendar_reservation.tenant_id', '=', tx.tenantId)
    .where('calendar_reservation.hold_id', '=', holdId)
    .execute()
}

/** Of these links, those of Cal.com that are in use, with their connection's secrets. */
export async function linksAtCalcom(tx: Tx, linkIds: readonly CalendarLinkId[]) {
  const { rows } = await sql<{
    linkId: CalendarLinkId
    target: string
    connection: { id: CalendarConnectionId; sealedSecrets: string | null }
  }>`
    select calendar_link.id as "linkId", calendar_link.target,
      jsonb_build_object('id', connection.id, 'sealedSecrets', connection.sealed_secrets) as connection
    from calendar_link
    join calendar_connection as connection on connection.tenant_id = calendar_link.tenant_id
      and connection.id = calendar_link.connection_id
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.id = any(${[...linkIds]}::uuid[])
      and connection.provider = 'calcom' and connection.state <> 'off'
  `.execute(tx)
  return rows
}

/** Holds that are over and for which something is still kept elsewhere, of all businesses. */
export async function endedHolds(
  tx: SystemTx,
  now: Temporal.Instant,
): Promise<Array<{ tenantId: TenantId; holdId: HoldId }>> {
  const { rows } = await sql<{ tenantId: TenantId; holdId: HoldId }>`
    select distinct reservation.tenant_id as "tenantId", reservation.hold_id as "holdId"
    from calendar_reservation as reservation
    where not exists (
      select from hold
      where hold.tenant_id = reservation.tenant_id and hold.id = reservation.hold_id
        and hold.expires_at > ${instantSql(now)})
  `.execute(tx)
  return rows
}
