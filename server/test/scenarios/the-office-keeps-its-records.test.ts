import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const as = (key: 'salon' | 'practice') => (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys[key], body })
const salon = (method: string, path: string, body?: unknown) => as('salon')(method, path, body)
const practice = (method: string, path: string, body?: unknown) => as('practice')(method, path, body)

describe('A new colleague', () => {
  let colleague: Json

  test('works for what she is given, at the end of the list', async () => {
    const { body: services } = await salon('GET', '/services')
    const [service] = services.items
    const added = await salon('POST', '/staff', { name: 'Nele', service_ids: [service.id] })
    colleague = added.body
    expect(added.status).toBe(201)
    expect(colleague).toMatchObject({ name: 'Nele', spoken_name: 'Nele', active: true, version: 1 })
    expect(colleague.services).toEqual([{ id: service.id, name: service.name }])
    const { body } = await salon('GET', '/staff')
    expect(body.items.at(-1).id).toBe(colleague.id)
  })

  test('can be booked, and no longer once she has left; her appointments are named', async () => {
    const query = `service=${colleague.services[0].id}&staff=${colleague.id}`
    const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 })
    const range = `from=${from}&to=${from.add({ days: 7 })}`
    const { body: free } = await salon('GET', `/availability?${query}&${range}`)
    const booked = await salon('POST', '/appointments', {
      token: free.items[0].token,
      customer: { name: 'Uta Held' },
    })
    expect(booked.body.staff).toMatchObject([{ name: 'Nele' }])
    const left = await salon('POST', `/staff/${colleague.id}/deactivate`)
    expect(left.body).toMatchObject({ active: false, collisions: [{ id: booked.body.id }] })
    expect(left.body.allowed.deactivate).toHaveProperty('no')
    const refused = await salon('POST', '/appointments', {
      token: free.items[1].token,
      customer: { name: 'Uta Held' },
    })
    expect(refused.status).toBe(409)
    expect((await salon('GET', '/staff')).body.items.map((item: Json) => item.id)).not.toContain(colleague.id)
    expect((await salon('POST', `/staff/${colleague.id}/activate`)).body.active).toBe(true)
  })

  test('leaves once: a repetition changes no version, and a stale one is refused', async () => {
    const { version } = (await salon('GET', `/staff/${colleague.id}`)).body
    const path = `/staff/${colleague.id}/deactivate`
    const stale = await salon('POST', path, { version: version - 1 })
    expect([stale.status, stale.body.type]).toEqual([409, '/errors/platform/stale-version'])
    expect((await salon('POST', path, { version })).body).toMatchObject({
      active: false,
      version: version + 1,
    })
    expect((await salon('POST', path)).body.version).toBe(version + 1)
    const unknown = await salon('POST', path, { versoin: 1 })
    expect([unknown.status, unknown.body.detail]).toEqual([400, 'versoin: no such field'])
    expect((await salon('POST', `/staff/${colleague.id}/activate`)).body.active).toBe(true)
  })

  test('may have a name of her own only', async () => {
    const taken = await salon('POST', '/staff', { name: 'Mara' })
    expect([taken.status, taken.body.type]).toEqual([409, '/errors/catalogue/name-taken'])
    const renamed = await salon('PATCH', `/staff/${colleague.id}`, { name: 'Mara' })
    expect([renamed.status, renamed.body.type]).toEqual([409, '/errors/catalogue/name-taken'])
    expect(
      (await salon('PATCH', `/staff/${colleague.id}`, { name: 'Nele', position: 0 })).body.position,
    ).toBe(0)
  })

  test('is not changed by whoever saw an older version', async () => {
    const { body } = await salon('GET', `/staff/${colleague.id}`)
    const refused = await salon('PATCH', `/staff/${colleague.id}`, { position: 5, version: body.version - 1 })
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/platform/stale-version'])
    const changed = await salon('PATCH', `/staff/${colleague.id}`, { position: 5, version: body.version })
    expect([changed.status, changed.body.version]).toEqual([200, body.version + 1])
  })

  test('does nothing that does not exist, and then nothing has changed', async () => {
    const before = (await salon('GET', `/staff/${colleague.id}`)).body
    const service_ids = ['01a1fafa-efc5-7825-88ea-f16e106b3d4d']
    const refused = await salon('PATCH', `/staff/${colleague.id}`, { position: 9, service_ids })
    expect([refused.status, refused.body.type]).toEqual([422, '/errors/catalogue/unknown-service'])
    expect((await salon('GET', `/staff/${colleague.id}`)).body).toEqual(before)
    expect((await salon('POST', '/staff', { name: 'Ole', service_ids })).status).toBe(422)
    expect((await salon('GET', '/staff?state=all')).body.items.map((item: Json) => item.name)).not.toContain(
      'Ole',
    )
  })

  test('is nobody to another business', async () => {
    expect((await practice('GET', `/staff/${colleague.id}`)).status).toBe(404)
    expect((await practice('PATCH', `/staff/${colleague.id}`, { name: 'X' })).status).toBe(404)
    expect((await practice('POST', `/staff/${colleague.id}/deactivate`)).status).toBe(404)
    const { version } = (await practice('GET', '/hours')).body.items[0]
    expect((await practice('PUT', '/hours', { staff_id: colleague.id, version, week: [] })).status).toBe(404)
  })
})

