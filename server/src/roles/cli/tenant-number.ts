import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, withApp } from './command.ts'

const number = z
  .string()
  .transform(text => text.replace(/[\s()/-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/))

export const tenantNumber: Command = {
  name: 'tenant number',
  usage: 'tenant number --tenant SLUG --number +49… [--connection default] [--json]',
  summary: 'Lets calls of a number lead to a business.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        number: { type: 'string' },
        connection: { type: 'string', default: 'default' },
        json: { type: 'boolean', default: false },
      },
    })
    const { tenant: slug, connection: via } = values
    const e164 = number.safeParse(values.number)
    if (!slug || !e164.success) {
      console.error(`askpro ${tenantNumber.usage}`)
      return 2
    }
    return await withApp(async app => {
      const { tenants, voice } = app.modules
      const tenant = await tenants.findBySlug(slug)
      if (!tenant) throw new Error(`There is no business with the short name "${slug}".`)
      const connection = await voice.connections.find(via)
      if (!connection) throw new Error(`There is no connection "${via}" to a telephone provider.`)
      const wish = { e164: e164.data, connectionId: connection.id }
      const done = await app.platform.db.inTenant(tenant.id, tx => tenants.assignNumber(tx, wish))
      if (done === 'taken') throw new Error(`${e164.data} leads to another business.`)
      if (values.json) console.log(JSON.stringify({ tenant: slug, number: e164.data, connection: via }))
      else console.log(`Calls of ${e164.data} lead to ${tenant.name}.`)
      return 0
    })
  },
}
