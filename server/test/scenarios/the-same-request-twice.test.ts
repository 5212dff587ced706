import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/platform/ids/ids.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let now = Temporal.Now.instant()
const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 10 })

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } })
})
afterAll(() => product.stop())

const post = (path: string, body: unknown, key: string, who: 'salon' | 'practice' = 'salon') =>
  send(product.url, {
    method: 'POST',
    path: `/api/v1${path}`,
    key: product.keys[who],
    body,
    headers: { 'idempotency-key': key },
  })
const count = async (table: string): Promise<number> =>
  Number((await product.database.query<{ count: string }>(`select count(*) from ${table}`))[0]?.count)

let used = 0
/** A token nobody used yet. */
async function token(): Promise<string> {
  const path = `/api/v1/availability?service=Herrenschnitt&from=${day}&to=${day.add({ days: 7 })}`
  const { body } = await product.get(path, product.keys.salon)
  used += 2
  return body.items[used].token
}

let dates = 0
/** One date has one exception. */
function nextDate(): string {
  dates += 1
  return Temporal.PlainDate.from('2027-07-01').add({ days: dates }).toString()
}

let weeks = 0
/** A series is of a week of its own. */
function nextWeek(): string {
  weeks += 1
  return day.add({ days: 7 * weeks }).toString()
}

async function maraId(): Promise<string> {
  const { body } = await product.get('/api/v1/staff', product.keys.salon)
  return body.items.find((person: Json) => person.name === 'Mara').id
}

/** The draft of a receptionist. Retell knows no number here, so a publication is over soon. */
async function publishable(): Promise<string> {
  const receptionist = async () => (await product.get('/api/v1/receptionist', product.keys.salon)).body
  await expect.poll(async () => (await receptionist()).publication?.ended_at).not.toBeNull()
  const { start_from: definition } = await receptionist()
  const wish = { method: 'PUT', path: '/api/v1/receptionist/draft', key: product.keys.salon }
  return (await send(product.url, { ...wish, body: { definition } })).body.id
}

/** Every POST that creates, with a body, a changed body, and the table that grows. */
const creating: Array<
  [path: string, body: () => Promise<Json>, changed: (body: Json) => Json, table: string]
> = [
  ['/holds', async () => ({ token: await token() }), body => ({ token: `${body.token}x` }), 'hold'],
  [
    '/appointments',
    async () => ({ token: await token(), customer: { name: 'Petra Lindner' } }),
    body => ({ ...body, note: 'anders' }),
    'appointment',
  ],
  [
    '/staff',
    async () => ({ name: `Nele ${newId().slice(-12)}` }),
    body => ({ ...body, position: 9 }),
    'staff_member',
  ],
  [
    '/resources',
    async () => ({ kind: 'room', name: `Raum ${newId().slice(-12)}` }),
    body => ({ ...body, lanes: 2 }),
    'resource',
  ],
  [
    '/services',
    async () => ({
      name: `Pflege ${newId().slice(-12)}`,
      price_minor: 1900,
      segments: [{ minutes: 20 }],
      resources: [{ id: await maraId() }],
    }),
    body => ({ ...body, price_minor: 2900 }),
    'service',
  ],
  [
    '/closures',
    async () => ({ starts_at: '2027-07-01', ends_at: '2027-07-02' }),
    body => ({ ...body, reason: 'anders' }),
    'closure',
  ],
  [
    '/absences',
    async () => ({
      staff_id: await maraId(),
      kind: 'training',
      starts_at: '2027-07-01',
      ends_at: '2027-07-02',
    }),
    body => ({ ...body, note: 'anders' }),
    'absence',
  ],
  [
    '/hours-exceptions',
    async () => ({ date: nextDate(), windows: [{ from: '10:00', to: '14:00' }] }),
    body => ({ ...body, reason: 'anders' }),
    'hours_exception',
  ],
  [
    '/knowledge/articles',
    async () => ({ language: 'de', questions: [`Gibt es ${newId()}?`], answer: 'Ja.' }),
    body => ({ ...body, answer: 'Nein.' }),
    'knowledge_article',
  ],
  [
    '/vip-tiers',
    async () => ({ name: `Stufe ${newId().slice(-12)}` }),
    body => ({ ...body, extra_horizon_days: 9 }),
    'vip_tier',
  ],
  [
    '/appointment-groups',
    async () => ({
      customer: { name: 'Petra Lindner' },
      items: [{ token: await token() }, { token: await token() }],
    }),
    body => ({ ...body, customer: { name: 'Uta Held' } }),
    'appointment_group',
  ],
  [
    '/series',
    async () => ({
      service: 'Haarschnitt Herren',
      rrule: 'FREQ=DAILY;COUNT=6',
      dtstart: `${nextWeek()}T10:00`,
      conflicts: 'skip',
      customer: { name: 'Petra Lindner' },
    }),
    body => ({ ...body, note: 'anders' }),
    'series',
  ],
  [
    '/waitlist',
    async () => ({
      service: 'Herrenschnitt',
      customer: { name: 'Petra Lindner', phone: '+491713920050' },
      windows: [{ from: `${day}`, to: `${day.add({ days: 1 })}` }],
    }),
    body => ({ ...body, note: 'anders' }),
    'waitlist_entry',
  ],
  [
    '/receptionist/publications',
    async () => ({ version_id: await publishable() }),
    () => ({ version_id: newId() }),
    'agent_publication',
  ],
  [
    '/calendar-connections',
    async () => ({ provider: 'caldav', name: `Kalender ${newId().slice(-12)}` }),
    body => ({ ...body, fresh_minutes: 60 }),
    'calendar_connection',
  ],
  ['/customers', async () => ({ name: 'Uta Held' }), body => ({ ...body, notes: 'anders' }), 'customer'],
  ['/test-calls', async () => ({ from: '+491713920044' }), () => ({ from: null }), 'call'],
]

