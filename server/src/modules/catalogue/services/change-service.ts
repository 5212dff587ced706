import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type LocationId, newId, type ServiceId } from '../../../platform/ids/ids.ts'
import { lockCalendars } from '../calendar-lock.ts'
import { problemOf, type ServiceProblem } from '../domain/service-rules.ts'
import type { ServiceWish } from './service.ts'
import { deleteParts, insertParts, insertVersion, serviceColumns } from './service-store.ts'
import { readServiceDetail, type ServiceDetail } from './service-wish-view.ts'

export type ServiceRefusal =
  | { readonly kind: 'unknown' | 'stale' | 'name_taken' | 'unknown_resource' }
  | ServiceProblem

/** Adds a service; without a position at the end of the owner's order. */
export async function addService(
  tx: Tx,
  wish: Omit<ServiceWish, 'position'> & { readonly position: number | null },
): Promise<{ kind: 'added'; id: ServiceId } | ServiceRefusal> {
  const id = newId<'service'>()
  const whole = { ...wish, position: wish.position ?? (await lastPosition(tx)) + 1 }
  const refusal = problemOf(whole) ?? (await resourceRefusal(tx, whole))
  if (refusal) return refusal
  await lockNames(tx)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('service')
    .values({ id, ...serviceColumns(whole) })
    .onConflict(conflict => conflict.constraint('service_name_unique').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return { kind: 'name_taken' }
  await insertVersion(tx, { id, version: 1 }, whole)
  await insertParts(tx, id, whole)
  return { kind: 'added', id }
}

/**
 * Changes what is named, as a new version: what was sold keeps the one it was sold with. Calendar rows are locked
 * `for update` first, so a booking in flight is either committed before or sees the change. With `version`, a stale
 * one changes nothing; neither does what is so already.
 */
export async function changeService(
  tx: Tx,
  service: { locationId: LocationId; id: ServiceId; version: number | null },
  wish: Partial<ServiceWish>,
): Promise<{ kind: 'changed' } | ServiceRefusal> {
  const known = await lockService(tx, service)
  if ('kind' in known) return known
  const before = wishOf(known)
  const after: ServiceWish = { ...before, ...wish }
  if (isDeepStrictEqual(after, before)) return { kind: 'changed' }
  const refusal = problemOf(after) ?? (await resourceRefusal(tx, after))
  if (refusal) return refusal
  if (await nameIsTaken(tx, service.id, after.name)) return { kind: 'name_taken' }
  const version = known.version + 1
  await tx
    .updateTable('service')
    .set({ version, ...serviceColumns(after) })
    .where('service.tenant_id', '=', tx.tenantId)
    .where('service.id', '=', service.id)
    .execute()
  await insertVersion(tx, { id: service.id, version }, after)
  await deleteParts(tx, service.id)
  await insertParts(tx, service.id, after)
  return { kind: 'changed' }
}

/** Archived, it cannot be booked or named any more; its appointments stay. */
export async function setServiceActive(
  tx: Tx,
  service: { locationId: LocationId; id: ServiceId },
  active: boolean,
): Promise<{ kind: 'changed' } | ServiceRefusal> {
  const known = await lockService(tx, { ...service, version: null })
  if ('kind' in known) return known
  await tx
    .updateTable('service')
    .set({ active })
    .where('service.tenant_id', '=', tx.tenantId)
    .where('service.id', '=', service.id)
    .execute()
  return { kind: 'changed' }
}

async function lockService(
  tx: Tx,
  service: { locationId: LocationId; id: ServiceId; version: number | null },
): Promise<ServiceDetail | { kind: 'unknown' | 'stale' }> {
  await lockCalendars(tx, { locationId: service.locationId, resourceId: null })
  const known = await readServiceDetail(tx, service.id, 'lock')
  if (!known) return { kind: 'unknown' }
  return service.version !== null && service.version !== known.version ? { kind: 'stale' } : known
}

function wishOf(detail: ServiceDetail): ServiceWish {
  const { id, version, active, currency, takes, ...service } = detail
  return {
    ...service,
    takes: takes.map(({ resourceId, weight, roles, segmentMinutes, priceMinor }) => ({
      resourceId,
      weight,
      roles,
      segmentMinutes,
      priceMinor,
    })),
  }
}

async function lastPosition(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom('service')
    .select(row => row.fn.max('service.position').as('position'))
    .where('service.tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return last?.position ?? -1
}

/** Of this business, and each once. */
async function resourceRefusal(tx: Tx, { takes }: ServiceWish): Promise<ServiceRefusal | null> {
  const ids = new Set(takes.map(({ resourceId }) => resourceId))
  if (ids.size < takes.length)
    return { kind: 'contradicts_itself', detail: 'Somebody or something is taken twice.' }
  if (ids.size === 0) return null
  const known = await tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', 'in', [...ids])
    .execute()
  return known.length < ids.size ? { kind: 'unknown_resource' } : null
}

/** Two services that get one name at once: a lock on the names of the business decides which is first. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`service-name/${tx.tenantId}`}, 0))`.execute(tx)
}

async function nameIsTaken(tx: Tx, id: ServiceId, name: string): Promise<boolean> {
  await lockNames(tx)
  const other = await tx
    .selectFrom('service')
    .select('service.id')
    .where('service.tenant_id', '=', tx.tenantId)
    .where('service.name', '=', name)
    .where('service.id', '<>', id)
    .executeTakeFirst()
  return other !== undefined
}
