import { parseArgs } from 'node:util'
import { isTimeZone } from '../../platform/time/zoned.ts'
import { type Command, withApp } from './command.ts'

export const tenantCreate: Command = {
  name: 'tenant create',
  usage: 'tenant create --slug SLUG --name NAME [--zone Europe/Berlin] [--region DE-BE] [--json]',
  summary: 'Makes a business without catalogue and number.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        slug: { type: 'string' },
        name: { type: 'string' },
        zone: { type: 'string', default: 'Europe/Berlin' },
        region: { type: 'string', default: 'DE-BE' },
        json: { type: 'boolean', default: false },
      },
    })
    const { slug, name, zone, region } = values
    if (!slug || !name || !/^[a-z][a-z0-9-]{1,62}$/.test(slug)) {
      console.error(`askpro ${tenantCreate.usage}`)
      return 2
    }
    if (!isTimeZone(zone)) throw new Error(`"${zone}" is not a time zone.`)
    return await withApp(async app => {
      const { tenantId } = await app.modules.tenants.createTenant({
        slug,
        name,
        sector: 'other',
        timeZone: zone,
        locale: 'de-DE',
        region,
      })
      console.log(
        values.json ? JSON.stringify({ id: tenantId, slug, name }) : `${name} (${slug}) was created.`,
      )
      return 0
    })
  },
}

export const tenantList: Command = {
  name: 'tenant list',
  usage: 'tenant list [--json]',
  summary: 'Lists the businesses of this installation.',
  run: async words => {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    return await withApp(async app => {
      const tenants = await app.modules.tenants.list()
      if (values.json) console.log(JSON.stringify({ items: tenants }))
      else for (const tenant of tenants) console.log(`${tenant.slug}\t${tenant.name}`)
      return 0
    })
  },
}
