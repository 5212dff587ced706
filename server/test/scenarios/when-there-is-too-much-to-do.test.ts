import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { WEB_LIMITS } from '../../src/platform/db/connect.ts'
import type { HttpServer } from '../../src/platform/http/http-server.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { testConfig } from '../support/test-config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let app: App
let http: HttpServer
beforeAll(async () => {
  database = await createTestDatabase()
  app = createApp({
    config: testConfig(),
    databaseUrl: database.url,
    log: createLog({ level: 'silent' }),
    undeclaredAnswers: 'throw',
    database: { poolSize: 1, limits: WEB_LIMITS, waiting: { most: 100, longestMs: 1000 } },
  })
  http = await app.createHttp()
})
afterAll(async () => {
  await http.close()
  await app.close()
  await database.drop()
})

test('who gets no database connection is told to come back, and the operator sees it', async () => {
  const tenant = await app.modules.tenants.findBySlug('salon')
  if (!tenant) throw new Error('The salon is missing.')
  const { key } = await app.modules.identity.createApiKey({
    ...{ tenantId: tenant.id, scopes: ['all'], name: 'test' },
  })
  const held = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const holder = app.platform.db.acrossTenants('hold the only connection', async () => {
    taken.resolve()
    await held.promise
  })
  try {
    await taken.promise
    const asking = http
      .inject({ path: '/api/v1/services', headers: { authorization: `Bearer ${key}` } })
      .then()
    await expect.poll(() => metric('askpro_database_pool_connections{state="waiting"}')).toBe(1)
    expect([
      await metric('askpro_database_pool_connections{state="total"}'),
      await metric('askpro_database_pool_connections{state="max"}'),
    ]).toEqual([1, 1])
    const answer = await asking
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('2')
    expect(answer.json()).toMatchObject({ type: '/errors/platform/overloaded', status: 503 })
  } finally {
    held.resolve()
    await holder
  }
  expect(await metric('askpro_database_pool_wait_seconds_sum')).toBeGreaterThan(0.9)
}, 30_000)

async function metric(name: string): Promise<number> {
  const { payload } = await http.inject({ path: '/metrics' })
  const line = payload.split('\n').find(text => !text.startsWith('#') && text.includes(name)) ?? ''
  return Number(line.split(' ').at(-1))
}
