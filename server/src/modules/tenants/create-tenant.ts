import type { Database } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type LocationId, newId, type TenantId } from '../../platform/ids/ids.ts'
import { tenantErrors } from './errors.ts'
import { type TenantSettings, tenantSettings } from './tenant.ts'

export type NewTenant = {
  readonly slug: string
  readonly name: string
  readonly sector: 'salon' | 'health' | 'garage' | 'consulting' | 'other'
  readonly timeZone: string
  readonly locale: string
  readonly region: string
  readonly address?: string
  readonly settings?: Partial<TenantSettings>
}

export async function createTenant(
  db: Database,
  tenant: NewTenant,
): Promise<{ tenantId: TenantId; locationId: LocationId }> {
  const tenantId = newId<'tenant'>()
  const locationId = newId<'location'>()
  await db.inTenant(tenantId, async tx => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('tenant')
      .values({
        id: tenantId,
        slug: tenant.slug,
        name: tenant.name,
        sector: tenant.sector,
        time_zone: tenant.timeZone,
        locale: tenant.locale,
        region: tenant.region,
        settings: JSON.stringify(tenantSettings.parse(tenant.settings ?? {})),
      })
      .onConflict(conflict => conflict.constraint('tenant_slug_unique').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError(tenantErrors.slugTaken)
    await tx
      .insertInto('location')
      .values({
        id: locationId,
        name: tenant.name,
        time_zone: tenant.timeZone,
        address: tenant.address ?? null,
      })
      .execute()
  })
  return { tenantId, locationId }
}
