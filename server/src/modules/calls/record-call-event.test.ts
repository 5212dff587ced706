import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../../../test/support/test-product.ts'
import { phoneCall } from '../../../test/support/tool-caller.ts'
import { type CallId, newId } from '../../platform/ids/ids.ts'
import { lockCall } from './record-call-event.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

test('a row that refers to a call is written while somebody else works on the call', async () => {
  await phoneCall(product, { id: 'call_locked' }).tool('get_context', {})
  const tenantId = await product.tenantId('salon')
  const [row] = await product.database.query<{ id: CallId }>(
    "select id from call where provider_call_id = 'call_locked'",
  )
  const insert = `insert into call_fact (tenant_id, id, call_id, kind, at) values ($1, $2, $3, 'answered', now())`
  await product.database.query("set lock_timeout = '2s'")
  await product.app.platform.db.inTenant(tenantId, async tx => {
    expect(await lockCall(tx, row?.id ?? newId<'call'>())).not.toBeNull()
    await product.database.query(insert, [tenantId, newId<'fact'>(), row?.id])
  })
})
