import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startMail } from '../../sandbox/mail/start-mail.ts'
import { startRetell } from '../../sandbox/retell/start-retell.ts'
import { startEmbeddedServer } from '../../server/src/platform/db/embedded-server.ts'
import type { PostgresBinaries } from '../../server/src/platform/db/postgres-binaries.ts'
import { runCommand, startProcess } from '../processes.ts'

/** What one server version showed; `problems` is empty if all is well. */
export type VersionResult = {
  readonly version: string
  readonly migrate_ms: number
  readonly call_ms: number
  readonly problems: readonly string[]
}

const PASSWORD = 'geheim'
const RETELL_KEY = 'key_verify_0123456789'
const LONGEST_MS = 30_000

/**
 * A server as somebody else would run it, with one login that may make roles and one empty database: the product
 * migrates it, takes a telephone call that becomes an appointment and a confirmation, and stops.
 */
export async function tryVersion(binaries: PostgresBinaries, folder: string): Promise<VersionResult> {
  await using closers = new AsyncDisposableStack()
  const server = await startEmbeddedServer({ directory: join(folder, `server-${binaries.major}`), binaries })
  closers.defer(() => server.stop())
  const urls = await makeDatabase(server.adminUrl)
  const mail = closers.use(await startMail())
  const env = {
    DATA_DIR: join(folder, `product-${binaries.major}`),
    DATABASE_URL: urls.url,
    DATABASE_OWNER_URL: urls.ownerUrl,
    ASKPRO_SECRET_KEY: 'ab'.repeat(32),
    RETELL_API_KEY: RETELL_KEY,
    SMTP_URL: mail.smtpUrl,
  }
  const problems: string[] = []
  const begun = performance.now()
  for (const words of [['migrate'], ['migrate', '--check']]) {
    const { code, output } = await runCommand(words, env)
    if (code !== 0) problems.push(`askpro ${words.join(' ')}: ${output}`)
  }
  const migrated = performance.now()
  const product = await startProcess('start', env)
  closers.defer(() => product.kill())
  const retell = closers.use(await startRetell())
  retell.setTarget({ productUrl: product.url, connection: 'default', apiKey: RETELL_KEY })
  const called = performance.now()
  const call = await retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  problems.push(...call.problems.map(problem => `The call: ${JSON.stringify(problem)}`))
  const admin = urls.adminUrl
  problems.push(...(await untilRowsFit(admin)))
  const call_ms = Math.round(performance.now() - called)
  problems.push(...(await brokenRules(admin)))
  if (mail.messages().length !== 1) problems.push(`${mail.messages().length} e-mails instead of one`)
  if ((await product.stop()) !== 0) problems.push('The product did not stop well.')
  return { version: await versionOf(admin), migrate_ms: Math.round(migrated - begun), call_ms, problems }
}

async function makeDatabase(adminUrl: string): Promise<{ url: string; ownerUrl: string; adminUrl: string }> {
  await ask(adminUrl, `create role askpro_owner login createrole password '${PASSWORD}'`)
  await ask(adminUrl, "create database askpro owner askpro_owner encoding 'UTF8' template template0")
  const urlFor = (user: string | null): string => {
    const url = new URL(adminUrl)
    url.pathname = '/askpro'
    if (user !== null) Object.assign(url, { username: user, password: PASSWORD })
    return url.href
  }
  return { url: urlFor('askpro_app'), ownerUrl: urlFor('askpro_owner'), adminUrl: urlFor(null) }
}

const EXPECTED = { appointments: 1, calls: 1, messages: 1, waiting: 0 }

async function untilRowsFit(adminUrl: string): Promise<string[]> {
  const deadline = Date.now() + LONGEST_MS
  for (;;) {
    const [row] = await ask(
      adminUrl,
      `select (select count(*)::int from appointment where appointment.state = 'confirmed') as appointments,
         (select count(*)::int from call where call.state = 'ended') as calls,
         (select count(*)::int from message where message.state = 'sent') as messages,
         (select count(*)::int from inbox where inbox.processed_at is null) as waiting`,
    )
    if (JSON.stringify(row) === JSON.stringify(EXPECTED)) return []
    if (Date.now() > deadline) return [`After the call: ${JSON.stringify(row)}`]
    await wait(50)
  }
}

/** The catalogue's side of the promises: row-level security everywhere, a login that is bound, no place taken twice. */
async function brokenRules(adminUrl: string): Promise<string[]> {
  const rules: Record<string, string> = {
    'a table of tenants without forced row-level security': `
      select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
    'a login of the application that is not bound': `
      select r.rolname as name from pg_roles r where r.rolname = 'askpro_app'
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or pg_has_role(r.oid, 'askpro_system', 'usage'))`,
    'no constraint against double booking': `
      select 'allocation_no_overlap' as name
      where not exists (select 1 from pg_constraint c where c.conname = 'allocation_no_overlap' and c.contype = 'x')`,
    'something that the application owns': `
      select d.objid::text as name from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass and r.rolname in ('askpro_app', 'askpro_system')`,
  }
  const found: string[] = []
  for (const [rule, sql] of Object.entries(rules))
    for (const row of await ask(adminUrl, sql)) found.push(`${rule}: ${row.name}`)
  return found
}

async function versionOf(adminUrl: string): Promise<string> {
  const [row] = await ask(adminUrl, "select current_setting('server_version') as version")
  return String(row?.version)
}

async function ask(url: string, sql: string): Promise<Array<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
