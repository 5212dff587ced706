import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { withRequestContext } from '../../src/platform/observability/request-context.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A salon with a second location, and an appointment, blocked time, an absence and a call at each. */
let product: TestProduct
let salon: TenantId
let centre: string
let harbour: string
let keys: Record<'read' | 'write' | 'manage' | 'harbour', string>
/** What the salon has at either location, by the kind of thing. */
let here: Record<string, string>
let there: Record<string, string>
let slots: { here: string; there: string }

const all = () => product.keys.salon
const DAYS = 'from=2026-12-07&to=2026-12-20'

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => Temporal.Instant.from('2026-12-01T09:00:00Z') } })
  salon = await product.tenantId('salon')
  const [first] = await query('select id from location where tenant_id = $1', [salon])
  centre = first.id
  harbour = await openHarbour()
  const makeKey = async (scopes: Array<'read' | 'write' | 'manage'>, location: string) =>
    (
      await product.app.modules.identity.createApiKey({
        ...{ tenantId: salon, scopes, name: 'Theke', locations: [location] },
      })
    ).key
  keys = {
    read: await makeKey(['read'], centre),
    write: await makeKey(['read', 'write'], centre),
    manage: await makeKey(['read', 'write', 'manage'], centre),
    harbour: await makeKey(['read', 'write', 'manage'], harbour),
  }
  slots = { here: await freeSlot(keys.manage, 0), there: await freeSlot(keys.harbour, 0) }
  here = await fillLocation(centre, keys.manage)
  there = await fillLocation(harbour, keys.harbour)
})
afterAll(() => product.stop())

