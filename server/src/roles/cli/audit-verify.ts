import { parseArgs } from 'node:util'
import { type ChainReport, verifyChain } from '../../platform/audit/verify-chain.ts'
import { type Command, withApp } from './command.ts'

type TenantReport = ChainReport & { readonly tenant: string }

export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify [--tenant SLUG] [--json]',
  summary: 'Reckons the sealed record of changes anew; exit code 0 only if nothing in it was tampered with.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const isWanted = ({ slug }: { slug: string }): boolean => slug === (values.tenant ?? slug)
    return await withApp(async app => {
      const { db, keys } = app.platform
      const wanted = (await app.modules.tenants.list()).filter(isWanted)
      if (wanted.length === 0 && values.tenant !== undefined)
        throw new Error(`There is no business with the short name "${values.tenant}".`)
      const reports: TenantReport[] = []
      for (const { id, slug } of wanted)
        reports.push({ tenant: slug, ...(await db.inTenant(id, tx => verifyChain(tx, keys))) })
      const holds = reports.every(({ problems }) => problems.length === 0)
      if (values.json) console.log(JSON.stringify({ holds, tenants: reports }))
      else for (const report of reports) print(report)
      return holds ? 0 : 1
    })
  },
}

function print({ tenant, sealed, waiting, erased, problems }: TenantReport): void {
  console.log(`${tenant}: ${sealed} sealed, ${waiting} waiting, ${erased} erased`)
  for (const problem of problems) console.log(`- ${problem}`)
}
