import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCommand } from '../../src/roles/cli/commands.ts'
import { announceServer } from '../../src/roles/running-server.ts'
import { runCommand } from '../support/run-command.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
let product: TestProduct
let dataDir: string

beforeAll(async () => {
  product = await startProduct()
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-commands-'))
})
afterAll(async () => {
  await product.stop()
  await rm(dataDir, { recursive: true, force: true })
})

type Ended = { code: number | null; out: string; error: string }

const onItsDatabase = () => ({
  DATA_DIR: dataDir,
  DATABASE_URL: product.database.url,
  DATABASE_OWNER_URL: product.database.ownerUrl,
  ASKPRO_SECRET_KEY: '07'.repeat(32),
})

/** The command in this process: for what a process of its own would not show better. */
const here = (words: readonly string[]): Promise<Ended> => runCommand(words, onItsDatabase())

/** The command as a person runs it: a process of its own, on the product's database. */
async function askpro(words: readonly string[], input = ''): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...onItsDatabase() }
  const child = spawn(process.execPath, [MAIN, ...words], { env, stdio: 'pipe' })
  let out = ''
  let error = ''
  child.stdout.on('data', chunk => {
    out += String(chunk)
  })
  child.stderr.on('data', chunk => {
    error += String(chunk)
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, out, error }
}

async function json(...words: string[]): Promise<Json> {
  const { code, out, error } = await here([...words, '--json'])
  expect([code, error]).toEqual([0, ''])
  return JSON.parse(out)
}

describe('askpro cache', () => {
  test('says what is kept of calendar providers, asks for it, and forgets it', async () => {
    const { kinds } = await json('cache', 'status')
    expect(kinds).toEqual(
      ['event_types', 'targets'].map(kind => ({
        ...{ kind, lifetime_seconds: 600, fresh: 0, expired: 0 },
        ...{ hits: 0, misses: 0, hit_rate: null },
      })),
    )
    expect(await json('cache', 'warm')).toEqual({ accounts: 0, warmed: 0 })
    expect(await json('cache', 'clear')).toEqual({ cleared: 0 })
  })
})

describe('askpro tenant', () => {
  test('makes a business, lists it and shows it', async () => {
    const created = await json(
      ...['tenant', 'create', '--slug', 'probe', '--name', 'Probe GmbH', '--sector', 'consulting'],
      ...['--email', 'hallo@probe.example', '--address', 'Musterweg 1, Berlin'],
    )
    expect(created).toMatchObject({
      slug: 'probe',
      name: 'Probe GmbH',
      sector: 'consulting',
      time_zone: 'Europe/Berlin',
      contact_email: 'hallo@probe.example',
      address: 'Musterweg 1, Berlin',
      phone_numbers: [],
    })
    expect((await json('tenant', 'list')).items.map((item: Json) => item.slug)).toContain('probe')
    expect(await json('tenant', 'show', 'probe')).toEqual(created)
    const shown = await askpro(['tenant', 'show', 'salon'])
    expect(shown.out).toMatch(/phone_numbers +\+493023125001/)
  })

  test('gives it a number, once, and none that leads to another business', async () => {
    const give = ['tenant', 'number', '--tenant', 'probe', '--number']
    const given = { tenant: 'probe', number: '+493023125077', connection: 'default' }
    expect(await json(...give, '+49 30 23125-077')).toEqual(given)
    expect(await json(...give, '+493023125077')).toEqual(given)
    expect((await json('tenant', 'show', 'probe')).phone_numbers).toEqual(['+493023125077'])
    const taken = await here([...give, '+493023125001'])
    expect([taken.code, taken.error]).toEqual([1, expect.stringContaining('leads to another business')])
    expect((await here([...give, '0815'])).code).toBe(2)
  })

  test.each([
    ['a slug that is taken', ['--slug', 'salon', '--name', 'X'], 1, 'exists already'],
    ['a slug that is none', ['--slug', 'Mein Salon', '--name', 'X'], 2, '--slug'],
    ['a zone that is none', ['--slug', 'x1', '--name', 'X', '--zone', 'Mars/Olympus'], 2, '--zone'],
    ['an address that is none', ['--slug', 'x1', '--name', 'X', '--email', 'nirgends'], 2, '--email'],
    ['no name', ['--slug', 'x1'], 2, 'askpro tenant create'],
    ['an option that is none', ['--slug', 'x1', '--name', 'X', '--colour', 'red'], 2, 'colour'],
  ])('refuses %s in one sentence', async (_what, words, code, sentence) => {
    const ended = await here(['tenant', 'create', ...words])
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.error).toContain(sentence)
    expect(ended.error).not.toMatch(/\n\s+at /)
  })

  test('knows no business that is not there', async () => {
    const ended = await askpro(['tenant', 'show', 'nobody'])
    expect([ended.code, ended.error]).toEqual([
      1,
      'askpro: There is no business with the short name "nobody".\n',
    ])
  })
})