describe('In the database', () => {
  const seen = async (locations: string[], table: string, id: string): Promise<number> =>
    await withRequestContext({ requestId: 'a-test', locations }, () =>
      product.app.platform.db.readTenant(salon, async tx => {
        const rows = await tx
          .selectFrom(table as 'appointment')
          .select('id')
          .where('id', '=', id)
          .execute()
        return rows.length
      }),
    )
  const TABLES = ['appointment', 'call', 'closure', 'resource', 'absence', 'callback_request', 'location']

  test.each(TABLES)('a transaction limited to one location sees of "%s" that one', async table => {
    expect(await seen([centre], table, here[table] ?? '')).toBe(1)
    expect(await seen([centre], table, there[table] ?? '')).toBe(0)
    expect(await seen([centre, harbour], table, there[table] ?? '')).toBe(1)
    expect(await seen([], table, here[table] ?? '')).toBe(0)
  })

  test('what a policy does not take is refused, and not a failure', async () => {
    const insert = withRequestContext({ requestId: 'a-test', locations: [centre] }, () =>
      product.app.platform.db.inTenant(salon, tx =>
        tx
          .updateTable('resource')
          .set({ location_id: harbour })
          .where('id', '=', here.resource ?? '')
          .execute(),
      ),
    )
    await expect(insert).rejects.toMatchObject({ code: 'access/not-allowed' })
  })

  test('the limit ends with its transaction', async () => {
    expect(await seen([centre], 'appointment', there.appointment ?? '')).toBe(0)
    const rows = await product.app.platform.db.inTenant(salon, tx =>
      tx
        .selectFrom('appointment')
        .select('id')
        .where('id', '=', there.appointment ?? '')
        .execute(),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('Every declared route', () => {
  test('that says nothing of locations refuses whoever is limited to one', async () => {
    const silent = tenantRoutes().filter(({ access }) => access.reach === undefined)
    expect(silent.length).toBeGreaterThan(40)
    for (const { method, url } of silent) {
      const answer = await ask(method, url.replaceAll(/:\w+/g, here.appointment ?? ''), keys.manage)
      expect([`${method} ${url}`, answer.status, answer.body?.type]).toEqual([
        ...[`${method} ${url}`, 403, '/errors/access/not-allowed'],
      ])
    }
  })

  test.each(['read', 'write', 'manage'] as const)(
    'that shows or changes one thing has nothing of the other location for a key to %s',
    async scope => {
      const tried: string[] = []
      for (const { method, url, access } of tenantRoutes()) {
        const id = there[KINDS[/\/api\/v1\/([\w-]+)\/:/.exec(url)?.[1] ?? ''] ?? '']
        if (access.reach !== 'location' || id === undefined) continue
        const answer = await ask(method, url.replace(/:\w+/, id), keys[scope])
        expect([`${method} ${url}`, [400, 403, 404, 422].includes(answer.status)]).toEqual([
          `${method} ${url}`,
          true,
        ])
        expect(JSON.stringify(answer.body)).not.toContain('Hafen')
        tried.push(url)
      }
      expect(tried.length).toBeGreaterThan(20)
    },
  )

  test('that lists shows nothing of the other location', async () => {
    const ids = Object.values(there)
    const lists = tenantRoutes().filter(
      ({ method, url, access }) =>
        method === 'GET' && access.reach !== undefined && !url.includes(':') && url !== '/api/v1/live',
    )
    expect(lists.length).toBeGreaterThan(20)
    for (const { url } of lists) {
      const answer = await fetch(`${product.url}${url}?${DAYS}&period=week`, {
        headers: { authorization: `Bearer ${keys.manage}` },
      })
      const text = await answer.text()
      expect([url, ids.filter(id => text.includes(id)), text.includes('Hafen')]).toEqual([url, [], false])
    }
  })
})

describe('A receptionist of one location', () => {
  test('sees the appointments of hers, in the list, the calendar and the file', async () => {
    const { body } = await product.get('/api/v1/appointments', keys.read)
    expect(body.items.map(({ id }: Json) => id)).toEqual([here.appointment])
    expect((await product.get('/api/v1/appointments', all())).body.items).toHaveLength(2)
    const file = await fetch(`${product.url}/api/v1/appointments/export?from=2026-12-01&to=2026-12-31`, {
      headers: { authorization: `Bearer ${keys.read}` },
    })
    expect((await file.text()).trim().split('\n')).toHaveLength(2)
  })

  test('counts in today and in reports what is of hers', async () => {
    const of = async (key: string) => (await product.get('/api/v1/reports/today', key)).body
    expect((await of(all())).callbacks_open).toBe(2)
    expect(await of(keys.read)).toMatchObject({ callbacks_open: 1, calls_today: 1 })
  })

  test('books and moves at hers', async () => {
    const booked = await product.post('/api/v1/appointments', keys.write, {
      ...{ token: slots.here, customer: { name: 'Petra Lindner' } },
    })
    expect(booked.status).toBe(201)
    const moved = await product.post(`/api/v1/appointments/${booked.body.id}/move`, keys.write, {
      token: await freeSlot(keys.write),
    })
    expect([moved.status, moved.body.type]).toEqual([200, undefined])
  })

  test('can neither book nor move to the other, even with an offer made there', async () => {
    const booked = await product.post('/api/v1/appointments', keys.write, {
      ...{ token: slots.there, customer: { name: 'Petra Lindner' } },
    })
    expect(booked.status).toBe(409)
    const held = await product.post('/api/v1/holds', keys.write, { token: slots.there })
    expect(held.status).toBe(409)
    const moved = await product.post(`/api/v1/appointments/${here.appointment}/move`, keys.write, {
      token: slots.there,
    })
    expect(moved.status).toBe(409)
  })

  test('finds the customer who was at the other location, with nothing of it in the history', async () => {
    const { body } = await product.get('/api/v1/customers?q=Anna', keys.read)
    expect(body.items).toHaveLength(1)
    const path = `/api/v1/customers/${body.items[0].id}/history`
    const kinds = async (key: string) =>
      (await product.get(path, key)).body.items
        .map(({ kind }: Json) => kind)
        .filter((kind: string) => kind === 'appointment')
    expect([(await kinds(all())).length, (await kinds(keys.read)).length]).toEqual([2, 1])
  })

  test('does not get the answer that an Idempotency-Key got elsewhere', async () => {
    const wish = {
      resource_id: null,
      starts_at: '2027-01-04T10:00:00+01:00',
      ends_at: '2027-01-04T11:00:00+01:00',
    }
    const header = { 'idempotency-key': 'once-for-two' }
    const first = await product.post('/api/v1/closures', all(), wish, header)
    expect(first.status).toBe(201)
    expect((await product.post('/api/v1/closures', keys.harbour, wish, header)).status).toBe(422)
  })
})

describe('The live stream of somebody limited', () => {
  test('tells of the own location, and of nothing at the other', async () => {
    const stop = new AbortController()
    const stream = await fetch(`${product.url}/api/v1/live`, {
      headers: { authorization: `Bearer ${keys.read}` },
      signal: stop.signal,
    })
    let heard = ''
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) heard += new TextDecoder().decode(chunk)
    })().catch(() => {})
    await expect.poll(() => heard).toContain('retry')
    for (const things of [there, here])
      await product.app.platform.db.inTenant(salon, async tx => {
        const { announce } = product.app.platform.live
        await announce(tx, { topic: 'job', id: '7', call_id: null })
        await announce(tx, { topic: 'call', id: things.call ?? '', call_id: things.call ?? '' })
        await announce(tx, { topic: 'calendar', id: things.closure ?? '', call_id: null })
        await announce(tx, { topic: 'appointment', id: things.appointment ?? '', call_id: null })
      })
    await expect.poll(() => heard).toContain(`event: call\ndata: {"id":"${here.call}"`)
    await expect.poll(() => heard).toContain(`event: calendar\ndata: {"id":"${here.closure}"`)
    await expect.poll(() => heard).toContain(`event: appointment\ndata: {"id":"${here.appointment}"`)
    for (const other of ['event: job', ...Object.values(there)]) expect(heard).not.toContain(other)
    stop.abort()
    await reading
  })
})

describe('An owner', () => {
  let owner: TestBrowser
  let clerk: TestBrowser
  let clerkId: string

  beforeAll(async () => {
    owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaberin@example.org' })
    const made = await owner.ask('POST', '/api/v1/invitations', {
      ...{ email: 'hafen@example.org', role: 'staff', locations: [harbour] },
    })
    expect(made.status).toBe(201)
    const token = decodeURIComponent(new URL(await linkTo('hafen@example.org')).hash.slice(1))
    clerk = new TestBrowser(product)
    await clerk.ask('POST', '/api/v1/invitations/accept', { token, name: 'Hanna', password: PASSWORD })
    await clerk.logIn('hafen@example.org', PASSWORD)
    clerkId = (await clerk.ask('GET', '/api/v1/session')).body.user.id
  })

  test('invites somebody for one location, who then sees that one', async () => {
    const session = (await clerk.ask('GET', '/api/v1/session')).body
    expect([session.locations, session.permissions]).toEqual([[harbour], ['read', 'write', 'own']])
    expect((await clerk.ask('GET', '/api/v1/appointments')).body.items.map(({ id }: Json) => id)).toEqual([
      there.appointment,
    ])
    expect((await clerk.ask('GET', '/api/v1/locations')).body.items).toHaveLength(1)
  })

  test('changes the limit, which counts from the next request on and is on record', async () => {
    const list = async () => (await clerk.ask('GET', '/api/v1/locations')).body.items.length
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: null })
    expect(await list()).toBe(2)
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'manager', locations: [harbour] })
    expect(await list()).toBe(1)
    const { body } = await owner.ask('GET', `/api/v1/audit-events?entity_id=${clerkId}`)
    const changes = body.items.filter(({ entity }: Json) => entity === 'membership_location')
    expect(changes.map(({ action }: Json) => action)).toContain('removed')
    expect(changes[0].after ?? changes[1].after).toMatchObject({ location_id: harbour })
  })

  test('cannot be limited, nor can a location of nobody be named', async () => {
    const me = (await owner.ask('GET', '/api/v1/session')).body.user.id
    const limited = await owner.ask('PATCH', `/api/v1/users/${me}`, { locations: [centre] })
    expect(limited.body.type).toBe('/errors/identity/owner-not-limited')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      ...{ email: 'x@example.org', role: 'owner', locations: [centre] },
    })
    expect(invited.body.type).toBe('/errors/identity/owner-not-limited')
    const strange = await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: [here.call] })
    expect(strange.body.type).toBe('/errors/identity/unknown-location')
    const key = await owner.ask('POST', '/api/v1/api-keys', {
      ...{ name: 'Kasse', scopes: ['read'], locations: [here.call] },
    })
    expect(key.body.type).toBe('/errors/identity/unknown-location')
  })

  test('lifts the limit of whoever becomes one, and of nobody else in passing', async () => {
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'staff' })
    const of = async () =>
      (await owner.ask('GET', '/api/v1/users')).body.items.find(({ id }: Json) => id === clerkId).locations
    expect(await of()).toEqual([harbour])
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'owner' })
    expect(await of()).toBeNull()
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'staff', locations: [harbour] })
  })

  test('cannot be made one behind the back of the table', async () => {
    await expect(
      query('update membership set role = $2 where user_id = $1', [clerkId, 'owner']),
    ).rejects.toMatchObject({ constraint: 'membership_location_not_of_owners' })
  })

  test('passes the limit of a key on to its successor', async () => {
    const made = await owner.ask('POST', '/api/v1/api-keys', {
      ...{ name: 'Kasse', scopes: ['read'], locations: [harbour] },
    })
    const next = await owner.ask('POST', `/api/v1/api-keys/${made.body.id}/rotate`, {})
    const { body } = await product.get('/api/v1/locations', next.body.key)
    expect(body.items.map(({ id }: Json) => id)).toEqual([harbour])
  })

  test('is the only one: somebody limited reaches no limit, not even the own', async () => {
    const own = await clerk.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: null })
    expect([own.status, own.body.type]).toEqual([403, '/errors/access/not-allowed'])
  })
})

