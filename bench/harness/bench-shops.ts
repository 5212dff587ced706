import type { App } from '../../server/src/app.ts'
import type { TenantId } from '../../server/src/platform/ids/ids.ts'
import { seedWorld } from '../../server/src/worlds/seed-worlds.ts'
import { hours, type World, work } from '../../server/src/worlds/world.ts'

const SERVICE = 'Haarschnitt'
const STAFF = ['Mara', 'Jonas', 'Aylin', 'Nele', 'Tom']

export type Shop = { readonly tenantId: TenantId; readonly number: string; readonly key: string }

/** Salons alike with five people each who work from seven to nine in the evening: thousands of free places. */
export async function openShops(app: App, count: number): Promise<Shop[]> {
  const shops: Shop[] = []
  for (let index = 0; index < count; index += 1) {
    const world = shop(index)
    const tenantId = await seedWorld(app, world)
    const { key } = await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'bench' })
    shops.push({ tenantId, number: world.phoneNumber, key })
  }
  return shops
}

/** The shops that an earlier run opened, each with a new key. */
export async function findShops(app: App, most = Number.POSITIVE_INFINITY): Promise<Shop[]> {
  const shops: Shop[] = []
  for (let index = 0; index < most; index += 1) {
    const tenant = await app.modules.tenants.findBySlug(slugOf(index))
    if (!tenant) break
    const { key } = await app.modules.identity.createApiKey({
      tenantId: tenant.id,
      scopes: ['all'],
      name: 'bench',
    })
    shops.push({ tenantId: tenant.id, number: numberOf(index), key })
  }
  return shops
}

const slugOf = (index: number): string => `bench-${index}`
const numberOf = (index: number): string => `+493023126${String(index).padStart(3, '0')}`

function shop(index: number): World {
  return {
    tenant: {
      slug: slugOf(index),
      name: `Salon ${index}`,
      sector: 'salon',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      region: 'DE-BE',
    },
    phoneNumber: numberOf(index),
    catalogue: {
      opening: hours(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], '07:00-21:00'),
      resources: STAFF.map(name => ({ kind: 'staff' as const, name })),
      services: [{ name: SERVICE, segments: work(30), priceMinor: 3000, gridMinutes: 30, takes: STAFF }],
    },
  }
}

type Slot = { readonly token: string; readonly staff: ReadonlyArray<{ readonly id: string }> }

/** A token for every free place of a shop, person by person, in the weeks ahead. */
export async function freeTokens(url: string, shop: Shop): Promise<string[]> {
  const headers = { authorization: `Bearer ${shop.key}` }
  const staff = (await (await fetch(`${url}/api/v1/staff`, { headers })).json()) as {
    items: Array<{ id: string }>
  }
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const tokens: string[] = []
  for (const { id } of staff.items)
    for (let day = 2; day < 110; day += 15) {
      const query = new URLSearchParams({
        service: SERVICE,
        staff: id,
        from: String(today.add({ days: day })),
        to: String(today.add({ days: day + 15 })),
        limit: '500',
      })
      const answer = await fetch(`${url}/api/v1/availability?${query}`, { headers })
      const { items } = (await answer.json()) as { items?: Slot[] }
      if (!items) throw new Error(`No availability: ${answer.status}`)
      for (const slot of items) tokens.push(slot.token)
    }
  return tokens
}
