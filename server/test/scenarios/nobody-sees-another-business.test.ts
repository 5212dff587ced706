import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
let salonSlot: string
let salonAppointment: string
let salonCall: string
let salonService: string
let salonStaff: string

beforeAll(async () => {
  product = await startProduct()
  const call = phoneCall(product, { id: 'call_salon' })
  const { body } = await call.tool('find_slots', { service: 'Herrenschnitt', when: 'nächste Woche Mittwoch' })
  await call.tool('book_appointment', {
    token: body.slots[0].token,
    name: 'Petra Lindner',
    email: 'petra@example.org',
  })
  await call.tool('request_callback', { reason: 'Frage zur Farbe' })
  salonSlot = body.slots[1].token
  await product.settled()
  salonAppointment = (await product.get('/api/v1/appointments', product.keys.salon)).body.items[0].id
  salonCall = (await product.get('/api/v1/calls', product.keys.salon)).body.items[0].id
  salonService = (await product.get('/api/v1/services', product.keys.salon)).body.items[0].id
  salonStaff = (await product.get('/api/v1/staff', product.keys.salon)).body.items[0].id
})
afterAll(() => product.stop())

describe('In the database', () => {
  const tenantTables = async (): Promise<string[]> =>
    (
      await product.database.query<{ name: string }>(`
        select pg_attribute.attrelid::regclass::text as name from pg_attribute
        join pg_class on pg_class.oid = pg_attribute.attrelid
        where pg_attribute.attname = 'tenant_id' and pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace
        order by 1`)
    ).map(row => row.name)

  test('without a tenant the application sees no row of any tenant-owned table', async () => {
    for (const table of await tenantTables()) {
      const { rows } = await product.app.platform.db.pool.query(`select count(*)::int as count from ${table}`)
      expect([table, rows[0].count]).toEqual([table, 0])
    }
  })

  test('without a tenant the application can insert nowhere', async () => {
    const insert = product.app.platform.db.pool.query(
      "insert into customer (tenant_id, id, name) select tenant.id, gen_random_uuid(), 'x' from tenant limit 1",
    )
    const outcome = await insert.then(
      result => result.rowCount,
      error => error.code,
    )
    expect([0, '42501', '23502']).toContain(outcome)
  })

  test('as the practice, every tenant-owned table shows nothing of the salon', async () => {
    const salon = await product.tenantId('salon')
    const practice = await product.tenantId('practice')
    const client = await product.app.platform.db.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.tenant_id', $1, true)", [practice])
      for (const table of await tenantTables()) {
        const { rows } = await client.query(
          `select count(*)::int as count from ${table} where tenant_id = $1`,
          [salon],
        )
        expect([table, rows[0].count]).toEqual([table, 0])
      }
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  test('a row of the practice cannot refer to a service of the salon', async () => {
    const practice = await product.tenantId('practice')
    const insert = product.database.query(
      'insert into service_segment (tenant_id, service_id, position, minutes) values ($1, $2, 0, 30)',
      [practice, salonService],
    )
    await expect(insert).rejects.toMatchObject({ code: '23503' })
  })
})

/** What is open on purpose: health, the description of the API, and the way in. */
const PUBLIC = [
  'GET /health',
  'GET /health/:name',
  'GET /health/live',
  'GET /health/ready',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs/json',
  'GET /api/docs/yaml',
  'GET /api/docs/static/*',
  'GET /api/docs/static/index.html',
  'GET /api/docs/static/swagger-initializer.js',
  'POST /api/v1/session',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/options',
  'POST /api/v1/session/second-factor',
  'DELETE /api/v1/session',
  'GET /api/v1/session/demo',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/confirm',
  'POST /api/v1/email-verifications',
  'POST /api/v1/invitations/view',
  'POST /api/v1/invitations/accept',
  'GET /oauth/:provider/callback',
  'GET /calendars/feeds/:file',
]

describe('Over HTTP', () => {
  test('every route that needs a tenant refuses whoever brings no key', async () => {
    const refused = await Promise.all(
      tenantRoutes().map(async ({ method, url }) => {
        const response = await fetch(product.url + url.replaceAll(/:\w+/g, salonCall), { method })
        return [`${method} ${url}`, response.status]
      }),
    )
    expect(refused.length).toBeGreaterThan(10)
    expect(refused).toEqual(tenantRoutes().map(({ method, url }) => [`${method} ${url}`, 401]))
  })

  test('whoever brings nothing reaches these addresses and no other (failure 20)', () => {
    const open = product.http.declaredRoutes.filter(({ access }) => access.kind === 'public')
    expect(open.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(PUBLIC.toSorted())
  })

  test.each(['Bearer ', `Bearer ask_0000000000_${'A'.repeat(43)}`, 'Basic c2Fsb246c2Fsb24=', 'Bearer null'])(
    'the header "%s" is nobody',
    async authorization => {
      const response = await fetch(`${product.url}/api/v1/services`, { headers: { authorization } })
      expect(response.status).toBe(401)
    },
  )

  test.each([
    ['appointments', () => salonAppointment],
    ['calls', () => salonCall],
  ])('an id of the salon is unknown to the practice: %s', async (path, id) => {
    expect((await product.get(`/api/v1/${path}/${id()}`, product.keys.practice)).status).toBe(404)
    expect((await product.get(`/api/v1/${path}/${id()}`, product.keys.salon)).status).toBe(200)
  })

  test.each(['appointments', 'calls', 'callback-requests'])(
    'the practice’s list of %s is empty',
    async path => {
      expect((await product.get(`/api/v1/${path}`, product.keys.practice)).body.items).toEqual([])
      expect((await product.get(`/api/v1/${path}`, product.keys.salon)).body.items.length).toBeGreaterThan(0)
    },
  )

  test('the practice cannot ask for free times of the salon’s service or people (failure 42)', async () => {
    const range = 'from=2026-12-01&to=2026-12-08'
    expect(
      (await product.get(`/api/v1/availability?service=${salonService}&${range}`, product.keys.practice))
        .status,
    ).toBe(404)
    expect(
      (
        await product.get(
          `/api/v1/availability?service=Kontrolle&staff=${salonStaff}&${range}`,
          product.keys.practice,
        )
      ).status,
    ).toBe(404)
  })

  test('a slot token of the salon is worthless at the practice', async () => {
    const held = await product.post('/api/v1/holds', product.keys.practice, { token: salonSlot })
    expect([held.status, held.body.type]).toEqual([422, '/errors/scheduling/invalid-token'])
    const booked = await product.post('/api/v1/appointments', product.keys.practice, {
      token: salonSlot,
      customer: { name: 'Petra Lindner' },
    })
    expect(booked.status).toBe(422)
  })

  test('a slot token of the salon is worthless on the practice’s line', async () => {
    const call = phoneCall(product, { id: 'call_practice', to: '+493023125002' })
    expect((await call.tool('hold_slot', { token: salonSlot })).body.status).toBe('invalid_token')
    expect(
      (await call.tool('book_appointment', { token: salonSlot, name: 'Petra Lindner' })).body.status,
    ).toBe('invalid_token')
  })

  test('a customer of the salon cannot be booked at the practice', async () => {
    const [customer] = await product.database.query<{ id: string }>('select id from customer')
    const { body } = await product.get(
      '/api/v1/availability?service=Kontrolle&from=2026-12-01&to=2026-12-04',
      product.keys.practice,
    )
    const answer = await product.post('/api/v1/appointments', product.keys.practice, {
      token: body.items[0].token,
      customer: { id: customer?.id },
    })
    expect([answer.status, answer.body.type]).toEqual([404, '/errors/customers/unknown'])
  })

  test('the practice does not know the salon’s caller', async () => {
    const call = phoneCall(product, { id: 'call_same_person', to: '+493023125002' })
    expect((await call.tool('get_context', {})).body.caller).toBe('unknown')
  })

  function tenantRoutes(): Array<{ method: string; url: string }> {
    return product.http.declaredRoutes.filter(route => route.access.kind === 'tenant')
  }
})
