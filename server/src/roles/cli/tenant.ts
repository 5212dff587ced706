import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { emailAddress } from '../../platform/i18n/email-address.ts'
import { isTimeZone } from '../../platform/time/zoned.ts'
import { type Command, withApp } from './command.ts'

const SECTORS = ['salon', 'health', 'garage', 'consulting', 'other'] as const

const wish = z.object({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,62}$/, { error: 'must be 2 to 63 small letters, digits and hyphens' }),
  name: z.string().trim().min(1).max(200),
  sector: z.enum(SECTORS),
  zone: z.string().refine(isTimeZone, { error: 'is not a time zone' }),
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: 'must be a country and a state, such as DE-BE' }),
  locale: z.enum(['de-DE', 'en-GB', 'en-US']),
  email: emailAddress.optional(),
  address: z.string().trim().min(1).max(500).optional(),
})

export const tenantCreate: Command = {
  name: 'tenant create',
  usage:
    'tenant create --slug SLUG --name NAME [--sector salon|health|garage|consulting|other] [--zone Europe/Berlin]\n' +
    '  [--region DE-BE] [--locale de-DE] [--email ADDRESS] [--address TEXT] [--json]',
  summary: 'Makes a business without catalogue and number. --email is the sender of its messages.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        slug: { type: 'string' },
        name: { type: 'string' },
        sector: { type: 'string', default: 'other' },
        zone: { type: 'string', default: 'Europe/Berlin' },
        region: { type: 'string', default: 'DE-BE' },
        locale: { type: 'string', default: 'de-DE' },
        email: { type: 'string' },
        address: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (!values.slug || !values.name) {
      console.error(`askpro ${tenantCreate.usage}`)
      return 2
    }
    const parsed = wish.safeParse(values)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      console.error(`askpro: --${issue?.path.join('.')} ${issue?.message}.`)
      return 2
    }
    const { slug, name, sector, zone, region, locale, email, address } = parsed.data
    return await withApp(async app => {
      await app.modules.tenants.createTenant({
        slug,
        name,
        sector,
        timeZone: zone,
        locale,
        region,
        ...(address === undefined ? {} : { address }),
        ...(email === undefined ? {} : { settings: { contact_email: email } }),
      })
      const created = await describe(app, slug)
      console.log(values.json ? JSON.stringify(created) : `${name} (${slug}) was created.`)
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

export const tenantShow: Command = {
  name: 'tenant show',
  usage: 'tenant show SLUG [--json]',
  summary: 'Says what is known of a business: settings, numbers, staff, services.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [slug] = positionals
    if (!slug || positionals.length > 1) {
      console.error(`askpro ${tenantShow.usage}`)
      return 2
    }
    return await withApp(async app => {
      const tenant = await describe(app, slug)
      if (values.json) console.log(JSON.stringify(tenant))
      else
        for (const [key, value] of Object.entries(tenant)) console.log(`${key.padEnd(18)} ${inWords(value)}`)
      return 0
    })
  },
}

async function describe(app: App, slug: string) {
  const { tenants, catalogue } = app.modules
  const known = await tenants.findBySlug(slug)
  if (!known) throw new Error(`There is no business with the short name "${slug}".`)
  return await app.platform.db.inTenant(known.id, async tx => {
    const tenant = await tenants.read(tx)
    const staff = await catalogue.listStaff(tx)
    const services = await catalogue.listServices(tx)
    return {
      id: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      sector: tenant.sector,
      time_zone: tenant.timeZone,
      locale: tenant.locale,
      region: tenant.region,
      address: tenant.address,
      contact_email: tenant.settings.contact_email,
      notification_email: tenant.settings.notification_email,
      store_transcripts: tenant.settings.store_transcripts,
      store_recordings: tenant.settings.store_recordings,
      phone_numbers: await tenants.numbers(tx),
      staff: staff.map(person => person.name),
      services: services.map(service => service.name),
    }
  })
}

function inWords(value: string | boolean | readonly string[] | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return (typeof value === 'string' ? value : (value ?? []).join(', ')) || '–'
}
