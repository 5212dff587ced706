import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../../src/platform/observability/log.ts'
import { codeOf, joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { RETELL_KEY, testConfig } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
const lines: string[] = []
const answers: string[] = []
/** By name, with what it is. */
const secrets = new Map<string, string>()

beforeAll(async () => {
  const file = { write: (line: string) => lines.push(line) > 0 }
  product = await startProduct({
    web: true,
    log: createLog({ level: 'debug', destination: 'stderr', file: file as never }),
  })
  await playEverything()
}, 60_000)
afterAll(() => product.stop())

/** People, keys, second factors, links, calls: whatever has a secret is used once, rightly and wrongly. */
async function playEverything(): Promise<void> {
  const { secretKey, demoPassword } = testConfig().secrets
  secrets.set('the secret key', secretKey.toString('hex'))
  secrets.set('the key of Retell', RETELL_KEY)
  secrets.set('the password of the demo', demoPassword ?? '')
  secrets.set('a password', PASSWORD)

  const owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'geheim@salon.example' })
  secrets.set('the cookie of a session', owner.cookies.get('askpro_session') ?? '')
  secrets.set('the token of a session', (owner.cookies.get('askpro_session') ?? '').split('.')[0] ?? '')
  const made = await owner.ask('POST', '/api/v1/api-keys', { name: 'Kasse', scopes: ['all'] })
  secrets.set('an API key', made.body.key)
  await keep(`/api/v1/customers?limit=5`, made.body.key)
  await keep('/api/v1/services', `${made.body.key}x`)

  const begun = await owner.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  secrets.set('the seed of an authenticator', new URL(begun.body.totp_uri).searchParams.get('secret') ?? '')
  secrets.set('a backup code', begun.body.backup_codes[0])
  const code = codeOf(begun.body.totp_uri)
  await owner.ask('POST', '/api/v1/profile/second-factor/confirm', { code })
  const half = new TestBrowser(product)
  await half.logIn('geheim@salon.example', PASSWORD)
  await half.ask('POST', '/api/v1/session/second-factor', {
    code: begun.body.backup_codes[0],
    method: 'backup_code',
  })

  const { link } = await product.app.modules.identity.users.invite({
    tenantId: await product.tenantId('salon'),
    email: 'gast@salon.example',
    role: 'viewer',
  })
  secrets.set('the token of an invitation', decodeURIComponent(new URL(link).hash.slice(1)))
  secrets.set(
    'the secret of the line',
    lineSecret(await product.app.modules.voice.lineUrl(product.url, 'default')),
  )

  const call = phoneCall(product, { id: 'call_secret' })
  await call.tool('find_slots', { service: 'Föhnen', when: 'kommende Woche' })
  await phoneCall(product, { id: 'call_forged', key: 'key_forged_0000' }).tool('get_context', {})
  await new TestBrowser(product).logIn('geheim@salon.example', 'geraten geraten')
  await product.settled()
  for (const path of [
    '/api/v1/audit-events?limit=200',
    '/api/v1/audit-events/export',
    '/api/v1/jobs',
    '/api/v1/inbox-events',
    '/api/v1/calls',
    '/api/v1/settings',
    '/api/v1/customers/export',
  ])
    await keep(path, product.keys.salon)
  for (const path of ['/app/', '/health', '/metrics', '/api/openapi.json']) await keep(path)
}

async function keep(path: string, key?: string): Promise<void> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const answer = await fetch(product.url + path, { headers })
  answers.push(JSON.stringify([...answer.headers]), await answer.text())
}

function lineSecret(address: string | null): string {
  return new URL(address ?? 'ws://nothing/').pathname.split('/').at(-1) ?? ''
}

/** Every row of every table, as a dump has it. */
async function dump(): Promise<string> {
  const tables = await product.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) => product.database.query<{ row: string }>(`select t::text as row from ${name} t`)),
  )
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

/** In the database a session is found by its token, which opens nothing without the signature in the cookie. */
const IN_THE_DATABASE = new Set(['the token of a session'])

test('what is looked for is really a secret each', () => {
  expect(secrets.size).toBe(12)
  for (const [name, secret] of secrets) expect([name, secret.length >= 10]).toEqual([name, true])
})

test('no line of the log has a secret in it (failure 19)', () => {
  expect(lines.length).toBeGreaterThan(20)
  expect(found(lines.join('\n'))).toEqual([])
})

test('no answer and no page has one', () => {
  expect(answers.length).toBeGreaterThan(20)
  expect(found(answers.join('\n'))).toEqual([])
})

test('a dump of the database has none that opens anything', async () => {
  const text = await dump()
  expect(text.length).toBeGreaterThan(10_000)
  expect(found(text).filter(name => !IN_THE_DATABASE.has(name))).toEqual([])
})

function found(text: string): string[] {
  return [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name)
}
