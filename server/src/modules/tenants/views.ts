import type { Database, Tx } from '../../platform/db/database.ts'
import type { LocationId, TenantId } from '../../platform/ids/ids.ts'
import { type Tenant, tenantSettings } from './tenant.ts'

export async function readTenant(tx: Tx): Promise<Tenant> {
  const row = await tx
    .selectFrom('tenant')
    .innerJoin('location', 'location.tenant_id', 'tenant.id')
    .select([
      'tenant.id',
      'tenant.slug',
      'tenant.name',
      'tenant.sector',
      'tenant.time_zone',
      'tenant.locale',
      'tenant.region',
      'tenant.settings',
      'location.id as location_id',
      'location.address',
    ])
    .where('tenant.id', '=', tx.tenantId)
    .orderBy('location.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    id: row.id as TenantId,
    slug: row.slug,
    name: row.name,
    sector: row.sector,
    timeZone: row.time_zone,
    locale: row.locale,
    region: row.region,
    settings: tenantSettings.parse(row.settings),
    locationId: row.location_id as LocationId,
    address: row.address,
  }
}

export async function numbersOfTenant(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('phone_number')
    .select('phone_number.e164')
    .where('phone_number.tenant_id', '=', tx.tenantId)
    .orderBy('phone_number.e164')
    .execute()
  return rows.map(row => row.e164)
}

export async function findTenantBySlug(
  db: Database,
  slug: string,
): Promise<{ id: TenantId; name: string } | null> {
  const row = await db.acrossTenants('tenants: find by slug', tx =>
    tx
      .selectFrom('tenant')
      .select(['tenant.id', 'tenant.name'])
      .where('tenant.slug', '=', slug)
      .executeTakeFirst(),
  )
  return row ? { id: row.id as TenantId, name: row.name } : null
}

export type TenantSummary = {
  readonly id: TenantId
  readonly slug: string
  readonly name: string
  readonly sector: string
}

export async function listTenants(db: Database): Promise<TenantSummary[]> {
  const rows = await db.acrossTenants('tenants: list', tx =>
    tx
      .selectFrom('tenant')
      .select(['tenant.id', 'tenant.slug', 'tenant.name', 'tenant.sector'])
      .orderBy('tenant.slug')
      .execute(),
  )
  return rows.map(row => ({ ...row, id: row.id as TenantId }))
}
