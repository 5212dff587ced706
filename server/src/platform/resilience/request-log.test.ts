import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { withRequestContext } from '../observability/request-context.ts'
import { createOutbound } from './outbound.ts'
import { createRequestLog, purgeOutboundRequests } from './request-log.ts'

const log = createLog({ level: 'silent' })
const TENANT = '019a0000-0000-7000-8000-000000000001' as TenantId
const STRANGER = '019a0000-0000-7000-8000-000000000002' as TenantId
let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 3, applicationName: 'test', log }), log)
})
beforeEach(() => database.query('delete from outbound_request'))
afterAll(async () => {
  await db.close()
  await database.drop()
})

const rows = () =>
  database.query(
    'select provider, operation, on_behalf_of, request_id, outcome, attempts from outbound_request',
  )

test('a request leaves a record, with the request it follows from and the tenant it was made for', async () => {
  const requests = createRequestLog({ db, log, metrics: createMetrics() })
  const outbound = createOutbound({ record: requests.record })
  await withRequestContext({ requestId: 'request-7' }, () =>
    outbound.run({ provider: 'test', operation: 'ask', tenantId: TENANT }, async () => 'answer'),
  )
  await requests.close()
  expect(await rows()).toEqual([
    {
      provider: 'test',
      operation: 'ask',
      on_behalf_of: TENANT,
      request_id: 'request-7',
      outcome: 'ok',
      attempts: 1,
    },
  ])
})

test('a record needs no stop of the product to be written', async () => {
  const requests = createRequestLog({ db, log, metrics: createMetrics() })
  await createOutbound({ record: requests.record }).run({ provider: 'test', operation: 'ask' }, async () => 1)
  await expect.poll(async () => (await rows()).length, { timeout: 5000 }).toBe(1)
  await requests.close()
})

test('records wait while the database is away', async () => {
  let away = true
  const sometimes: Database = {
    ...db,
    acrossTenants: async (reason, work) => {
      if (away) throw new Error('The database is away.')
      return await db.acrossTenants(reason, work)
    },
  }
  const requests = createRequestLog({ db: sometimes, log, metrics: createMetrics() })
  const outbound = createOutbound({ record: requests.record })
  await outbound.run({ provider: 'test', operation: 'before' }, async () => 1)
  away = false
  await requests.close()
  expect(await rows()).toMatchObject([{ operation: 'before' }])
})

test('a tenant sees the requests that were made for it, and no others', async () => {
  const requests = createRequestLog({ db, log, metrics: createMetrics() })
  const outbound = createOutbound({ record: requests.record })
  await withRequestContext({ requestId: 'request-8' }, async () => {
    await outbound.run({ provider: 'test', operation: 'own', tenantId: TENANT }, async () => 1)
    await outbound.run({ provider: 'test', operation: 'foreign', tenantId: STRANGER }, async () => 1)
    await outbound.run({ provider: 'test', operation: 'nobodys' }, async () => 1)
  })
  await requests.close()
  const seen = await db.inTenant(TENANT, tx =>
    tx.selectFrom('outbound_request').select('outbound_request.operation').execute(),
  )
  expect(seen.map(request => request.operation)).toEqual(['own'])
})

test('old records go, new ones stay', async () => {
  const requests = createRequestLog({ db, log, metrics: createMetrics() })
  const outbound = createOutbound({ record: requests.record })
  await outbound.run({ provider: 'test', operation: 'old' }, async () => 1)
  await outbound.run({ provider: 'test', operation: 'new' }, async () => 1)
  await requests.close()
  await database.query("update outbound_request set at = at - interval '20 days' where operation = 'old'")
  expect(await purgeOutboundRequests(db, Temporal.Now.instant().subtract({ hours: 24 * 14 }))).toBe(1)
  expect(await rows()).toMatchObject([{ operation: 'new' }])
})

test('a tenant can write no record', async () => {
  const writing = db.inTenant(TENANT, tx => tx.deleteFrom('outbound_request').execute())
  await expect(writing).rejects.toMatchObject({ code: '42501' })
})
