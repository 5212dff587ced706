import { sql } from 'kysely'
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
const person = async (name: string, more: object = {}): Promise<Json> =>
  (await salon('POST', '/customers', { name, ...more })).body
const found = async (q: string): Promise<string[]> =>
  (await salon('GET', `/customers?q=${encodeURIComponent(q)}`)).body.items.map((item: Json) => item.name)

describe('Somebody who is looked for', () => {
  beforeAll(async () => {
    await person('Jörg Müller-Weiß', { phones: ['+491713920071'], email: 'jmw@beispiel.example.org' })
    await person('Zoë Çelik')
  })

  test.each([
    'müller',
    'Mueller',
    'MULLER',
    'weiss',
    'jör mül',
    'Müller Jörg',
    'jmw@beispiel',
    '0171 39200 71',
    '+4917139200',
    '171392007',
  ])('is found as "%s"', async q => {
    expect(await found(q)).toContain('Jörg Müller-Weiß')
  })

  test.each(['Müllerin', 'jörg schmidt', '0171 39201', '%', '_', "' or 1=1"])(
    'is not found as "%s"',
    async q => {
      expect(await found(q)).not.toContain('Jörg Müller-Weiß')
    },
  )

  test('is found under a new name and no longer under the old one', async () => {
    const { id } = await person('Alma Altmann')
    await salon('PATCH', `/customers/${id}`, { name: 'Alma Neumann' })
    expect(await found('alma')).toEqual(['Alma Neumann'])
    expect(await found('altmann')).toEqual([])
    expect(await found('celik zoe')).toEqual(['Zoë Çelik'])
  })
})

/** The rules as Postel printed them: letter, what stands before and behind it, digits. The first that fits counts. */
const RULES: ReadonlyArray<readonly [letters: string, before: RegExp, behind: RegExp, digits: string]> = [
  ['AEIJOUY', /(?:)/, /(?:)/, '0'],
  ['H', /(?:)/, /(?:)/, ''],
  ['P', /(?:)/, /^H/, '3'],
  ['BP', /(?:)/, /(?:)/, '1'],
  ['DT', /(?:)/, /^[CSZ]/, '8'],
  ['DT', /(?:)/, /(?:)/, '2'],
  ['FVW', /(?:)/, /(?:)/, '3'],
  ['GKQ', /(?:)/, /(?:)/, '4'],
  ['C', /^$/, /^[AHKLOQRUX]/, '4'],
  ['C', /[^SZ]$/, /^[AHKOQUX]/, '4'],
  ['X', /[CKQ]$/, /(?:)/, '8'],
  ['X', /(?:)/, /(?:)/, '48'],
  ['L', /(?:)/, /(?:)/, '5'],
  ['MN', /(?:)/, /(?:)/, '6'],
  ['R', /(?:)/, /(?:)/, '7'],
  ['CSZ', /(?:)/, /(?:)/, '8'],
]

/** Another way to the digits that the database makes in one go. */
function sound(word: string): string {
  const letters = word
    .toUpperCase()
    .normalize('NFD')
    .replaceAll(/[^A-Z]/g, '')
  const digits = [...letters].map((letter, at) => {
    const [before, behind] = [letters.slice(0, at), letters.slice(at + 1)]
    const rule = RULES.find(
      ([which, first, then]) => which.includes(letter) && first.test(before) && then.test(behind),
    )
    return rule?.[3] ?? ''
  })
  const single = digits.join('').replaceAll(/(.)\1+/g, '$1')
  return single.slice(0, 1) + single.slice(1).replaceAll('0', '')
}

describe('The sound of a name', () => {
  test('follows the rules of the Kölner Phonetik for every word of letters', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const words = Array.from({ length: 3000 }, (_, n) =>
      Array.from(
        { length: 1 + (n % 7) },
        (_unused, at) => letters[(n * 31 + at * 17 + n * at * 7) % letters.length],
      ).join(''),
    )
    const pairs = [...letters].flatMap(one =>
      [...letters].flatMap(two => [...letters].map(three => one + two + three)),
    )
    const all = [...words, ...pairs]
    const rows = await product.database.query<{ word: string; sound: string }>(
      'select word, sound_of_word(word) as sound from unnest($1::text[]) as word',
      [all],
    )
    expect(rows.filter(row => row.sound !== sound(row.word))).toEqual([])
    expect(sound('Müller-Lüdenscheidt')).toBe('65752682')
    expect(sound('Wikipedia')).toBe('3412')
  })
})

