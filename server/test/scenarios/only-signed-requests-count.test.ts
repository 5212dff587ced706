import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sign, symmetric } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RETELL_KEY } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const SAMPLES = join(import.meta.dirname, '../fixtures/retell')
const STALE_MS = 5 * 60_000 + 1000

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())
beforeEach(() => product.settled())

const event = (id: string) =>
  JSON.stringify({
    event: 'call_started',
    call: {
      call_id: id,
      call_type: 'phone_call',
      direction: 'inbound',
      from_number: '+491713920017',
      to_number: '+493023125001',
    },
  })
const paths = ['/webhooks/retell/default', '/voice/retell/default/inbound', '/voice/retell/default/tools']

async function send(path: string, body: string, signature: string | null): Promise<Response> {
  return await fetch(product.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === null ? {} : { 'x-retell-signature': signature }),
    },
    body,
  })
}

async function rows(): Promise<number> {
  const [row] = await product.database.query<{ count: number }>(
    'select ((select count(*) from inbox) + (select count(*) from call) + (select count(*) from quarantine))::int as count',
  )
  return row?.count ?? -1
}

describe.each(paths)('POST %s', path => {
  test.each([
    ['without a signature', async () => null],
    ['with an empty signature', async () => ''],
    ['signed with another key', async (body: string) => await sign(body, 'key_of_somebody_else')],
    [
      'signed more than five minutes ago',
      async (body: string) => await symmetric.sign(body, RETELL_KEY, Date.now() - STALE_MS),
    ],
    [
      'signed more than five minutes ahead',
      async (body: string) => await symmetric.sign(body, RETELL_KEY, Date.now() + STALE_MS),
    ],
    ['with a signature over other bytes', async (body: string) => await sign(`${body}\n`, RETELL_KEY)],
    [
      'with a signature over the same JSON written differently',
      async (body: string) => await sign(JSON.stringify(JSON.parse(body), null, 1), RETELL_KEY),
    ],
    ['with a malformed signature', async () => 'v=1,d=zz'],
  ])('%s is refused with 401 and leaves no row (failures 12, 13, 14)', async (_name, signature) => {
    const before = await rows()
    const body = event(`call_refused_${Math.abs(_name.length)}`)
    const response = await send(path, body, await signature(body))
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await rows()).toBe(before)
  })
})

test('an unknown connection is refused like a wrong signature', async () => {
  const body = event('call_elsewhere')
  expect((await send('/webhooks/retell/nobody', body, await sign(body, RETELL_KEY))).status).toBe(401)
})

test('the connection of the browser, which has no key, accepts nothing', async () => {
  const body = event('call_browser')
  for (const key of [RETELL_KEY, 'undefined', 'null'])
    expect((await send('/webhooks/retell/browser', body, await sign(body, key))).status).toBe(401)
})

describe('every sample body of the provider, signed anew, is accepted (failure 7)', () => {
  const answered = (name: string): [path: string, status: number] => {
    if (name.startsWith('inbound')) return ['/voice/retell/default/inbound', 200]
    return name.startsWith('tool') ? ['/voice/retell/default/tools', 200] : ['/webhooks/retell/default', 204]
  }
  const names = readdirSync(SAMPLES)

  test.each(names)('%s', async name => {
    const body = JSON.stringify(JSON.parse(await readFile(join(SAMPLES, name), 'utf8')))
    const [path, status] = answered(name)
    expect((await send(path, body, await sign(body, RETELL_KEY))).status).toBe(status)
  })
})

test('the same event twice is stored once (failure 17)', async () => {
  const body = event('call_twice')
  for (let time = 0; time < 2; time += 1)
    expect((await send('/webhooks/retell/default', body, await sign(body, RETELL_KEY))).status).toBe(204)
  const stored = await product.database.query(
    "select id from inbox where event_key = 'call_started/call_twice'",
  )
  expect(stored).toHaveLength(1)
})

test('the same event ten times at once is stored once', async () => {
  const body = event('call_ten_times')
  const signature = await sign(body, RETELL_KEY)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => send('/webhooks/retell/default', body, signature)),
  )
  expect(answers.map(answer => answer.status)).toEqual(Array(10).fill(204))
  await product.settled()
  const calls = await product.database.query("select id from call where provider_call_id = 'call_ten_times'")
  expect(calls).toHaveLength(1)
})

test('an event of an unknown kind is kept and answered (failure 15)', async () => {
  const body = JSON.stringify({ event: 'something_new', call: { call_id: 'call_new' }, extra: { deep: [1] } })
  expect((await send('/webhooks/retell/default', body, await sign(body, RETELL_KEY))).status).toBe(204)
})
