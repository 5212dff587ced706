import { parseArgs } from 'node:util'
import { checkTenants } from '../../platform/db/check-tenants.ts'
import { type Command, withApp } from './command.ts'

export const tenantCheck: Command = {
  name: 'tenant-check',
  usage: 'tenant-check [--json]',
  summary: 'Proves on the running database that no tenant reaches another; exit code 0 only if so.',
  run: async words => {
    const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } })
    return await withApp(async app => {
      const check = await checkTenants(app.platform.db)
      if (values.json) console.log(JSON.stringify(check))
      else {
        const { tables, references, tenants, canary_read, problems } = check
        console.log(
          `${tables} tables of ${tenants} tenants, ${references} foreign keys between them; a new tenant read ${canary_read} tables and functions.`,
        )
        for (const problem of problems) console.log(`- ${problem}`)
        console.log(check.holds ? 'No tenant reaches another.' : 'This does not hold.')
      }
      return check.holds ? 0 : 1
    })
  },
}
