import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { withRequestContext } from '../../src/platform/observability/request-context.ts'
import type { Json, TestProduct } from '../support/test-product.ts'
import { freeSlot, startTwoLocations, type TwoLocations } from '../support/two-locations.ts'

let product: TestProduct
let salon: TenantId
let centre: string
let harbour: string
let keys: TwoLocations['keys']
let here: TwoLocations['here']
let there: TwoLocations['there']
let slots: TwoLocations['slots']

const all = () => product.keys.salon
const DAYS = 'from=2026-12-07&to=2026-12-20'

beforeAll(async () => {
  ;({ product, salon, centre, harbour, keys, here, there, slots } = await startTwoLocations())
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
      token: await freeSlot(product, keys.write),
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