describe('A customer', () => {
  let customer: Json

  test('is kept with numbers in one form, the first of them primary', async () => {
    const wish = {
      name: '  Petra   Lindner ',
      phones: ['0171 3920011', '030 23125-011'],
      email: 'petra@example.org',
    }
    const added = await salon('POST', '/customers', wish)
    customer = added.body
    expect(added.status).toBe(201)
    expect(customer).toMatchObject({
      name: 'Petra Lindner',
      phones: [
        { e164: '+491713920011', is_primary: true },
        { e164: '+493023125011', is_primary: false },
      ],
      language: 'de',
    })
  })

  test('is not kept without what the caller believes to have sent', async () => {
    const refused = await salon('POST', '/customers', { name: 'Paul Lindner', phone: '0171 3920012' })
    expect([refused.status, refused.body.detail]).toEqual([400, 'phone: no such field'])
    expect((await salon('GET', '/customers?q=Paul')).body.items).toEqual([])
  })

  test('is written to at a domain with umlauts', async () => {
    const { body } = await salon('POST', '/customers', { name: 'Ida Buch', email: 'ida@bücher.example' })
    expect(body.email).toBe('ida@xn--bcher-kva.example')
  })

  test.each(['0171 3920011', '+49 171 3920011', '0049-171-3920011', '030 23125 011'])(
    'is found under %s',
    async phone => {
      const { body } = await salon('GET', `/customers?phone=${encodeURIComponent(phone)}`)
      expect(body.items.map((item: Json) => item.id)).toEqual([customer.id])
    },
  )

  test('is found by a number whose plus sign was not escaped, by name and by address', async () => {
    for (const query of ['phone=+491713920011', 'q=lindn', 'q=PETRA%40example']) {
      const { body } = await salon('GET', `/customers?${query}`)
      expect(body.items.map((item: Json) => item.id)).toEqual([customer.id])
    }
    expect((await salon('GET', '/customers?q=%25')).body.items).toEqual([])
  })

  test('may share an address and a number with somebody else', async () => {
    const wish = { name: 'Paul Lindner', phones: ['0171 3920011'], email: 'petra@example.org' }
    expect((await salon('POST', '/customers', wish)).status).toBe(201)
    expect((await salon('GET', '/customers?phone=01713920011')).body.items).toHaveLength(2)
  })

  test('is recognised when she calls', async () => {
    const line = phoneCall(product, { id: 'call_from_the_second_number', from: '+493023125011' })
    expect((await line.tool('get_context', {})).body.caller).toBe('known')
  })

  test('changes only in what is named, and not under an older version', async () => {
    const changed = await salon('PATCH', `/customers/${customer.id}`, {
      notes: 'Allergie: PPD',
      phones: ['0171 3920012'],
    })
    expect(changed.body).toMatchObject({ name: 'Petra Lindner', notes: 'Allergie: PPD', version: 2 })
    expect(changed.body.phones).toEqual([{ e164: '+491713920012', is_primary: true }])
    const stale = await salon('PATCH', `/customers/${customer.id}`, { notes: null, version: 1 })
    expect([stale.status, stale.body.type]).toEqual([409, '/errors/platform/stale-version'])
  })

  test.each([
    ['a number that is none', { name: 'X', phones: ['ruf mich an'] }, 422, 'customers/bad-phone'],
    ['no visible name', { name: '\u200b \u200b' }, 400, 'platform/invalid-request'],
    ['an address that is none', { name: 'X', email: 'petra@' }, 400, 'platform/invalid-request'],
    ['a language nobody speaks here', { name: 'X', language: 'tlh' }, 400, 'platform/invalid-request'],
  ])('with %s is refused', async (_what, body, status, type) => {
    const answer = await salon('POST', '/customers', body)
    expect([answer.status, answer.body.type]).toEqual([status, `/errors/${type}`])
  })

  test('of the salon is nobody at the practice', async () => {
    expect((await practice('GET', `/customers/${customer.id}`)).status).toBe(404)
    expect((await practice('PATCH', `/customers/${customer.id}`, { notes: 'x' })).status).toBe(404)
    expect((await practice('GET', '/customers')).body.items).toEqual([])
  })

  test('is on one page of the list only, however many there are', async () => {
    for (let number = 0; number < 7; number += 1)
      await salon('POST', '/customers', { name: `Kundin ${number}` })
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await salon('GET', `/customers?limit=2${cursor}`)
      seen.push(...body.items.map((item: Json) => item.id))
      if (body.next_cursor === null) break
      cursor = `&cursor=${body.next_cursor}`
    }
    const [row] = await product.database.query<{ count: number }>(
      'select count(*)::int as count from customer',
    )
    expect([seen.length, new Set(seen).size]).toEqual([row?.count, row?.count])
  })
})

