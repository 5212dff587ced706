import { parseArgs } from 'node:util'
import { type Command, withApp } from './command.ts'

export const outageDrill: Command = {
  name: 'outage drill',
  usage: 'outage drill --tenant SLUG [--json]',
  summary:
    'Whether a business could live through an outage of its telephone: numbers, fallback, our doors, lost events, lines.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const slug = values.tenant
    if (slug === undefined) throw new Error('Say which business: --tenant SLUG.')
    return await withApp(async app => {
      const tenant = await app.modules.tenants.findBySlug(slug)
      if (!tenant) throw new Error(`There is no business "${slug}".`)
      const steps = await app.modules.voice.rehearseOutage(tenant.id)
      const ready = steps.every(({ ok }) => ok)
      print({ tenant: slug, ready, steps }, values.json)
      return ready ? 0 : 1
    })
  },
}

function print(
  report: { tenant: string; ready: boolean; steps: readonly { name: string; ok: boolean; detail: string }[] },
  json: boolean,
): void {
  if (json) {
    console.log(JSON.stringify(report))
    return
  }
  for (const { name, ok, detail } of report.steps)
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${detail}`)
  console.log(report.ready ? 'Ready for an outage.' : 'Not ready: see docs/guides/outage.md.')
}
