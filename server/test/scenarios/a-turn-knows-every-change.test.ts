import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { countStatements } from '../support/count-statements.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** A salon whose catalogue the receptionist has in memory (ADR 0037). */
let product: TestProduct
let salon: TenantId
const OURS = 'tenant_id = $1'

beforeAll(async () => {
  product = await startProduct({
    clock: { now: () => Temporal.Instant.from('2026-12-01T09:00:00Z') },
    worker: 'none',
  })
  salon = await product.tenantId('salon')
})
afterAll(() => product.stop())

async function begin(): Promise<(text: string) => Promise<string>> {
  const { body } = await product.post('/api/v1/test-calls', product.keys.salon, {})
  const turns = `/api/v1/test-calls/${body.call_id}/turns`
  return async text => {
    const { status, body: said } = await product.post(turns, product.keys.salon, { text })
    if (status !== 200) throw new Error(JSON.stringify(said))
    return said.turns.at(-1).text
  }
}

test.each([
  [
    'its price',
    'Was kostet das Föhnen?',
    `update service set price_minor = 2500 where ${OURS} and name = 'Föhnen'`,
  ],
  [
    'the hours',
    'Haben Sie samstags geöffnet?',
    `delete from hours_rule where ${OURS} and resource_id is null and weekday = 6`,
  ],
  ['a name', 'Ist die Aylin da?', `update resource set name = 'Zoe' where ${OURS} and name = 'Aylin'`],
])('a change of %s is in the next answer of the same call', async (_, question, change) => {
  const ask = await begin()
  const before = await ask(question)
  expect(await ask(`Also: ${question}`)).toBe(before)
  await product.database.query(change, [salon])
  expect(await ask(`Und nun? ${question}`)).not.toBe(before)
  const anew = await (await begin())(question)
  expect(anew).not.toBe(before)
})

test('an answer that needs no search asks the database for little', async () => {
  const ask = await begin()
  await ask('Guten Tag.')
  const sent = await countStatements(product.app.platform.db.pool, () => ask('Einen Moment bitte.'))
  // The access in three; the beginning, the call locked, its state, the business, the revision; what was said by both,
  // the state, the end.
  expect(sent.length).toBeLessThanOrEqual(12)
})
