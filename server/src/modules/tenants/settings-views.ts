import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { LocationId } from '../../platform/ids/ids.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'
import { type TenantSettings, tenantSettings } from './tenant.ts'
import type { Transfer } from './transfer.ts'

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
  readonly id: LocationId
  readonly name: string
  readonly timeZone: string
  readonly address: string | null
  /** Null: nobody is put through. */
  readonly transfer: Transfer | null
  readonly version: number
}

type LocationRow = Omit<LocationView, 'transfer'> & {
  readonly phoneE164: string | null
  readonly week: readonly WeeklyHours[]
}

/** The first one is the one that is booked. */
export async function listLocations(tx: Tx): Promise<LocationView[]> {
  const { rows } = await sql<LocationRow>`
    select location.id, location.name, location.time_zone as "timeZone", location.address, location.version,
      location.transfer_e164 as "phoneE164",
      (select coalesce(json_agg(json_build_object('weekday', transfer_hours.weekday,
          'fromMinute', transfer_hours.from_minute, 'toMinute', transfer_hours.to_minute)
          order by transfer_hours.weekday, transfer_hours.from_minute), '[]')
        from transfer_hours
        where transfer_hours.tenant_id = location.tenant_id and transfer_hours.location_id = location.id) as week
    from location
    where location.tenant_id = ${tx.tenantId}
    order by location.id
  `.execute(tx)
  return rows.map(({ phoneE164, week, ...location }) => ({
    ...location,
    transfer: phoneE164 === null ? null : { phoneE164, week },
  }))
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

export async function readTransfer(tx: Tx, locationId: LocationId): Promise<Transfer | null> {
  const locations = await listLocations(tx)
  return locations.find(({ id }) => id === locationId)?.transfer ?? null
}
