import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { fillTenant } from '../support/fill-tenant.ts'
import { joinAs, PASSWORD, type TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const OVERVIEW = '/api/v1/operator/overview'

let product: TestProduct
let owner: TestBrowser
let operator: TestBrowser

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaber@salon.example' })
  operator = await joinAs(product, { slug: 'salon', role: 'staff', email: 'betrieb@askpro.example' })
  await product.app.modules.identity.users.setOperator('betrieb@askpro.example', 'operator')
})
afterAll(() => product.stop())

const overview = async (): Promise<Json> => {
  const { status, body } = await operator.ask('GET', OVERVIEW)
  expect(status).toBe(200)
  return body
}
const salon = async (): Promise<Json> => (await overview()).items.find(({ slug }: Json) => slug === 'salon')

test('owners, keys and strangers do not see it', async () => {
  expect((await owner.ask('GET', OVERVIEW)).status).toBe(403)
  expect((await product.get(OVERVIEW, product.keys.salon)).status).toBe(403)
  expect((await fetch(product.url + OVERVIEW)).status).toBe(401)
})

test('nor does an operator before the second factor', async () => {
  expect((await operator.ask('GET', OVERVIEW)).status).toBe(403)
  const setUp = await operator.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  const code = codeOf(setUp.body.totp_uri)
  expect((await operator.ask('POST', '/api/v1/profile/second-factor/confirm', { code })).status).toBe(204)
  const slugs = (await overview()).items.map(({ slug }: Json) => slug)
  expect(slugs.toSorted()).toEqual(['consultants', 'garage', 'practice', 'salon'])
})

test('an operator sees of each business how it is, and nothing of its customers', async () => {
  const before = await salon()
  await fillTenant(product.database, { tenantId: await product.tenantId('salon'), from: 1, to: 2 })
  await product.database.query(`
    update inbox set processed_at = null, dead_at = now(), dead_reason = 'test' where event_key = 'call_ended/filled-1';
    update graphile_worker._private_jobs set attempts = max_attempts where payload ->> 'tenant_id' = (
      select id::text from tenant where slug = 'salon');
    update voice_agent set drift = '{"state":"drifted"}', drift_checked_at = now()`)
  const { health, ...after } = await overview()
  expect(health.checks).toContainEqual(expect.objectContaining({ name: 'database', status: 'ok' }))
  expect(before).toMatchObject({ events_dead: 0, jobs_dead: 0, drift: 'unknown' })
  expect(await salon()).toMatchObject({ events_dead: 1, jobs_dead: 2, drift: 'drifted' })
  expect(JSON.stringify(after)).not.toMatch(/Kundin|\+49/)
})
