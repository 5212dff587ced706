import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const salon = (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

async function importFile(
  file: string | Uint8Array<ArrayBuffer>,
  mode: 'preview' | 'commit',
  more: { key?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await fetch(`${product.url}/api/v1/customers/import?mode=${mode}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${more.key ?? product.keys.salon}`,
      'content-type': 'text/csv',
      ...more.headers,
    },
    body: file,
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

async function exportFile(key = product.keys.salon): Promise<string> {
  const response = await fetch(`${product.url}/api/v1/customers/export`, {
    headers: { authorization: `Bearer ${key}` },
  })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  // As bytes: reading it as text would drop the mark in front.
  return Buffer.from(await response.arrayBuffer()).toString()
}

const count = async (): Promise<number> => {
  const [row] = await product.database.query<{ count: number }>('select count(*)::int as count from customer')
  return row?.count ?? 0
}

const FILE = [
  'Nachname;Vorname;Telefon;E-Mail;Geburtsdatum;Notizen;Kundennummer',
  'Müller;Jörg;0171 3920031;joerg@example.org;7.3.1980;"sagt ""Moin""; kommt gern";17',
  'Mueller;Joerg;+49 171 3920031;;;;18',
  'Weiß;Änne;030 23125-041;;;;19',
  ';;12;keine adresse;31.2.1980;;20',
  'Zu;Kurz',
].join('\r\n')

describe('A file of customers', () => {
  test('is shown line by line before anything is written', async () => {
    const before = await count()
    const { status, body } = await importFile(FILE, 'preview')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      mode: 'preview',
      ignored_columns: ['Kundennummer'],
      counts: { added: 2, filled: 0, unchanged: 0, duplicate: 1, rejected: 2 },
    })
    expect(body.lines).toMatchObject([
      { line: 2, name: 'Jörg Müller', result: 'added', customer_id: null },
      { line: 3, result: 'duplicate', same_as_line: 2 },
      { line: 4, name: 'Änne Weiß', result: 'added' },
      { line: 5, result: 'rejected', problems: ['name_missing', 'bad_phone', 'bad_email', 'bad_date'] },
      { line: 6, result: 'rejected', problems: ['wrong_number_of_fields'] },
    ])
    expect(await count()).toBe(before)
  })

  test('becomes the records its preview promised, and again changes nothing', async () => {
    const preview = await importFile(FILE, 'preview')
    const { body } = await importFile(FILE, 'commit')
    expect(body.counts).toEqual(preview.body.counts)
    expect((await salon('GET', `/customers/${body.lines[0].customer_id}`)).body).toMatchObject({
      name: 'Jörg Müller',
      email: 'joerg@example.org',
      date_of_birth: '1980-03-07',
      notes: 'sagt "Moin"; kommt gern',
      phones: [{ e164: '+491713920031', is_primary: true }],
    })
    const before = await count()
    const again = await importFile(FILE, 'commit')
    // Änne has a number, Jörg too: both are known now.
    expect(again.body.counts).toEqual({ added: 0, filled: 0, unchanged: 2, duplicate: 1, rejected: 2 })
    expect(await count()).toBe(before)
  })

  test('fills in what a record lacks and overwrites nothing (failure 82)', async () => {
    const { body: known } = await salon('POST', '/customers', {
      name: 'Ute Falk',
      phones: ['+493023125042'],
      notes: 'bleibt',
    })
    const file =
      'name,phone,email,notes\nUTE FALK,"+493023125042 | 0171 3920042",ute@example.org,anders\nPeter Falk,+493023125042,,'
    const { body } = await importFile(file, 'commit')
    expect(body.lines.map((line: Json) => line.result)).toEqual(['filled', 'added'])
    expect((await salon('GET', `/customers/${known.id}`)).body).toMatchObject({
      name: 'Ute Falk',
      email: 'ute@example.org',
      notes: 'bleibt',
      phones: [{ e164: '+493023125042' }, { e164: '+491713920042' }],
    })
    const family = await salon('GET', `/customers?phone=${encodeURIComponent('+493023125042')}`)
    expect(family.body.items.map((item: Json) => item.name).toSorted()).toEqual(['Peter Falk', 'Ute Falk'])
  })

  test('has its umlauts, whichever program wrote it', async () => {
    const latin = Buffer.from('name;phone\nGröße Änderung;030 23125043\n', 'latin1')
    const { body } = await importFile(Uint8Array.from(latin), 'commit')
    expect(body.lines[0]).toMatchObject({ name: 'Größe Änderung', result: 'added' })
  })

  test('sent twice under one key is imported once; a commit is not the preview of the same key', async () => {
    const file = 'name,phone\nKarla Einmal,\n'
    const headers = { 'idempotency-key': 'import-once' }
    const first = await importFile(file, 'commit', { headers })
    const second = await importFile(file, 'commit', { headers })
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await importFile(file, 'preview', { headers })).status).toBe(422)
  })

  test.each([
    ['without a name in its head', 'phone;email\n030;a@example.org\n', 'customers/bad-csv'],
    ['with an open quote', 'name;notes\nPetra;"offen\n', 'customers/bad-csv'],
    [
      'with a field of fifty thousand characters',
      `name;notes\nPetra;${'x'.repeat(50_000)}\n`,
      'customers/bad-csv',
    ],
    ['of bytes that are no text', '\u0000\u0001\u0002\u0003', 'customers/bad-csv'],
    ['with too many lines', `name\n${'Petra\n'.repeat(10_001)}`, 'customers/too-many-lines'],
  ])('%s is refused as a whole', async (_what, file, code) => {
    const before = await count()
    const { status, body } = await importFile(file, 'commit')
    expect([status, body.type]).toEqual([422, `/errors/${code}`])
    expect(await count()).toBe(before)
  })

  test('larger than five megabytes is refused before it is read', async () => {
    expect((await importFile(`name\n${'x'.repeat(5_300_000)}`, 'commit')).status).toBe(413)
  })

  test('of ten thousand lines is imported in one go', { timeout: 180_000 }, async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `Kundin ${n} Beispiel,,k${n}@example.org`)
    const { status, body } = await importFile(`name,phone,email\n${lines.join('\n')}\n`, 'commit')
    expect([status, body.title, body.counts?.added]).toEqual([200, undefined, 10_000])
  })

  test('and a booking from the same number at once make the person once', async () => {
    const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 })
    const { body: services } = await salon('GET', '/services')
    const query = `service=${services.items[0].id}&from=${from}&to=${from.add({ days: 7 })}`
    const { body: free } = await salon('GET', `/availability?${query}`)
    for (let round = 0; round < 5; round += 1) {
      const phone = `+4930231250${50 + round}`
      await Promise.all([
        importFile(`name,phone\nRasch Zugleich,${phone}\n`, 'commit'),
        salon('POST', '/appointments', {
          token: free.items[round * 5].token,
          customer: { name: 'Rasch Zugleich', phone },
        }),
      ])
      const { body } = await salon('GET', `/customers?phone=${encodeURIComponent(phone)}`)
      expect(body.items).toHaveLength(1)
    }
  })
})

