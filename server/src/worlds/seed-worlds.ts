import type { App } from '../app.ts'
import type { TenantId } from '../platform/ids/ids.ts'
import { consultants } from './consultants.ts'
import { garage } from './garage.ts'
import { practice } from './practice.ts'
import { salon } from './salon.ts'
import type { World } from './world.ts'
import type { WORLD_NAMES } from './world-names.ts'

const worlds: Readonly<Record<(typeof WORLD_NAMES)[number], World>> = { salon, practice, garage, consultants }
export const WORLDS: Readonly<Record<string, World>> = worlds

/** Makes the demo tenants that are missing. Safe to run at every start. */
export async function seedWorlds(app: App): Promise<void> {
  for (const world of Object.values(WORLDS))
    if (!(await app.modules.tenants.findBySlug(world.tenant.slug))) await seedWorld(app, world)
}

/** One tenant with its catalogue and its number on the platform's connection. */
export async function seedWorld(app: App, world: World): Promise<TenantId> {
  const { tenants, catalogue, reception, scheduling, voice } = app.modules
  const connection = await voice.connections.find('default')
  if (!connection) throw new Error('The platform’s voice connection is missing.')
  const { tenantId, locationId } = await tenants.createTenant(world.tenant)
  await app.platform.db.inTenant(tenantId, async tx => {
    await catalogue.addCatalogue(tx, locationId, world.catalogue)
    for (const article of world.knowledge ?? []) await reception.addArticle(tx, article)
    if (world.transfer) await tenants.changeTransfer(tx, { locationId, version: null }, world.transfer)
    const assigned = await tenants.assignNumber(tx, { e164: world.phoneNumber, connectionId: connection.id })
    if (assigned === 'taken')
      throw new Error(`The number of ${world.tenant.slug} is that of another business.`)
    for (const policy of world.policies ?? [])
      await scheduling.savePolicy(tx, { scope: 'tenant', scopeId: null, ...policy }, null)
  })
  return tenantId
}