describe('Records that may be one person', () => {
  const pairsOf = async (id: string): Promise<Json[]> =>
    (await salon('GET', `/customers/duplicates?customer=${id}`)).body.items ?? id

  test('are suggested with reason and score, likeliest first', async () => {
    const meier = await person('Hanna Meier', { phones: ['+493023125081'], email: 'hm@example.org' })
    const maier = await person('Dr. Maier, Hanna', { phones: ['+493023125081'] })
    const family = await person('Bernd Fuchs', { phones: ['+493023125081'] })
    const mail = await person('Sabine Wolf', { email: 'HM@example.org' })
    const pairs = await pairsOf(meier.id)
    expect(
      pairs.map(pair => [pair.customers.map((one: Json) => one.id).toSorted(), pair.reasons, pair.score]),
    ).toEqual([
      [[meier.id, maier.id].toSorted(), ['same_phone', 'sounds_alike'], 70],
      [[meier.id, mail.id].toSorted(), ['same_email'], 40],
      [[meier.id, family.id].toSorted(), ['same_phone'], 30],
    ])
  })

  test('are not suggested when they were born on different days', async () => {
    const father = await person('Karl Vogt', { phones: ['+493023125082'], date_of_birth: '1950-01-02' })
    await person('Karl Vogt', { phones: ['+493023125082'], date_of_birth: '1980-01-02' })
    expect(await pairsOf(father.id)).toEqual([])
  })

  test('are no pair of each with each when a switchboard has one number', async () => {
    const people = []
    for (let n = 0; n < 21; n += 1)
      people.push(await person(`Zentrale${'ABCDEFGHIJKLMNOPQRSTU'[n]}`, { phones: ['+493023125083'] }))
    expect(await pairsOf(people[0].id)).toEqual([])
  })

  test('no longer are when they were merged', async () => {
    const one = await person('Gerd Lang', { phones: ['+493023125084'] })
    const other = await person('Gerd Lang', { phones: ['+493023125084'] })
    expect(await pairsOf(one.id)).toHaveLength(1)
    await salon('POST', `/customers/${one.id}/merge`, { merge: other.id })
    expect(await pairsOf(one.id)).toEqual([])
  })
})

describe('With six thousand customers', () => {
  beforeAll(async () => {
    const tenant = await product.tenantId('salon')
    await product.database.query(
      `insert into customer (tenant_id, id, name, email)
       select $1::uuid, gen_random_uuid(), 'Viele' || n || ' Kundin' || n % 977, 'viele' || n || '@example.org'
       from generate_series(1, 6000) as n`,
      [tenant],
    )
    await product.database.query(
      `insert into customer_phone (tenant_id, customer_id, e164)
       select tenant_id, id, '+4930231' || lpad((row_number() over ())::text, 6, '0') from customer where name like 'Viele%'`,
    )
    await product.database.query('analyze customer, customer_word, customer_phone')
  })

  /** The plan of the statement that a request sends, under the rights it is sent with. */
  async function planOf(work: string): Promise<string> {
    const tenant = await product.tenantId('salon')
    const { rows } = await product.app.platform.db.inTenant(tenant, tx =>
      sql<Json>`explain (analyze, format json) ${sql.raw(work)}`.execute(tx),
    )
    return JSON.stringify(rows)
  }

  test('a word and a number are found by their index, under row-level security too', async () => {
    const byWord = await planOf(
      "select customer_id from customer_word where tenant_id = current_tenant_id() and word >= fold_text('viele12') and word < fold_text('viele12') || '\u{10ffff}'",
    )
    expect(byWord).toContain('"Index Name":"customer_word_pkey"')
    expect(byWord).not.toContain('Seq Scan')
    const byNumber = await planOf(
      `select customer_id from customer_phone where tenant_id = current_tenant_id() and e164 collate "C" >= '+49302310001' and e164 collate "C" < '+49302310001' || '\u{10ffff}'`,
    )
    expect(byNumber).toContain('"Index Name":"customer_phone_by_beginning"')
    expect(byNumber).not.toContain('Seq Scan')
  })

  test('a search and the suggestions answer quickly', async () => {
    for (const path of ['/customers?q=viele12%20kundin', '/customers?q=030231000', '/customers/duplicates']) {
      const begun = performance.now()
      const { status } = await salon('GET', path)
      expect([path, status, performance.now() - begun < 3000]).toEqual([path, 200, true])
    }
  })
})

describe('A tier', () => {
  test('is named once, belongs to customers, and changes under its version', async () => {
    const { body: gold } = await salon('POST', '/vip-tiers', {
      name: 'Gold',
      extra_horizon_days: 60,
      waives_notice: true,
    })
    expect((await salon('POST', '/vip-tiers', { name: 'Gold' })).body.type).toBe(
      '/errors/customers/tier-name-taken',
    )
    const regular = await person('Rosa Stamm', { vip_tier_id: gold.id })
    expect(regular.vip_tier).toEqual({ id: gold.id, name: 'Gold' })
    const changed = await salon('PATCH', `/vip-tiers/${gold.id}`, { waitlist_priority: 9, version: 1 })
    expect(changed.body).toMatchObject({ waitlist_priority: 9, waives_notice: true, version: 2 })
    expect((await salon('PATCH', `/vip-tiers/${gold.id}`, { version: 1 })).status).toBe(409)
    expect((await salon('PATCH', `/customers/${regular.id}`, { vip_tier_id: null })).body.vip_tier).toBeNull()
  })

  test('of another business is unknown here', async () => {
    const { body } = await send(product.url, {
      method: 'POST',
      path: '/api/v1/vip-tiers',
      key: product.keys.practice,
      body: { name: 'Privat' },
    })
    const refused = await salon('POST', '/customers', { name: 'Rosa', vip_tier_id: body.id })
    expect([refused.status, refused.body.type]).toEqual([404, '/errors/customers/unknown-tier'])
  })
})
