import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { parseId, type TenantId } from '../../platform/ids/ids.ts'
import { type Command, withApp } from './command.ts'

const scopes = z.array(z.enum(['all', 'read', 'write'])).min(1)

export const apiKeyCreate: Command = {
  name: 'api-key create',
  usage: 'api-key create --tenant SLUG --scope all|read|write[,…] [--name TEXT] [--json]',
  summary: 'Makes an API key for a business and shows it once.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        scope: { type: 'string', default: 'all' },
        name: { type: 'string', default: 'command line' },
        json: { type: 'boolean', default: false },
      },
    })
    const wanted = scopes.safeParse(values.scope.split(','))
    const { tenant: slug } = values
    if (!slug || !wanted.success) return usage(apiKeyCreate)
    return await withApp(async app => {
      const created = await app.modules.identity.createApiKey({
        tenantId: await tenantCalled(app, slug),
        scopes: wanted.data,
        name: values.name,
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
          console.log([key.id, `ask_${key.prefix}_…`, key.scopes.join(','), key.state, key.name].join('\t'))
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
