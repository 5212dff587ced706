import type { TenantId } from '../../platform/ids/ids.ts'
import { parseId } from '../../platform/ids/ids.ts'
import { type Command, withApp } from './command.ts'

export const callScript: Command = {
  name: 'call script',
  usage: 'call script CALL_ID',
  summary:
    'Prints a recorded call as a script for `askpro call simulate`: the same words on the calendar of then.\n' +
    'It has what was said in it, names and numbers included.',
  run: async words => {
    const id = parseId<'call'>(words[0])
    if (!id || words.length > 1) {
      console.error(`askpro ${callScript.usage}`)
      return 2
    }
    return await withApp(async app => {
      const { db } = app.platform
      const row = await db.acrossTenants('call script: whose call it is', tx =>
        tx.selectFrom('call').select('call.tenant_id').where('call.id', '=', id).executeTakeFirst(),
      )
      if (!row) throw new Error(`There is no call ${id}.`)
      const script = await db.inTenant(row.tenant_id as TenantId, tx =>
        app.modules.reporting.makeCallerScript(tx, id),
      )
      console.log(JSON.stringify(script, null, 2))
      return 0
    })
  },
}
