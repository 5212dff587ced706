import { sign } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { RETELL_KEY } from '../support/test-config.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const agent = (content: string) => ({ role: 'agent', content })
const BOOKED = agent('Ihr Termin ist gebucht.')
const CANCELLED = agent('Ihr alter Termin ist storniert.')

/** One event, processed. Of an update the woven transcript stands beside the call, as Retell sends it. */
async function tell(
  event: string,
  id: string,
  { call = {}, beside = {} }: Record<string, Json>,
): Promise<void> {
  const body = JSON.stringify({
    event,
    call: {
      ...{ call_id: id, call_type: 'phone_call', direction: 'inbound', start_timestamp: Date.now() },
      ...{ from_number: '+491713920071', to_number: SALON },
      ...call,
    },
    ...beside,
  })
  const { status } = await fetch(`${product.url}/webhooks/retell/default`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-retell-signature': await sign(body, RETELL_KEY) },
    body,
  })
  expect(status).toBe(204)
  await product.settled()
}

async function shown(id: string): Promise<Json> {
  const { body } = await product.get(`/api/v1/calls?provider_call_id=${id}`, product.keys.salon)
  return (await product.get(`/api/v1/calls/${body.items[0].id}`, product.keys.salon)).body
}

test('words that stand beside the call are kept no more than those in it', async () => {
  const woven = [agent('Ein Wort, das niemand behalten darf.')]
  await tell('transcript_updated', 'call_beside', {
    call: { transcript_object: woven },
    beside: { transcript_with_tool_calls: woven },
  })
  const rows = await product.database.query<{ body: string }>(
    "select body from inbox where event_key like 'transcript_updated/call_beside/%'",
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.body).toContain('call_beside')
  expect(rows[0]?.body).not.toContain('behalten')
})

test('words are kept no more from the moment on in which the business says so, whatever Retell still has', async () => {
  const keep = async (storing: boolean): Promise<void> => {
    const body = { store_transcripts: storing }
    await send(product.url, { method: 'PATCH', path: '/api/v1/settings', key: product.keys.salon, body })
  }
  const said = async (id: string, word: string): Promise<string> => {
    await tell('call_ended', id, { call: { transcript_object: [agent(`Ein Wort: ${word}.`)] } })
    const rows = await product.database.query<{ body: string }>(
      `select body from inbox where event_key = 'call_ended/${id}'`,
    )
    return JSON.stringify([rows, await shown(id)])
  }
  product.retell.failApi({ status: 503, times: 10_000 })
  await keep(true)
  expect(await said('call_allowed', 'Rittersporn')).toContain('Rittersporn')
  await keep(false)
  expect(await said('call_forbidden', 'Eisenhut')).not.toContain('Eisenhut')
  product.retell.mendApi()
})

describe('A claim is found', () => {
  test.each([
    [
      'beside an utterance that cannot be read',
      'call_odd',
      { call: { transcript_object: [{ role: 'transfer_target' }, BOOKED] } },
    ],
    [
      'where only the woven transcript came',
      'call_woven',
      {
        beside: {
          transcript_with_tool_calls: [{ role: 'tool_call_invocation', name: 'find_slots' }, BOOKED],
        },
      },
    ],
  ])('%s', async (_, id, parts) => {
    await tell('transcript_updated', id, parts)
    expect((await shown(id)).claims).toMatchObject([{ kind: 'booked', verdict: 'ghost' }])
  })
})

test('an update that comes late and knows less does not take back the request to call (failure 68)', async () => {
  const id = 'call_late'
  await tell('transcript_updated', id, { call: { transcript_object: [CANCELLED, BOOKED] } })
  await product.database.query(
    `insert into tool_receipt (tenant_id, call_id, tool, key, answer, created_at)
     select tenant_id, id, 'cancel_appointment', 'test', '{"status": "cancelled"}', now() from call where provider_call_id = $1`,
    [id],
  )
  await tell('transcript_updated', id, { call: { transcript_object: [CANCELLED] } })
  const { claims, callback_requests: requests } = await shown(id)
  expect(claims).toMatchObject([
    { kind: 'booked', verdict: 'ghost' },
    { kind: 'cancelled', verdict: 'proven' },
  ])
  expect(requests).toMatchObject([{ state: 'open' }])
})

test('an update that comes after the end does not shorten what was said', async () => {
  await send(product.url, {
    ...{ method: 'PATCH', path: '/api/v1/settings', key: product.keys.salon },
    body: { store_transcripts: true },
  })
  const words = [agent('Guten Tag.'), { role: 'user', content: 'Danke, falsch verbunden.' }]
  const over = {
    transcript_object: words,
    end_timestamp: Date.now() + 1000,
    disconnection_reason: 'user_hangup',
  }
  await tell('call_ended', 'call_over', { call: over })
  await tell('transcript_updated', 'call_over', { call: { transcript_object: words.slice(0, 1) } })
  expect((await shown('call_over')).transcript).toHaveLength(2)
})