describe('A callback request', () => {
  let request: Json

  beforeAll(async () => {
    const line = phoneCall(product, { id: 'call_me_back' })
    await line.tool('request_callback', { reason: 'Frage zur Rechnung', name: 'Rolf Ahrens' })
    request = (await salon('GET', '/callback-requests?state=open')).body.items[0]
  })

  test('is done once somebody called, and says who said so', async () => {
    expect(request).toMatchObject({ state: 'open', settled_at: null, allowed: { done: true } })
    const done = await salon('PATCH', `/callback-requests/${request.id}`, { state: 'done' })
    expect(done.body).toMatchObject({ state: 'done', settled_by: expect.stringMatching(/^api-key:/) })
    expect(done.body.settled_at).not.toBeNull()
    expect((await salon('GET', '/callback-requests?state=open')).body.items).toEqual([])
    expect((await salon('PATCH', `/callback-requests/${request.id}`, { state: 'done' })).body).toEqual(
      done.body,
    )
  })

  test('can be taken up again', async () => {
    const open = await salon('PATCH', `/callback-requests/${request.id}`, { state: 'open' })
    expect(open.body).toMatchObject({ state: 'open', settled_at: null, settled_by: null })
  })

  test('has no other state, and is nobody else’s', async () => {
    expect((await salon('PATCH', `/callback-requests/${request.id}`, { state: 'later' })).status).toBe(400)
    const other = await practice('PATCH', `/callback-requests/${request.id}`, { state: 'done' })
    expect([other.status, other.body.type]).toEqual([404, '/errors/calls/unknown-callback-request'])
    expect((await practice('GET', `/callback-requests/${request.id}`)).status).toBe(404)
  })
})

describe('The settings', () => {
  test('change in what is named, and the next e-mail comes from the new address', async () => {
    const before = (await salon('GET', '/settings')).body
    const { body } = await salon('PATCH', '/settings', {
      contact_email: 'hallo@salon.example',
      version: before.version,
    })
    expect(body).toEqual({ ...before, contact_email: 'hallo@salon.example', version: before.version + 1 })
    const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 3 })
    const { body: free } = await salon(
      'GET',
      `/availability?service=Herrenschnitt&from=${from}&to=${from.add({ days: 7 })}`,
    )
    const customer = { name: 'Jutta Kern', email: 'jutta@example.org' }
    await salon('POST', '/appointments', { token: free.items[0].token, customer })
    await product.settled()
    expect(JSON.stringify(product.mail.messages())).toContain('hallo@salon.example')
  })

  test('refuse what is no setting, and a version that is gone', async () => {
    const wrong = await salon('PATCH', '/settings', { contact_email: 'keine Adresse' })
    expect([wrong.status, wrong.body.detail]).toEqual([400, 'contact_email: Invalid email address'])
    const { contact_email } = (await salon('PATCH', '/settings', { contact_email: 'salon@köln.example' }))
      .body
    expect(contact_email).toBe('salon@xn--kln-sna.example')
    expect((await salon('PATCH', '/settings', { store_transcripts: true, version: 1 })).status).toBe(409)
    expect((await salon('GET', '/settings')).body.store_transcripts).toBe(false)
  })

  test('of another business stay as they are', async () => {
    expect((await practice('GET', '/settings')).body).toMatchObject({ slug: 'practice', version: 1 })
  })

  test('name the place and the numbers that lead to it', async () => {
    const [place] = (await salon('GET', '/locations')).body.items
    const { items } = (await salon('GET', '/phone-numbers')).body
    expect(items).toMatchObject([{ e164: '+493023125001', location: { id: place.id } }])
  })
})
