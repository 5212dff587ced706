import { parseArgs } from 'node:util'
import { z } from 'zod'
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
    if (!values.tenant || !wanted.success) {
      console.error(`askpro ${apiKeyCreate.usage}`)
      return 2
    }
    const slug = values.tenant
    return await withApp(async app => {
      const tenant = await app.modules.tenants.findBySlug(slug)
      if (!tenant) throw new Error(`There is no business with the short name "${slug}".`)
      const created = await app.modules.identity.createApiKey({
        tenantId: tenant.id,
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
