import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
const PHONE = '+493023125021'
const MOBILE = '+491713920021'

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const as = (key: 'salon' | 'practice') => (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys[key], body })
const salon = (method: string, path: string, body?: unknown) => as('salon')(method, path, body)

const person = async (name: string, phones: string[] = [], more: object = {}): Promise<Json> =>
  (await salon('POST', '/customers', { name, phones, ...more })).body

/** A free slot that nobody else of this file has asked for. */
let asked = 0
async function slot(): Promise<Json> {
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 })
  const { body: services } = await salon('GET', '/services')
  const query = `service=${services.items[0].id}&from=${from}&to=${from.add({ days: 14 })}`
  const { body } = await salon('GET', `/availability?${query}`)
  asked += 7
  return body.items[asked % body.items.length]
}
async function book(customer: object): Promise<Json> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { status, body } = await salon('POST', '/appointments', { token: (await slot()).token, customer })
    if (status === 201) return body
  }
  throw new Error('Nothing could be booked.')
}

/** Everything of two customers that a merge may touch, as it is stored. */
async function stored(ids: string[]): Promise<Json> {
  const [row] = await product.database.query<Json>(
    `select
      (select json_agg(json_build_array(id, name, email, notes, date_of_birth, vip_tier_id, merged_into) order by id)
        from customer where id = any($1)) as records,
      (select json_agg(json_build_array(customer_id, e164, is_primary) order by customer_id, e164)
        from customer_phone where customer_id = any($1)) as phones,
      (select json_agg(json_build_array(id, customer_id, attendee_name, version) order by id)
        from appointment where customer_id = any($1)) as appointments,
      (select json_agg(json_build_array(id, customer_id) order by id) from call where customer_id = any($1)) as calls`,
    [ids],
  )
  return row
}