describe('askpro api-key', () => {
  test('makes a key that opens what its scope says, until it is revoked', async () => {
    const { id, key } = await json(
      'api-key',
      'create',
      '--tenant',
      'salon',
      '--scope',
      'read',
      '--name',
      'Kasse',
    )
    expect((await product.get('/api/v1/services', key)).status).toBe(200)
    expect((await product.post('/api/v1/customers', key, { name: 'X' })).status).toBe(403)
    const listed = (await json('api-key', 'list', '--tenant', 'salon')).items.find(
      (item: Json) => item.id === id,
    )
    expect(listed).toMatchObject({ name: 'Kasse', scopes: ['read'], state: 'valid' })
    expect(JSON.stringify(listed)).not.toContain(key)
    expect(await json('api-key', 'revoke', id, '--tenant', 'salon')).toEqual({ id, revoked: true })
    expect((await product.get('/api/v1/services', key)).status).toBe(401)
    const after = (await json('api-key', 'list', '--tenant', 'salon')).items
    expect(after.find((item: Json) => item.id === id).state).toBe('revoked')
  })

  test('revokes no key of another business', async () => {
    const { id, key } = await json('api-key', 'create', '--tenant', 'salon', '--scope', 'read')
    const ended = await here(['api-key', 'revoke', id, '--tenant', 'practice'])
    expect([ended.code, ended.error]).toEqual([1, `askpro: practice has no API key ${id}.\n`])
    expect((await product.get('/api/v1/services', key)).status).toBe(200)
  })
})

describe('askpro voice addresses', () => {
  test('prints where Retell finds the receptionist, the secret of the line included', async () => {
    const { llm_websocket_url: line } = await json('voice', 'addresses')
    const { pathname } = new URL(line)
    expect(new URL((await product.app.modules.voice.lineUrl(product.url, 'default')) ?? '').pathname).toBe(
      pathname,
    )
    expect((await here(['voice', 'addresses'])).out).toContain('/webhooks/retell/default')
  })

  test('says that there is no such connection', async () => {
    expect(await here(['voice', 'addresses', '--connection', 'browser'])).toMatchObject({ code: 1 })
  })
})