/** Kinds of things by the part of the address before their id. */
const KINDS: Readonly<Record<string, string>> = {
  absences: 'absence',
  appointments: 'appointment',
  calls: 'call',
  'callback-requests': 'callback_request',
  closures: 'closure',
  locations: 'location',
  resources: 'resource',
  staff: 'resource',
  wishes: 'wish',
}

function tenantRoutes() {
  return product.http.declaredRoutes.flatMap(({ access, ...route }) =>
    access.kind === 'tenant' && access.scope !== 'own' ? [{ ...route, access }] : [],
  )
}

async function ask(method: string, path: string, key: string): Promise<{ status: number; body: Json }> {
  const answer = await fetch(product.url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(['GET', 'DELETE'].includes(method) ? {} : { body: '{}' }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

async function linkTo(email: string): Promise<string> {
  await product.settled()
  const letter = product.mail.messages().find(({ to }) => to.includes(email))
  return /https?:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
}

async function query(statement: string, values: unknown[]): Promise<Json[]> {
  return await product.database.query(statement, values)
}

/** A second location, where Hafen-Tom does what the salon's first service is. */
async function openHarbour(): Promise<string> {
  const [made] = await query(
    `with place as (
       insert into location (tenant_id, id, name, time_zone)
       values ($1, 'ffffffff-ffff-7fff-8fff-000000000001', 'Hafen', 'Europe/Berlin') returning id
     ), person as (
       insert into resource (tenant_id, id, location_id, kind, name, position)
       select $1, 'ffffffff-ffff-7fff-8fff-000000000002', place.id, 'staff', 'Hafen-Tom', 50 from place returning id
     ), member as (
       insert into staff_member (tenant_id, resource_id, spoken_name) select $1, person.id, 'Hafen-Tom' from person
     ), hours as (
       insert into hours_rule (tenant_id, id, location_id, resource_id, weekday, from_minute, to_minute)
       select $1, gen_random_uuid(), place.id, null, weekday, 540, 1080 from place, generate_series(1, 6) weekday
     ), able as (
       insert into qualification (tenant_id, service_id, resource_id)
       select $1, service.id, person.id from person, service
       where service.tenant_id = $1 and service.name = 'Haarschnitt Herren'
     )
     select id from place`,
    [salon],
  )
  return made.id
}

/** The last one of a week, so that each call finds another when one was taken. */
async function freeSlot(key: string, which = -1): Promise<string> {
  const path = '/api/v1/availability?service=Herrenschnitt&from=2026-12-08&to=2026-12-12'
  const { status, body } = await product.get(path, key)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items.at(which).token
}

/** By whoever is limited to it, except for what only the telephone makes. */
async function fillLocation(location: string, key: string): Promise<Record<string, string>> {
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await product.post(path, key, body)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const resource = (await product.get('/api/v1/staff', key)).body.items[0].id
  const times = { starts_at: '2027-02-01T10:00:00+01:00', ends_at: '2027-02-01T11:00:00+01:00' }
  const [call] = await query(
    `with made as (
       insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, started_at)
       select $1, gen_random_uuid(), voice_connection.id, 'retell', $2::text, $2::uuid, '+493023125001', '2026-12-01T08:00Z'
       from voice_connection limit 1 returning id
     ), wish as (
       insert into wish (tenant_id, id, call_id, created_at) select $1, gen_random_uuid(), made.id, now() from made
       returning id
     ), callback as (
       insert into callback_request (tenant_id, id, call_id, reason, due_at)
       select $1, gen_random_uuid(), made.id, 'Farbe', '2026-12-02T08:00Z' from made returning id
     )
     select made.id, wish.id as wish, callback.id as callback from made, wish, callback`,
    [salon, location],
  )
  return {
    location,
    resource,
    call: call.id,
    wish: call.wish,
    callback_request: call.callback,
    appointment: await made('/api/v1/appointments', {
      ...{ token: await freeSlot(key), customer: { name: 'Anna Berger', phone: '+4917139200042' } },
    }),
    closure: await made('/api/v1/closures', { resource_id: resource, ...times }),
    absence: await made('/api/v1/absences', { staff_id: resource, kind: 'training', ...times }),
  }
}
