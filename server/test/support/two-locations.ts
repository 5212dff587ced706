import type { TenantId } from '../../src/platform/ids/ids.ts'
import { startProduct, type TestProduct } from './test-product.ts'

/** A salon with a second location, and an appointment, blocked time, an absence and a call at each. */
export type TwoLocations = {
  readonly product: TestProduct
  readonly salon: TenantId
  readonly centre: string
  readonly harbour: string
  /** Of somebody limited to the first location, but for the last one. */
  readonly keys: Readonly<Record<'read' | 'write' | 'manage' | 'harbour', string>>
  /** Ids of what the salon has at either location, by the kind of thing. */
  readonly here: Readonly<Record<string, string>>
  readonly there: Readonly<Record<string, string>>
  /** A free time at each, as a token. */
  readonly slots: { readonly here: string; readonly there: string }
}

export async function startTwoLocations(): Promise<TwoLocations> {
  const product = await startProduct({ clock: { now: () => Temporal.Instant.from('2026-12-01T09:00:00Z') } })
  const salon = await product.tenantId('salon')
  const centre = await firstLocation(product, salon)
  const harbour = await openHarbour(product, salon)
  const keyFor = async (location: string, ...scopes: Array<'read' | 'write' | 'manage'>) => {
    const wish = { tenantId: salon, scopes, name: 'Theke', locations: [location] }
    return (await product.app.modules.identity.createApiKey(wish)).key
  }
  const keys = {
    read: await keyFor(centre, 'read'),
    write: await keyFor(centre, 'read', 'write'),
    manage: await keyFor(centre, 'read', 'write', 'manage'),
    harbour: await keyFor(harbour, 'read', 'write', 'manage'),
  }
  return {
    ...{ product, salon, centre, harbour, keys },
    slots: {
      here: await freeSlot(product, keys.manage, 0),
      there: await freeSlot(product, keys.harbour, 0),
    },
    here: await fillLocation(product, { salon, location: centre, key: keys.manage }),
    there: await fillLocation(product, { salon, location: harbour, key: keys.harbour }),
  }
}

async function firstLocation(product: TestProduct, salon: TenantId): Promise<string> {
  const [first] = await product.database.query<{ id: string }>(
    'select id from location where tenant_id = $1',
    [salon],
  )
  if (!first) throw new Error('The salon has no location.')
  return first.id
}

/** A second location, where Hafen-Tom does what the salon's first service is. */
async function openHarbour(product: TestProduct, salon: TenantId): Promise<string> {
  const [made] = await product.database.query<{ id: string }>(
    `with place as (
       insert into location (tenant_id, id, name, time_zone)
       values ($1, 'ffffffff-ffff-7fff-8fff-000000000001', 'Hafen', 'Europe/Berlin') returning id
     ), person as (
       insert into resource (tenant_id, id, location_id, kind, name, position)
       select $1, 'ffffffff-ffff-7fff-8fff-000000000002', place.id, 'staff', 'Hafen-Tom', 50 from place returning id
     ), member as (
       insert into staff_member (tenant_id, resource_id, spoken_name) select $1, person.id, 'Hafen-Tom' from person
     ), hours as (
       insert into hours_rule (tenant_id, id, location_id, resource_id, weekday, from_minute, to_minute)
       select $1, gen_random_uuid(), place.id, null, weekday, 540, 1080 from place, generate_series(1, 6) weekday
     ), able as (
       insert into qualification (tenant_id, service_id, resource_id)
       select $1, service.id, person.id from person, service
       where service.tenant_id = $1 and service.name = 'Haarschnitt Herren'
     )
     select id from place`,
    [salon],
  )
  if (!made) throw new Error('The harbour was not opened.')
  return made.id
}

/** The last one of a week, so that each call finds another when one was taken. */
export async function freeSlot(product: TestProduct, key: string, which = -1): Promise<string> {
  const path = '/api/v1/availability?service=Herrenschnitt&from=2026-12-08&to=2026-12-12'
  const { status, body } = await product.get(path, key)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items.at(which).token
}

/** By whoever is limited to it, except for what only the telephone makes. */
async function fillLocation(
  product: TestProduct,
  { salon, location, key }: { salon: TenantId; location: string; key: string },
): Promise<Record<string, string>> {
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await product.post(path, key, body)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const resource = (await product.get('/api/v1/staff', key)).body.items[0].id
  const times = { starts_at: '2027-02-01T10:00:00+01:00', ends_at: '2027-02-01T11:00:00+01:00' }
  const [call] = await product.database.query<{ id: string; wish: string; callback: string }>(
    `with made as (
       insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, started_at)
       select $1, gen_random_uuid(), voice_connection.id, 'retell', $2::text, $2::uuid, '+493023125001', '2026-12-01T08:00Z'
       from voice_connection limit 1 returning id
     ), wish as (
       insert into wish (tenant_id, id, call_id, created_at) select $1, gen_random_uuid(), made.id, now() from made
       returning id
     ), callback as (
       insert into callback_request (tenant_id, id, call_id, reason, due_at)
       select $1, gen_random_uuid(), made.id, 'Farbe', '2026-12-02T08:00Z' from made returning id
     )
     select made.id, wish.id as wish, callback.id as callback from made, wish, callback`,
    [salon, location],
  )
  if (!call) throw new Error('No call was made.')
  return {
    location,
    resource,
    call: call.id,
    wish: call.wish,
    callback_request: call.callback,
    appointment: await made('/api/v1/appointments', {
      ...{ token: await freeSlot(product, key), customer: { name: 'Anna Berger', phone: '+4917139200042' } },
    }),
    closure: await made('/api/v1/closures', { resource_id: resource, ...times }),
    absence: await made('/api/v1/absences', { staff_id: resource, kind: 'training', ...times }),
  }
}