describe('The export', () => {
  test('runs nothing in a spreadsheet, and is read back as it was', async () => {
    const formula = '=HYPERLINK("http://example.org";"Klick")'
    await salon('POST', '/customers', {
      name: '@Sum Formel',
      phones: ['+493023125061', '+491713920061'],
      notes: formula,
    })
    const text = await exportFile(product.keys.salon)
    expect(text.startsWith('\u{feff}name;phone;')).toBe(true)
    const line = text.split('\r\n').find(each => each.includes('@Sum')) ?? ''
    expect(line).toContain("'@Sum Formel;'+493023125061 | +491713920061;")
    expect(line).toContain(`"'=HYPERLINK(""http://example.org"";""Klick"")"`)
    const back = await importFile(`${text.split('\r\n')[0]}\r\n${line}\r\n`, 'commit', {
      key: product.keys.practice,
    })
    expect(back.body.counts).toMatchObject({ added: 1, rejected: 0 })
    const [row] = await product.database.query<Json>(
      `select name, notes, (select array_agg(e164 order by is_primary desc) from customer_phone
         where customer_id = customer.id) as phones
       from customer where id = $1`,
      [back.body.lines[0].customer_id],
    )
    expect(row).toEqual({
      name: '@Sum Formel',
      notes: formula,
      phones: ['+493023125061', '+491713920061'],
    })
  })

  test('has the own customers only', async () => {
    const { body } = await send(product.url, {
      method: 'POST',
      path: '/api/v1/customers',
      key: product.keys.garage,
      body: { name: 'Nur Werkstatt' },
    })
    expect(body.name).toBe('Nur Werkstatt')
    expect(await exportFile(product.keys.garage)).toContain('Nur Werkstatt')
    expect(await exportFile(product.keys.salon)).not.toContain('Nur Werkstatt')
  })
})
