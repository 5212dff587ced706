import { parseArgs } from 'node:util'
import type { TenantId } from '../../platform/ids/ids.ts'
import { type Command, withApp } from './command.ts'

/** Whoever was given a key within this time keeps it: a run that was stopped and begun again goes on. */
const NEW_FOR = { hours: 1 }

export const secretsRotate: Command = {
  name: 'secrets rotate',
  usage: 'secrets rotate [--new-keys] [--tenant SLUG] [--json]',
  summary:
    'Seals every secret with the current keys; with --new-keys each business gets a new one first. The product goes on meanwhile.\nA business whose key is younger than an hour keeps it, so that a run that was stopped goes on when it is begun again.\nExit code 0 only if every secret could be opened.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'new-keys': { type: 'boolean', default: false },
        tenant: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    return await withApp(async ({ platform, modules }) => {
      const only: TenantId | null =
        values.tenant === undefined ? null : await tenantOf(modules.tenants, values.tenant)
      const newKeyIfBefore = values['new-keys'] ? platform.clock.now().subtract(NEW_FOR) : null
      const done = await modules.ops.rotateSecrets({ only, newKeyIfBefore })
      if (values.json) console.log(JSON.stringify(done))
      else
        console.log(
          `${done.businesses} businesses: ${done.new_keys} new keys, ${done.keys_sealed} keys and ${done.sealed} secrets sealed anew, ${done.chains_signed} records of changes signed anew, ${done.unreadable} secrets that no key opens`,
        )
      return done.unreadable === 0 ? 0 : 1
    })
  },
}

async function tenantOf(
  tenants: { findBySlug(slug: string): Promise<{ id: TenantId } | null> },
  slug: string,
): Promise<TenantId> {
  const tenant = await tenants.findBySlug(slug)
  if (tenant === null) throw new Error(`There is no business with the short name "${slug}".`)
  return tenant.id
}
