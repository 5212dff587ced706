import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { KEY_SCOPES } from '../../platform/access/permissions.ts'
import { parseId, type TenantId } from '../../platform/ids/ids.ts'
import { type Command, withApp } from './command.ts'

const scopes = z.array(z.enum(KEY_SCOPES)).min(1)
const days = z.coerce.number().int().min(1).max(3650)
const hours = z.coerce.number().int().min(0).max(720)

export const apiKeyCreate: Command = {
  name: 'api-key create',
  usage:
    'api-key create --tenant SLUG --scope all|read|write|manage[,…] [--name TEXT] [--expires-in-days N] [--json]',
  summary: 'Makes an API key for a business and shows it once.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        scope: { type: 'string', default: 'all' },
        name: { type: 'string', default: 'command line' },
        'expires-in-days': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const wanted = scopes.safeParse(values.scope.split(','))
    const { tenant: slug } = values
    const lifetime = days.optional().safeParse(values['expires-in-days'])
    if (!slug || !wanted.success || !lifetime.success) return usage(apiKeyCreate)
    return await withApp(async app => {
      const created = await app.modules.identity.createApiKey({
        tenantId: await tenantCalled(app, slug),
        scopes: wanted.data,
        name: values.name,
        expiresAt: lifetime.data ? app.platform.clock.now().add({ hours: lifetime.data * 24 }) : null,
      })
      if (values.json)
        console.log(JSON.stringify({ id: created.id, key: created.key, tenant: slug, scopes: wanted.data }))
      else console.log(`${created.key}\n\nThis is the only time the key is shown.`)
      return 0
    })
  },
}

export const apiKeyList: Command = {
  name: 'api-key list',
  usage: 'api-key list --tenant SLUG [--json]',
  summary: 'Lists the API keys of a business, without their secrets.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const { tenant: slug } = values
    if (!slug) return usage(apiKeyList)
    return await withApp(async app => {
      const keys = await app.modules.identity.listApiKeys(await tenantCalled(app, slug))
      if (values.json) console.log(JSON.stringify({ items: keys }))
      else
        for (const key of keys)
          console.log(
            [
              key.id,
              `ask_${key.prefix}_…`,
              key.scopes.join(','),
              key.state,
              `used ${key.last_used_at ?? 'never'}`,
              key.name,
            ].join('\t'),
          )
      return 0
    })
  },
}

export const apiKeyRotate: Command = {
  name: 'api-key rotate',
  usage: 'api-key rotate ID --tenant SLUG [--overlap-hours N] [--json]',
  summary:
    'Makes the successor of an API key and shows it once; the old one goes on for the overlap (24 hours).',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        'overlap-hours': { type: 'string', default: '24' },
        json: { type: 'boolean', default: false },
      },
    })
    const id = parseId<'api-key'>(positionals[0])
    const overlap = hours.safeParse(values['overlap-hours'])
    const { tenant: slug } = values
    if (!slug || !id || !overlap.success || positionals.length > 1) return usage(apiKeyRotate)
    return await withApp(async app => {
      const wish = { id, overlap: Temporal.Duration.from({ hours: overlap.data }) }
      const rotation = await app.modules.identity.rotateApiKey(await tenantCalled(app, slug), wish)
      if (rotation.kind === 'unknown') throw new Error(`${slug} has no API key ${id}.`)
      if (rotation.kind === 'over') throw new Error('This key has ended or was replaced before.')
      const { created, oldEndsAt } = rotation
      if (values.json)
        console.log(JSON.stringify({ id: created.id, key: created.key, old_ends_at: oldEndsAt.toString() }))
      else console.log(`${created.key}\n\nShown this once. The old key ends at ${oldEndsAt.toString()}.`)
      return 0
    })
  },
}

export const apiKeyRevoke: Command = {
  name: 'api-key revoke',
  usage: 'api-key revoke ID --tenant SLUG [--json]',
  summary: 'Makes an API key worthless, at once and for good. The id is in "api-key list".',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const id = parseId<'api-key'>(positionals[0])
    const { tenant: slug } = values
    if (!slug || !id || positionals.length > 1) return usage(apiKeyRevoke)
    return await withApp(async app => {
      const result = await app.modules.identity.revokeApiKey(await tenantCalled(app, slug), id)
      if (result === 'unknown') throw new Error(`${slug} has no API key ${id}.`)
      console.log(values.json ? JSON.stringify({ id, revoked: true }) : 'The key no longer opens anything.')
      return 0
    })
  },
}

async function tenantCalled(app: App, slug: string): Promise<TenantId> {
  const tenant = await app.modules.tenants.findBySlug(slug)
  if (!tenant) throw new Error(`There is no business with the short name "${slug}".`)
  return tenant.id
}

function usage(command: Command): number {
  console.error(`askpro ${command.usage}`)
  return 2
}
