import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_SCRIPT } from './play-test-call.ts'
import { type RetellSimulator, startRetell } from './start-retell.ts'
import { startTestProduct, TEST_KEY, type TestProduct } from './test-product.ts'

let retell: RetellSimulator
let product: TestProduct

beforeAll(async () => {
  product = await startTestProduct()
  retell = await startRetell({ retryDelaysMs: [1, 1, 1] })
  const target = { productUrl: `${product.url}/`, connection: 'default', apiKey: TEST_KEY }
  expect(await control('POST', '/_control/calls', { script: TEST_SCRIPT })).toMatchObject({ status: 409 })
  expect(await control('PUT', '/_control/target', target)).toEqual({ status: 204, body: null })
})
afterAll(async () => {
  await retell.close()
  await product[Symbol.asyncDispose]()
})

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(retell.url + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

test('the target is shown without its key', async () => {
  expect(await control('GET', '/_control/target')).toEqual({
    status: 200,
    body: { productUrl: `${product.url}/`, connection: 'default' },
  })
})

test('recordings are listed with what one needs to choose', async () => {
  const { body } = await control('GET', '/_control/recordings')
  expect(body.items).toContainEqual({
    id: 'salon-herrenschnitt',
    title: 'Herrenschnitt am kommenden Dienstag',
    description: expect.any(String),
    to: '+493023125001',
  })
})

describe('placing a call', () => {
  test('it is answered at once, and waiting for it gives the full log', async () => {
    const placed = await control('POST', '/_control/calls', { script: TEST_SCRIPT })
    expect(placed).toEqual({ status: 202, body: { call_id: expect.stringMatching(/^call_/) } })
    const { body } = await control('GET', `/_control/calls/${placed.body.call_id}/wait`)
    expect(body).toMatchObject({ state: 'done', call_id: placed.body.call_id })
    expect(body.exchanges[2]).toMatchObject({
      kind: 'tools',
      name: 'find_slots',
      url: `${product.url}/voice/retell/default/tools`,
      status: 200,
      took_ms: expect.any(Number),
      request: { name: 'find_slots', args: { when: 'Dienstag' } },
      response: { status: 'free' },
    })
    expect(await control('GET', `/_control/calls/${placed.body.call_id}`)).toEqual({ status: 200, body })
  })

  test('the newest call is the first of the list', async () => {
    await retell.playCall({ script: TEST_SCRIPT })
    const newest = await retell.playCall({ script: TEST_SCRIPT })
    const { body } = await control('GET', '/_control/calls')
    expect(body.items[0]).toMatchObject({ call_id: newest.call_id, exchanges: 6 })
  })

  test.each([
    ['an unknown recording', { recording: 'nobody' }, 404, 'nobody'],
    ['neither recording nor script', {}, 400, 'either'],
    ['both', { recording: 'salon-herrenschnitt', script: TEST_SCRIPT }, 400, 'either'],
    ['an unknown fault', { recording: 'salon-herrenschnitt', faults: { slow: true } }, 400, 'slow'],
    ['an unknown step', { script: { ...TEST_SCRIPT, steps: [{ sing: 'la' }] } }, 400, 'steps'],
  ])('%s is refused', async (_what, request, status, word) => {
    const answer = await control('POST', '/_control/calls', request)
    expect(answer).toEqual({ status, body: { error: expect.stringContaining(word) } })
  })

  test('a call that was never placed is not found', async () => {
    expect(await control('GET', '/_control/calls/call_0/wait')).toMatchObject({ status: 404 })
  })
})

describe('one raw request', () => {
  const tool = { name: 'get_context', args: {}, call: { call_id: 'call_0' } }
  const request = (more: object) =>
    control('POST', '/_control/requests', { kind: 'tools', body: tool, ...more })

  test('the product’s answer comes back with status and body', async () => {
    expect(await request({})).toEqual({
      status: 200,
      body: {
        status: 200,
        took_ms: expect.any(Number),
        body: { status: 'ok', say: 'Antwort von get_context.' },
      },
    })
  })

  test.each(['wrong_key', 'none', 'stale', 'reserialised'])('signed %s, it is refused', async sign => {
    expect(await request({ sign })).toMatchObject({ body: { status: 401 } })
  })

  test('another key is another signature', async () => {
    expect(await request({ key: 'key_of_the_practice' })).toMatchObject({ body: { status: 401 } })
  })

  test('another connection is another path', async () => {
    await request({ connection: 'praxis', kind: 'webhook' })
    expect(product.accepted.at(-1)?.path).toBe('/webhooks/retell/praxis')
  })

  test('a text is sent byte for byte', async () => {
    const body = '{ "name": "get_context",  "args": {} }'
    await request({ body })
    expect(product.accepted.at(-1)?.raw).toBe(body)
  })

  test('a megabyte can be composed and sent', async () => {
    await request({ body: { ...tool, filler: 'ü'.repeat(1_000_000) } })
    expect(product.accepted.at(-1)?.raw.length).toBeGreaterThan(1_000_000)
  })

  test('a product that is not there is a 502', async () => {
    await using lonely = await startRetell({ target: { productUrl: 'http://127.0.0.1:9', apiKey: 'k' } })
    const answer = await fetch(`${lonely.url}/_control/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'inbound', body: {} }),
    })
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('the product did not answer') })
  })
})

test('closing breaks off a running call', async () => {
  const quitting = await startRetell({ target: { productUrl: product.url, apiKey: TEST_KEY } })
  const callId = quitting.placeCall({ recording: 'salon-herrenschnitt', pace: 'natural' })
  const call = quitting.call(callId)
  expect(call.state).toBe('running')
  await quitting.close()
  expect(call).toMatchObject({ state: 'failed', problem: 'broken off' })
})
