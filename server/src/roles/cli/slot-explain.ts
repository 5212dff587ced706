import { parseArgs } from 'node:util'
import type { App } from '../../app.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Command, withApp } from './command.ts'

export const slotExplain: Command = {
  name: 'slot explain',
  usage:
    'slot explain --tenant SLUG --service NAME --at 2026-11-26T10:00:00+01:00 [--staff NAME] [--lang de|en] [--json]',
  summary: 'Says why a time is or is not free.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        service: { type: 'string' },
        at: { type: 'string' },
        staff: { type: 'string' },
        lang: { type: 'string', default: 'de' },
        json: { type: 'boolean', default: false },
      },
    })
    const { tenant, service, at, staff, lang } = values
    if (!tenant || !service || !at || (lang !== 'de' && lang !== 'en')) {
      console.error(`askpro ${slotExplain.usage}`)
      return 2
    }
    return await withApp(async app => {
      const found = await app.modules.tenants.findBySlug(tenant)
      if (!found) throw new Error(`There is no business "${tenant}".`)
      const answer = await app.platform.db.inTenant(found.id, tx =>
        explain(app, tx, { service, at: instantOf(at), staff, lang }),
      )
      console.log(values.json ? JSON.stringify({ at, ...answer }) : answer.sentence)
      return 0
    })
  },
}

async function explain(
  { modules: { catalogue, scheduling } }: App,
  tx: Tx,
  wanted: { service: string; at: Temporal.Instant; staff: string | undefined; lang: 'de' | 'en' },
) {
  const services = catalogue.matchServices(await catalogue.listServices(tx), wanted.service)
  const [service, another] = services
  if (!service) throw new Error(`There is no service "${wanted.service}".`)
  if (another)
    throw new Error(`"${wanted.service}" can be ${services.map(candidate => candidate.name).join(' or ')}.`)
  if (wanted.staff === undefined)
    return await scheduling.explainSlot(tx, { service, at: wanted.at, lang: wanted.lang })
  const name = wanted.staff.toLowerCase()
  const person = (await catalogue.listStaff(tx)).find(candidate => candidate.name.toLowerCase() === name)
  if (!person) throw new Error(`Nobody called "${wanted.staff}" works there.`)
  return await scheduling.explainSlot(tx, { service, at: wanted.at, staffId: person.id, lang: wanted.lang })
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new Error(`"${text}" is not an instant, such as 2026-11-26T10:00:00+01:00.`)
  }
}
