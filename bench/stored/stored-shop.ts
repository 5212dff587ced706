import type pg from 'pg'
import { newId } from '../../server/src/platform/ids/ids.ts'
import type { Dice } from '../../verify/dice.ts'
import type { Shop } from '../harness/bench-shops.ts'

/** A shop as the database knows it: what the rows of its past refer to. */
export type StoredShop = {
  readonly tenantId: string
  readonly locationId: string
  readonly number: string
  readonly connectionId: string
  readonly serviceId: string
  readonly staffIds: readonly string[]
}

export async function readStoredShop(client: pg.Client, shop: Shop): Promise<StoredShop> {
  const { rows } = await client.query<StoredShop>(
    `select location.tenant_id as "tenantId", location.id as "locationId", phone_number.e164 as number,
       phone_number.connection_id as "connectionId",
       (select service.id from service where service.tenant_id = location.tenant_id limit 1) as "serviceId",
       (select array_agg(resource.id order by resource.name) from resource
         where resource.tenant_id = location.tenant_id and resource.kind = 'staff') as "staffIds"
     from location
     join phone_number on phone_number.tenant_id = location.tenant_id and phone_number.location_id = location.id
     where location.tenant_id = $1`,
    [shop.tenantId],
  )
  const [row] = rows
  if (!row) throw new Error('A shop has no number.')
  return row
}

export type PastCustomer = { readonly id: string; readonly name: string; readonly e164: string }
export type PastCall = {
  readonly id: string
  readonly startedAt: number
  readonly caller: PastCustomer | null
  /** Null: the caller did not book. */
  readonly appointment: { readonly id: string; readonly startsAt: number; readonly staffId: string } | null
}

const FIRST = [
  'Petra',
  'Jonas',
  'Aylin',
  'Tom',
  'Nele',
  'Kemal',
  'Ines',
  'Ole',
  'Runa',
  'Mara',
  'Lutz',
  'Sven',
]
const LAST = [
  'Lindner',
  'Brandt',
  'Vogel',
  'Sommer',
  'Krause',
  'Winkler',
  'Yilmaz',
  'Petersen',
  'Kowalski',
  'Engel',
]
const DAY_MS = 24 * 60 * 60_000
const HALF_HOUR_MS = 30 * 60_000
/** Seven to nine in the evening: 28 half hours. */
const PLACES_A_DAY = 28

export function pastCustomers(
  dice: Dice,
  { first, count }: { first: number; count: number },
): PastCustomer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: newId<'customer'>(),
    name: `${dice.pick(FIRST)} ${dice.pick(LAST)}`,
    e164: `+49171${String(3_900_000 + first + index).padStart(8, '0')}`,
  }))
}

/**
 * Calls that each booked one place. Places are given out person by person and day by day backwards from a month
 * ahead of `today` (its midnight, in milliseconds), so that none is taken twice and the days around now are the fullest.
 */
export function* pastCalls(
  dice: Dice,
  wanted: { shop: StoredShop; customers: readonly PastCustomer[]; count: number; today: number },
): Generator<PastCall> {
  const { shop, customers } = wanted
  // Two places of three stay free, or nobody could book any more.
  const perDay = Math.floor(PLACES_A_DAY / 3) * shop.staffIds.length
  for (let index = 0; index < wanted.count; index += 1) {
    const day = wanted.today + (30 - Math.floor(index / perDay)) * DAY_MS
    const place = Math.floor((index % perDay) / shop.staffIds.length) * 3
    const startsAt = day + 6 * 60 * 60_000 + place * HALF_HOUR_MS
    yield {
      id: newId<'call'>(),
      startedAt: Math.min(startsAt, wanted.today + DAY_MS) - dice.between(0, 20 * DAY_MS - 1) - HALF_HOUR_MS,
      caller: dice.chance(1 / 4) ? null : dice.pick(customers),
      appointment: {
        id: newId<'appointment'>(),
        startsAt,
        staffId: shop.staffIds[index % shop.staffIds.length] ?? '',
      },
    }
  }
}
