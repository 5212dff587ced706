import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'

/** Where the last one stands in the owner's order; -1 without any. */
export async function lastPosition(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom('resource')
    .select(row => row.fn.max('resource.position').as('position'))
    .where('resource.tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return last?.position ?? -1
}

/** Two of one location renamed to one name at once: a lock on the location's names decides who is first. */
export async function nameIsTaken(
  tx: Tx,
  wanted: { id: ResourceId; name: string; locationId: string },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`resource-name/${wanted.locationId}`}, 0))`.execute(
    tx,
  )
  const other = await tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.location_id', '=', wanted.locationId)
    .where('resource.name', '=', wanted.name)
    .where('resource.id', '<>', wanted.id)
    .executeTakeFirst()
  return other !== undefined
}

/** Replaces what somebody or something does. False when a service does not exist; then the caller refuses, which undoes everything. */
export async function qualify(tx: Tx, id: ResourceId, serviceIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(serviceIds)]
  const { rows } = await sql<{ known: number }>`
    with known as (
      select service.id from service
      where service.tenant_id = ${tx.tenantId} and service.id = any(${wanted}::uuid[])
    ), gone as (
      delete from qualification
      where qualification.tenant_id = ${tx.tenantId} and qualification.resource_id = ${id}
        and not qualification.service_id = any(${wanted}::uuid[])
    ), added as (
      insert into qualification (service_id, resource_id)
      select known.id, ${id}::uuid from known
      on conflict do nothing
    )
    select count(*) as known from known
  `.execute(tx)
  return Number(rows[0]?.known ?? 0) === wanted.length
}