describe('askpro openapi', () => {
  test('prints the description that the product gives', async () => {
    const { code, out } = await askpro(['openapi'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(await (await fetch(`${product.url}/api/openapi.json`)).json())
  })
})

describe('askpro health', () => {
  test('says that nothing runs, with another exit code than 0', async () => {
    const ended = await askpro(['health', '--json'])
    expect([ended.code, JSON.parse(ended.out).status]).toEqual([1, 'down'])
  })

  test('asks the running product', async () => {
    await announceServer(dataDir, { pid: process.pid, url: product.url })
    const report = await here(['health', '--json'])
    const { status, checks } = JSON.parse(report.out)
    expect(report.code).toBe(status === 'ok' ? 0 : 1)
    expect(checks.database.status).toBe('ok')
    expect((await here(['health'])).out).toMatch(/database +ok/)
  })
})

describe('askpro call chat', () => {
  const booking = [
    'Ich hätte gern einen Herrenschnitt nächste Woche Mittwoch',
    'den ersten',
    'Thomas Behrend',
    'nein danke',
    'ja bitte',
    'nein',
    'danach hört niemand mehr zu',
  ].join('\n')

  test('books what a file says, and says goodbye', async () => {
    const ended = await askpro(
      ['call', 'chat', '--tenant', 'salon', '--from', '0171 3920021', '--verbose'],
      booking,
    )
    expect([ended.code, ended.error]).toEqual([0, ''])
    expect(ended.out).toContain('einer KI')
    expect(ended.out).toMatch(/\[find_slots .* → free, \d+ ms\]/)
    expect(ended.out).toContain('Auf Wiederhören')
    expect(ended.out).not.toContain('danach hört')
    const [call] = await product.database.query(
      `select call.state, appointment.state as appointment from call join appointment on appointment.call_id = call.id
       where call.caller_e164 = '+491713920021'`,
    )
    expect(call).toEqual({ state: 'ended', appointment: 'confirmed' })
  })

  test('takes place when it is told to, and ends when the caller hangs up', async () => {
    const ended = await askpro(
      ['call', 'chat', '--tenant', 'salon', '--at', '2027-03-01T10:00:00+01:00', '--json'],
      'Ich möchte morgen um elf einen Herrenschnitt\n',
    )
    expect(ended.code).toBe(0)
    const lines = ended.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.at(-1).text).toMatch(/zweiten März/)
    const [row] = await product.database.query<{ state: string; year: string }>(
      `select state, to_char(started_at, 'YYYY-MM') as year from call where id = $1`,
      [lines[0].call_id],
    )
    expect(row).toEqual({ state: 'ended', year: '2027-03' })
  })

  test.each([
    ['nobody', ['--tenant', 'nobody'], 1, 'There is no business'],
    ['a number that is none', ['--tenant', 'salon', '--from', 'anonym'], 1, 'is not a phone number'],
    ['a moment that is none', ['--tenant', 'salon', '--at', 'morgen'], 1, 'is not an instant'],
    ['no business', [], 2, 'askpro call chat --tenant'],
  ])('refuses %s in one sentence', async (_what, words, code, sentence) => {
    const ended = await here(['call', 'chat', ...words])
    expect(ended.code).toBe(code)
    expect(ended.error).toContain(sentence)
    expect(ended.error.trim().split('\n')).toHaveLength(1)
  })

  test('is replayed word for word, and leaves nothing behind', async () => {
    const chat = await askpro(
      ['call', 'chat', '--tenant', 'salon', '--from', '0171 3920022', '--json'],
      booking,
    )
    const { call_id } = JSON.parse(chat.out.split('\n')[0] ?? '')
    const before = await everything()
    const replay = await here(['call', 'replay', call_id, '--json'])
    expect(JSON.parse(replay.out)).toMatchObject({ call_id, equal: true, differences: [] })
    expect(replay.code).toBe(0)
    expect(await everything()).toEqual(before)
  })
})

describe('askpro call replay', () => {
  let callId: string

  beforeAll(async () => {
    await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
    await product.settled()
    const { body } = await product.get('/api/v1/calls', product.keys.salon)
    callId = body.items.find((item: Json) => item.provider === 'retell').id
  })

  test('gives a hosted agent’s tools the same answers, though its arguments were masked', async () => {
    const replay = await here(['call', 'replay', callId, '--json'])
    expect(JSON.parse(replay.out).differences).toEqual([])
    expect(JSON.parse(replay.out).steps).toBeGreaterThan(2)
    expect(replay.code).toBe(0)
  })

  test('shows where today’s answer is another one', async () => {
    await product.database.query(
      `update service set name = 'Herrenhaarschnitt' where name = 'Haarschnitt Herren'`,
    )
    const replay = await here(['call', 'replay', callId])
    expect(replay.code).toBe(1)
    expect(replay.out).toMatch(/then: .*Haarschnitt Herren/)
    expect(replay.out).toMatch(/today: .*Herrenhaarschnitt/)
    await product.database.query(
      `update service set name = 'Haarschnitt Herren' where name = 'Herrenhaarschnitt'`,
    )
  })

  test.each([
    ['a call that is not there', '01a1fafa-efc5-7825-88ea-f16e106b3d4d', 1, 'There is no call'],
    ['what is no id', 'gestern', 2, 'askpro call replay CALL_ID'],
  ])('refuses %s in one sentence', async (_what, id, code, sentence) => {
    const ended = await askpro(['call', 'replay', id])
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.error).toContain(sentence)
  })
})

describe('Every command', () => {
  test('has a line in the overview, and says how it is used', async () => {
    const { out } = await askpro([])
    const names = [...out.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?) {2,}/gm)].map(match => match[1] ?? '')
    const wanted = [
      'tenant show',
      'api-key list',
      'api-key revoke',
      'call chat',
      'call replay',
      'call script',
      'openapi',
      'health',
    ]
    expect(names).toEqual(expect.arrayContaining(wanted))
    for (const name of names)
      expect((await findCommand(name.split(' ')))?.command.usage).toMatch(new RegExp(`^${name}`))
  })

  test('answers --help with its usage and what it does, and does nothing', async () => {
    const { code, out, error } = await askpro(['call', 'replay', '--help'])
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^askpro call replay CALL_ID/)
  })
})

/** How many rows each table has, and what waits in the queue. */
async function everything(): Promise<unknown> {
  const tables = await product.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`,
  )
  const counts = tables
    // Work by the clock goes on meanwhile.
    .filter(({ name }) => !/migrations|job_heartbeat|audit_chain/.test(name))
    .map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`)
  return await product.database.query(counts.join(' union all '))
}

describe('askpro tenant-check', () => {
  test('is good where no business reaches another', async () => {
    expect(await json('tenant-check')).toMatchObject({ holds: true, problems: [] })
    expect((await here(['tenant-check'])).out).toMatch(/No tenant reaches another/)
  })

  test('fails, and says where, once a policy is gone', async () => {
    await product.database.query('drop policy tenant_only on customer')
    const { code, out } = await here(['tenant-check'])
    expect([code, out]).toEqual([1, expect.stringContaining('customer lacks the policy tenant_only')])
    const policy = 'using (tenant_id = current_tenant_id()) with check (tenant_id = current_tenant_id())'
    await product.database.query(`create policy tenant_only on customer to askpro_app ${policy}`)
  })
})