describe('A merge', () => {
  test('is shown before it is made, and the preview changes nothing', async () => {
    const kept = await person('Vera Nolte', [PHONE])
    const merged = await person('Vera Nolde', [MOBILE, PHONE], { email: 'vera@example.org' })
    await book({ id: merged.id })
    const before = await stored([kept.id, merged.id])
    const { status, body } = await salon('POST', `/customers/${kept.id}/merge/preview`, { merge: merged.id })
    expect([status, body]).toEqual([
      200,
      {
        phones: [MOBILE],
        fills: { email: 'vera@example.org' },
        moves: { appointments: 1, calls: 0, series: 0, waitlist: 0 },
      },
    ])
    expect(await stored([kept.id, merged.id])).toEqual(before)
  })

  test('moves numbers, appointments and calls, and its undo restores exactly what was', async () => {
    const kept = await person('Ida Kern', ['+493023125022'], { notes: 'mag Tee' })
    const merged = await person('Ida Kern', ['+493023125023'], {
      email: 'ida@example.org',
      notes: 'mag Kaffee',
      date_of_birth: '7.3.1980',
    })
    const appointment = await book({ id: merged.id })
    const call = phoneCall(product, { id: 'merge-one', from: '+493023125023' })
    await call.tool('get_context', {})
    const ids = [kept.id, merged.id]
    const before = await stored(ids)
    const done = await salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id })
    expect(done.status).toBe(201)
    expect(done.body.customer).toMatchObject({
      id: kept.id,
      email: 'ida@example.org',
      notes: 'mag Tee',
      date_of_birth: '1980-03-07',
      phones: [
        { e164: '+493023125022', is_primary: true },
        { e164: '+493023125023', is_primary: false },
      ],
    })
    expect((await salon('GET', `/appointments/${appointment.id}`)).body.customer.id).toBe(kept.id)
    const moved = await stored(ids)
    expect(moved.calls.map((row: Json) => row[1])).toEqual([kept.id])
    const undone = await salon('POST', `/customer-merges/${done.body.merge_id}/undo`)
    expect(undone.status).toBe(200)
    expect(await stored(ids)).toEqual(before)
  })

  test('leads everybody who knows the old record to the new one', async () => {
    const kept = await person('Uwe Brand', ['+493023125024'])
    const merged = await person('Uwe Brandt', ['+493023125025'])
    await salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id })
    expect((await salon('GET', `/customers/${merged.id}`)).body.id).toBe(kept.id)
    expect((await salon('PATCH', `/customers/${merged.id}`, { notes: 'neu' })).body).toMatchObject({
      id: kept.id,
      notes: 'neu',
    })
    expect((await book({ id: merged.id })).customer.id).toBe(kept.id)
    const found = await salon('GET', `/customers?phone=${encodeURIComponent('+493023125025')}`)
    expect(found.body.items.map((item: Json) => item.id)).toEqual([kept.id])
    expect((await book({ name: 'Uwe Brand', phone: '+493023125025' })).customer.id).toBe(kept.id)
  })

  test('sent eight times at once under one key is one merge, and all answers are equal', async () => {
    const kept = await person('Olga Reim', ['+493023125024'])
    const merged = await person('Olga Raim', ['+493023125025'])
    const path = `/api/v1/customers/${kept.id}/merge`
    const merge = (id: string) =>
      send(product.url, {
        ...{ method: 'POST', path, key: product.keys.salon, body: { merge: id } },
        headers: { 'idempotency-key': 'merge once' },
      })
    const answers = await Promise.all(Array.from({ length: 8 }, () => merge(merged.id)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
    const merges = 'select id from customer_merge where kept_id = $1 or merged_id = $1'
    expect(await product.database.query(merges, [merged.id])).toHaveLength(1)
    const other = await person('Olga Rein')
    const refused = await merge(other.id)
    expect([refused.status, refused.body.type]).toEqual([422, '/errors/platform/idempotency-key-reused'])
  })

  test('keeps what the kept record got since, when it is undone', async () => {
    const kept = await person('Eva Roth')
    const merged = await person('Eva Roth', ['+493023125026'], { email: 'eva@example.org' })
    const { body } = await salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id })
    const later = await book({ id: kept.id })
    await salon('PATCH', `/customers/${kept.id}`, { email: 'eva.roth@example.org' })
    await salon('POST', `/customer-merges/${body.merge_id}/undo`)
    expect((await salon('GET', `/appointments/${later.id}`)).body.customer.id).toBe(kept.id)
    expect((await salon('GET', `/customers/${kept.id}`)).body).toMatchObject({
      email: 'eva.roth@example.org',
      phones: [],
    })
    expect((await salon('GET', `/customers/${merged.id}`)).body.email).toBe('eva@example.org')
  })

  test('of a record with itself, in a chain or in a circle is refused, and nothing changes', async () => {
    const [a, b, c] = [await person('Kette A'), await person('Kette B'), await person('Kette C')]
    const merge = async (kept: Json, merged: Json) => {
      const { status, body } = await salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id })
      return [status, body.type]
    }
    expect(await merge(a, a)).toEqual([422, '/errors/customers/same-customer'])
    expect(await merge(a, b)).toEqual([201, undefined])
    const before = await stored([a.id, b.id, c.id])
    expect(await merge(c, a)).toEqual([409, '/errors/customers/keeps-others'])
    expect(await merge(b, a)).toEqual([409, '/errors/customers/already-merged'])
    expect(await merge(c, b)).toEqual([409, '/errors/customers/already-merged'])
    expect(await stored([a.id, b.id, c.id])).toEqual(before)
    expect(await merge(a, c)).toEqual([201, undefined])
  })

  test('is undone once', async () => {
    const [a, b] = [await person('Einmal A'), await person('Einmal B')]
    const { body } = await salon('POST', `/customers/${a.id}/merge`, { merge: b.id })
    const undo = () => salon('POST', `/customer-merges/${body.merge_id}/undo`)
    const answers = await Promise.all([undo(), undo(), undo()])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409, 409])
  })

  test('of a stranger is refused like one of nobody', async () => {
    const own = await person('Eigen')
    const { body: foreign } = await as('practice')('POST', '/customers', { name: 'Fremd' })
    for (const path of ['merge', 'merge/preview'])
      expect((await salon('POST', `/customers/${own.id}/${path}`, { merge: foreign.id })).status).toBe(404)
    const { body } = await salon('POST', `/customers/${own.id}/merge`, { merge: (await person('Zweit')).id })
    expect((await as('practice')('POST', `/customer-merges/${body.merge_id}/undo`)).status).toBe(404)
  })
})

