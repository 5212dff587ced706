import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const clock = fixedClock('2099-11-24T09:00:00+01:00')
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

async function book(call: ReturnType<typeof phoneCall>, name: string): Promise<Json> {
  const { body: found } = await call.tool('find_slots', { service: 'Föhnen', when: 'kommende Woche' })
  return (await call.tool('book_appointment', { token: found.slots[0].token, name, email: '' })).body
}

test('ten callers without number and address all get their appointment (failure 80)', async () => {
  const surnames = 'Albers Brandt Clausen Detlefs Ebert Falk Gerken Hansen Ihde Jessen'.split(' ')
  for (const surname of surnames) {
    const call = phoneCall(product, { id: `call_nobody_${surname}`, from: null, clock })
    expect(await book(call, `Hanne ${surname}`)).toMatchObject({ status: 'booked' })
  }
})

test('a number is nobody’s in another business, and one that ends alike is another one (failure 81)', async () => {
  const known = { name: 'Petra Lindner', phones: ['+493023125321'] }
  expect((await product.post('/api/v1/customers', product.keys.salon, known)).status).toBe(201)
  const callers: readonly [to: string, from: string, caller: string][] = [
    ['+493023125001', '+493023125321', 'known'],
    ['+493023125002', '+493023125321', 'unknown'],
    ['+493023125001', '+4940323125321', 'unknown'],
  ]
  for (const [index, [to, from, caller]] of callers.entries()) {
    const call = phoneCall(product, { id: `call_alike_${index}`, to, from, clock })
    expect((await call.tool('get_context', {})).body).toMatchObject({ caller })
  }
})
