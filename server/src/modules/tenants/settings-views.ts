import type { Tx } from '../../platform/db/database.ts'
import { type TenantSettings, tenantSettings } from './tenant.ts'

export type SettingsView = {
  readonly slug: string
  readonly name: string
  readonly sector: string
  readonly timeZone: string
  readonly locale: string
  readonly region: string
  readonly settings: TenantSettings
  readonly version: number
}

export async function readSettings(tx: Tx): Promise<SettingsView> {
  const row = await tx
    .selectFrom('tenant')
    .select([
      'tenant.slug',
      'tenant.name',
      'tenant.sector',
      'tenant.time_zone as timeZone',
      'tenant.locale',
      'tenant.region',
      'tenant.settings',
      'tenant.version',
    ])
    .where('tenant.id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return { ...row, settings: tenantSettings.parse(row.settings) }
}

export type LocationView = {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly address: string | null
}

/** The first one is the one that is booked. */
export async function listLocations(tx: Tx): Promise<LocationView[]> {
  return await tx
    .selectFrom('location')
    .select(['location.id', 'location.name', 'location.time_zone as timeZone', 'location.address'])
    .where('location.tenant_id', '=', tx.tenantId)
    .orderBy('location.id')
    .execute()
}

export type NumberView = {
  readonly id: string
  readonly e164: string
  readonly locationId: string
  readonly locationName: string
}

export async function listNumbers(tx: Tx): Promise<NumberView[]> {
  return await tx
    .selectFrom('phone_number')
    .innerJoin('location', join =>
      join
        .onRef('location.tenant_id', '=', 'phone_number.tenant_id')
        .onRef('location.id', '=', 'phone_number.location_id'),
    )
    .select([
      'phone_number.id',
      'phone_number.e164',
      'phone_number.location_id as locationId',
      'location.name as locationName',
    ])
    .where('phone_number.tenant_id', '=', tx.tenantId)
    .orderBy('phone_number.e164')
    .execute()
}