describe('At the same time', () => {
  test('two merges the two ways round end with one of them made', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [a, b] = [await person(`Hin ${round}`), await person(`Her ${round}`)]
      const answers = await Promise.all([
        salon('POST', `/customers/${a.id}/merge`, { merge: b.id }),
        salon('POST', `/customers/${b.id}/merge`, { merge: a.id }),
      ])
      expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409])
    }
  })

  test('three merges that would make a chain end without one', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [a, b, c] = [await person('Ring A'), await person('Ring B'), await person('Ring C')]
      const answers = await Promise.all([
        salon('POST', `/customers/${a.id}/merge`, { merge: b.id }),
        salon('POST', `/customers/${b.id}/merge`, { merge: c.id }),
        salon('POST', `/customers/${c.id}/merge`, { merge: a.id }),
      ])
      expect(answers.every(answer => [201, 409].includes(answer.status))).toBe(true)
      const [row] = await product.database.query<Json>(
        `select count(*)::int as chains from customer one join customer next on next.id = one.merged_into
         where next.merged_into is not null`,
      )
      expect(row.chains).toBe(0)
    }
  })

  test('a merge and bookings from the number leave no appointment with the record that is gone', async () => {
    for (let round = 0; round < 6; round += 1) {
      const phone = `+4930231251${10 + round}`
      const kept = await person('Nora Blum')
      const merged = await person('Nora Blum', [phone])
      const offers = await Promise.all([slot(), slot(), slot()])
      const [done, ...booked] = await Promise.all([
        salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id }),
        ...offers.map((offer, index) =>
          salon('POST', '/appointments', {
            token: offer.token,
            customer: index === 0 ? { id: merged.id } : { name: 'Nora Blum', phone },
          }),
        ),
      ])
      expect(done?.status).toBe(201)
      expect(booked.some(answer => answer.status === 201)).toBe(true)
      const rows = await product.database.query<Json>(
        `select customer.name from appointment join customer on customer.id = appointment.customer_id
         where customer.merged_into is not null`,
      )
      expect(rows).toEqual([])
      const people = await salon('GET', `/customers?phone=${encodeURIComponent(phone)}`)
      expect(people.body.items.map((item: Json) => item.id)).toEqual([kept.id])
    }
  })
})

describe('The history of a customer', () => {
  test('has appointments, their changes, calls, changes of the record and merges in one list', async () => {
    const kept = await person('Rita Sommer', ['+493023125031'])
    const merged = await person('Rita Sommer', ['+493023125032'])
    await salon('PATCH', `/customers/${kept.id}`, { notes: 'neu' })
    const appointment = await book({ id: merged.id })
    const call = phoneCall(product, { id: 'merge-two', from: '+493023125031' })
    await call.tool('get_context', {})
    await salon('POST', `/customers/${kept.id}/merge`, { merge: merged.id })
    const { body } = await salon('GET', `/customers/${kept.id}/history?limit=3`)
    const rest = await salon('GET', `/customers/${kept.id}/history?limit=50&cursor=${body.next_cursor}`)
    const items = [...body.items, ...rest.body.items]
    expect(items.map((item: Json) => item.at)).toEqual(
      items
        .map((item: Json) => item.at)
        .toSorted()
        .toReversed(),
    )
    expect(items.map((item: Json) => [item.kind, item.what]).toSorted()).toEqual(
      [
        ['appointment', 'confirmed'],
        ['appointment_change', 'booked'],
        ['call', 'inbound'],
        ['merge', 'merged'],
        ['record_change', 'added'],
        ['record_change', 'added'],
        ['record_change', 'changed'],
      ].toSorted(),
    )
    expect(items.find((item: Json) => item.kind === 'appointment').id).toBe(appointment.id)
    expect(items.find((item: Json) => item.what === 'changed').about).toBe('notes')
  })
})