/**
 * A merge takes two records, as two-records-become-one.test.ts shows. An answer with a secret is not kept for a second
 * time: that a key can be made and replaced twice is shown in keys-are-looked-after.test.ts, that somebody can be
 * invited twice in people-are-invited.test.ts. A feed is replaced by the next one; a link needs a provider that answers,
 * as in other-peoples-calendars.test.ts.
 */
const ELSEWHERE = [
  '/customers/{id}/merge',
  '/api-keys',
  '/api-keys/{id}/rotate',
  '/invitations',
  '/calendar-links',
  '/calendar-feeds',
]

test('every POST of the API that creates is tried here', async () => {
  const document: Json = await (await fetch(`${product.url}/api/openapi.json`)).json()
  const paths = Object.entries<Json>(document.paths)
    .filter(([, operations]) => operations.post?.responses['201'])
    .map(([path]) => path.replace('/api/v1', ''))
  expect([...creating.map(([path]) => path), ...ELSEWHERE].toSorted()).toEqual(paths.toSorted())
})

describe.each(creating)('POST %s', (path, makeBody, change, table) => {
  test('with the same key and body has one effect and one answer', async () => {
    const body = await makeBody()
    const key = `again ${path}`
    const first = await post(path, body, key)
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
    const rows = await count(table)
    const second = await post(path, body, key)
    expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(second.body).toEqual(first.body)
    expect(await count(table)).toBe(rows)
  })

  test('with the same key and another body is refused', async () => {
    const body = await makeBody()
    const key = `other ${path}`
    await post(path, body, key)
    const rows = await count(table)
    const refused = await post(path, change(body), key)
    expect([refused.status, refused.body.type]).toEqual([422, '/errors/platform/idempotency-key-reused'])
    expect(await count(table)).toBe(rows)
  })

  test('sent eight times at once has one effect, and all answers are equal', async () => {
    const body = await makeBody()
    const rows = await count(table)
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(path, body, `at once ${path}`)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(await count(table)).toBe(rows + 1)
  })
})

/** How many wait for what this connection has locked. */
async function blockedBy(pid: number): Promise<number> {
  const [row] = await product.database.query<{ waiting: number }>(
    'select count(*)::int as waiting from pg_stat_activity where $1 = any(pg_blocking_pids(pid))',
    [pid],
  )
  return row?.waiting ?? 0
}

describe('A key', () => {
  test('belongs to one business: the other’s same key is another request', async () => {
    await post('/customers', { name: 'Salonkundin' }, 'shared key')
    const other = await post('/customers', { name: 'Patientin' }, 'shared key', 'practice')
    expect([other.status, other.body.name]).toEqual([201, 'Patientin'])
  })

  test('used at another address is refused', async () => {
    await post('/customers', { name: 'Uta Held' }, 'address key')
    expect((await post('/staff', { name: 'Uta Held' }, 'address key')).status).toBe(422)
  })

  test('of a request that was refused is free again: the refusal is computed anew', async () => {
    const refused = await post('/staff', { name: 'Mara' }, 'refused key')
    expect(refused.status).toBe(409)
    expect((await post('/staff', { name: 'Frieda' }, 'refused key')).status).toBe(201)
  })

  test('whose request was lost with its process before the commit is free again, and nothing was done', async () => {
    const tenantId = await product.tenantId('salon')
    const rows = await count('customer')
    // What a killed process leaves: a transaction that wrote the key and the effect, and then its connection is gone.
    const client = await product.app.platform.db.pool.connect()
    client.on('error', () => {})
    await client.query('begin')
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
    await client.query(
      `insert into http_idempotency (key, request_hash, created_at) values ('lost key', 'x', now())`,
    )
    await client.query(`insert into customer (id, name) values (gen_random_uuid(), 'Verloren')`)
    const { rows: own } = await client.query('select pg_backend_pid() as pid')
    const waiting = post('/customers', { name: 'Uta Held' }, 'lost key')
    await expect.poll(() => blockedBy(own[0].pid)).toBe(1)
    await product.database.query('select pg_terminate_backend($1)', [own[0].pid])
    client.release(true)
    expect((await waiting).status).toBe(201)
    expect(await count('customer')).toBe(rows + 1)
  })

  test('is forgotten after 24 hours and not before', async () => {
    const first = await post('/customers', { name: 'Uta Held' }, 'old key')
    now = now.add({ hours: 24 }).subtract({ seconds: 1 })
    expect((await post('/customers', { name: 'Uta Held' }, 'old key')).body.id).toBe(first.body.id)
    now = now.add({ seconds: 2 })
    const later = await post('/customers', { name: 'Uta Held' }, 'old key')
    expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([201, null])
    expect(later.body.id).not.toBe(first.body.id)
  })

  test.each(['', 'x'.repeat(256)])('that is empty or too long is refused', async key => {
    expect((await post('/customers', { name: 'Uta Held' }, key)).status).toBe(400)
  })
})
