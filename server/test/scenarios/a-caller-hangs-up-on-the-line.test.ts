import { sign } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phoneLine } from '../support/phone-line.ts'
import { RETELL_KEY } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
const CALLER = '+491713920017'
const CALL = 'call_line_hung_up'
let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

async function tell(event: 'call_ended' | 'call_analyzed'): Promise<void> {
  const now = Date.now()
  const body = JSON.stringify({
    event,
    call: {
      ...{ call_id: CALL, agent_id: 'agent_1', agent_version: 1, call_status: 'ended' },
      ...{ call_type: 'phone_call', direction: 'inbound', from_number: CALLER, to_number: SALON },
      ...{ start_timestamp: now - 30_000, end_timestamp: now, disconnection_reason: 'user_hangup' },
    },
  })
  const response = await fetch(`${product.url}/webhooks/retell/default`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-retell-signature': await sign(body, RETELL_KEY) },
    body,
  })
  expect(response.status).toBe(204)
  await product.settled()
}

const wishes = () =>
  product.database.query(
    `select wish.wanted_when, wish.name from wish join call on call.id = wish.call_id
     where call.provider_call_id = $1`,
    [CALL],
  )

test('what was asked for and not taken is a wish, once, however often the end is told', async () => {
  const line = await phoneLine(() => product).dial({ from: CALLER, to: SALON, callId: CALL })
  await line.greeting()
  const offer = await line.say('Guten Tag, hier ist Nora Blum, einen Herrenschnitt am Freitag bitte.')
  expect(offer.content).toContain('Freitag')
  line.hangUp()
  expect(await wishes()).toEqual([])
  await tell('call_ended')
  const noted = [{ wanted_when: expect.stringContaining('Freitag'), name: 'Nora Blum' }]
  expect(await wishes()).toEqual(noted)
  await tell('call_analyzed')
  expect(await wishes()).toEqual(noted)
})
