import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let now: Temporal.Instant

beforeAll(async () => {
  now = Temporal.Now.instant().round('millisecond')
  product = await startProduct({ clock: { now: () => now } })
})
afterAll(() => product.stop())

const make = async (scopes: Array<'all' | 'read' | 'write' | 'manage'>, expiresAt?: Temporal.Instant) =>
  await product.app.modules.identity.createApiKey({
    tenantId: await product.tenantId('salon'),
    scopes,
    name: 'Kasse',
    expiresAt: expiresAt ?? null,
  })
const status = async (key: string): Promise<number> => (await product.get('/api/v1/services', key)).status
const listed = async (id: string) =>
  (await product.app.modules.identity.listApiKeys(await product.tenantId('salon'))).find(key => key.id === id)

describe('A key', () => {
  test('for reading cannot change anything, and is told what it lacks', async () => {
    const { key } = await make(['read'])
    const answer = await product.post('/api/v1/holds', key, { token: 'x' })
    expect([answer.status, answer.body.type]).toEqual([403, '/errors/access/not-allowed'])
    expect(answer.body.detail).toBe(
      'This needs "write": roles operator, owner, manager, staff; scopes of a key all, write.',
    )
  })

  test('for reading is told in "allowed" that it may only read', async () => {
    const { key } = await make(['read'])
    const { body } = await product.get('/api/v1/staff', key)
    expect(body.items[0].allowed.deactivate).toEqual({ no: 'Das dürfen nur Leitung und Inhaber.' })
    const mine = await product.get('/api/v1/staff', product.keys.salon)
    expect(mine.body.items[0].allowed.deactivate).toBe(true)
  })

  test('ends when it was made to end', async () => {
    const { key } = await make(['all'], now.add({ hours: 1 }))
    expect(await status(key)).toBe(200)
    now = now.add({ hours: 1 })
    expect(await status(key)).toBe(401)
  })

  test('shows when it was last used, to the minute', async () => {
    const { key, id } = await make(['all'])
    expect((await listed(id))?.last_used_at).toBeNull()
    await status(key)
    await expect.poll(async () => (await listed(id))?.last_used_at).toBe(now.toString())
    const first = now
    now = now.add({ seconds: 59 })
    await status(key)
    expect((await listed(id))?.last_used_at).toBe(first.toString())
    now = now.add({ seconds: 1 })
    await status(key)
    await expect.poll(async () => (await listed(id))?.last_used_at).toBe(now.toString())
  })

  test('makes no keys, even with every scope', async () => {
    const answer = await product.post('/api/v1/api-keys', product.keys.salon, { name: 'x', scopes: ['all'] })
    expect(answer.status).toBe(403)
  })
})

describe('Rotation', () => {
  const rotate = async (id: string, hours = 24) =>
    await product.app.modules.identity.rotateApiKey(await product.tenantId('salon'), {
      id: id as never,
      overlap: Temporal.Duration.from({ hours }),
    })

  test('both keys work during the overlap, and then the new one alone', async () => {
    const old = await make(['read'])
    const rotation = await rotate(old.id)
    if (rotation.kind !== 'rotated') throw new Error(rotation.kind)
    expect([await status(old.key), await status(rotation.created.key)]).toEqual([200, 200])
    now = now.add({ hours: 24 })
    expect([await status(old.key), await status(rotation.created.key)]).toEqual([401, 200])
    expect(await listed(rotation.created.id)).toMatchObject({
      name: 'Kasse',
      scopes: ['read'],
      replaces: old.id,
    })
  })

  test('requests under way during a rotation are all answered', async () => {
    const old = await make(['read'])
    let key = old.key
    const answers = Array.from({ length: 40 }, async (_, index) => {
      if (index === 20) {
        const rotation = await rotate(old.id)
        if (rotation.kind === 'rotated') key = rotation.created.key
      }
      return await status(key)
    })
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
  })

  test('two who rotate one key at once make one successor', async () => {
    const old = await make(['read'])
    const kinds = (await Promise.all([rotate(old.id), rotate(old.id), rotate(old.id)])).map(
      ({ kind }) => kind,
    )
    expect(kinds.toSorted()).toEqual(['over', 'over', 'rotated'])
  })

  test('a revoked key has no successor', async () => {
    const old = await make(['read'])
    await product.app.modules.identity.revokeApiKey(await product.tenantId('salon'), old.id as never)
    expect((await rotate(old.id)).kind).toBe('over')
  })

  test('a key of the salon is unknown to the practice', async () => {
    const old = await make(['read'])
    const tenantId = await product.tenantId('practice')
    const wish = { id: old.id as never, overlap: Temporal.Duration.from({ hours: 1 }) }
    expect((await product.app.modules.identity.rotateApiKey(tenantId, wish)).kind).toBe('unknown')
  })
})

describe('Whoever is logged in', () => {
  let cookie: string
  let csrf: string
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Json }> => {
    const response = await fetch(product.url + path, {
      method,
      headers: { cookie, 'x-csrf-token': csrf, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }

  beforeAll(async () => {
    const response = await fetch(`${product.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'salon@demo.example', password: 'test-password' }),
    })
    cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    csrf = ((await response.json()) as Json).csrf_token
  })

  test('makes, rotates and revokes a key of the business', async () => {
    const made = await ask('POST', '/api/v1/api-keys', {
      name: 'Kasse',
      scopes: ['read'],
      expires_in_days: 30,
    })
    expect(made.status).toBe(201)
    const rotated = await ask('POST', `/api/v1/api-keys/${made.body.id}/rotate`, { overlap_hours: 0 })
    expect([rotated.status, await status(made.body.key), await status(rotated.body.key)]).toEqual([
      201, 401, 200,
    ])
    expect((await ask('DELETE', `/api/v1/api-keys/${rotated.body.id}`)).status).toBe(204)
    expect(await status(rotated.body.key)).toBe(401)
    const { items } = (await ask('GET', '/api/v1/api-keys')).body
    expect(items.map((key: Json) => key.id)).toContain(rotated.body.id)
    expect(JSON.stringify(items)).not.toContain(rotated.body.key)
  })
})
