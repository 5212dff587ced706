import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CalendarConnectionId, type CalendarLinkId, newId } from '../../../platform/ids/ids.ts'
import { calendarErrors } from '../errors.ts'
import { endEntries } from '../ledger/enter-appointment.ts'
import type { CalendarNeighbours } from '../neighbours.ts'
import type { ExternalTarget } from '../port.ts'
import { readConnection } from './connection-store.ts'
import { type CalendarLink, type Direction, readLink, sourceOf } from './link-store.ts'

type LinkWish = {
  readonly connection_id: string
  readonly resource_id: string | null
  readonly service_id: string | null
  readonly target: ExternalTarget
  readonly direction: Direction
  readonly settings: Readonly<Record<string, unknown>>
  readonly now: Temporal.Instant
}

/** Until the calendar was read for the first time, it is not known whether its owner is busy. */
export async function createLink(
  tx: Tx,
  { scheduling }: CalendarNeighbours,
  wish: LinkWish,
): Promise<CalendarLink> {
  const connection = await readConnection(tx, wish.connection_id as CalendarConnectionId)
  if (connection === null) throw new AppError(calendarErrors.unknownConnection)
  if (!(await isKnown(tx, wish))) throw new AppError(calendarErrors.unknownOwner)
  const id = newId<'calendar-link'>()
  const { numAffectedRows } = await sql`
    insert into calendar_link (id, connection_id, resource_id, service_id, target, target_name, direction, settings,
      next_read_at, created_at)
    values (${id}, ${connection.id}, ${wish.resource_id}, ${wish.service_id}, ${wish.target.id}, ${wish.target.name},
      ${wish.direction}, ${JSON.stringify(wish.settings)}::jsonb, ${isoText(wish.now)}, ${isoText(wish.now)})
    on conflict do nothing
  `.execute(tx)
  const link = await readLink(tx, id)
  if (numAffectedRows !== 1n || link === null) throw new AppError(calendarErrors.linkExists)
  if (link.resourceId !== null && link.direction !== 'write') {
    const { freshMinutes, whenUnknown } = connection
    const named = { source: sourceOf(id), resourceId: link.resourceId }
    await scheduling.noteExternalSource(tx, { ...named, seenAt: null, freshMinutes, whenUnknown })
  }
  return link
}

async function isKnown(tx: Tx, wish: Pick<LinkWish, 'resource_id' | 'service_id'>): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select
      (${wish.resource_id}::uuid is null or exists (
        select from resource where resource.tenant_id = ${tx.tenantId} and resource.id = ${wish.resource_id}::uuid
          and resource.active))
      and (${wish.service_id}::uuid is null or exists (
        select from service where service.tenant_id = ${tx.tenantId} and service.id = ${wish.service_id}::uuid)) as known
  `.execute(tx)
  return rows[0]?.known ?? false
}

/** What it said of busy times counts no longer; what stands over there stays. False: there is none. */
export async function endLink(
  tx: Tx,
  { scheduling }: CalendarNeighbours,
  id: CalendarLinkId,
): Promise<boolean> {
  const link = await readLink(tx, id, 'locked')
  if (link === null || link.state === 'off') return false
  await tx
    .updateTable('calendar_link')
    .set({ state: 'off' })
    .where('calendar_link.tenant_id', '=', tx.tenantId)
    .where('calendar_link.id', '=', id)
    .execute()
  if (link.resourceId !== null)
    await scheduling.forgetExternalSource(tx, { source: sourceOf(id), resourceId: link.resourceId })
  await endEntries(tx, id)
  return true
}
