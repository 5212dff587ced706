import { createHmac } from 'node:crypto'
import { symmetric } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMIT_RULES } from '../../src/platform/limits/limits.ts'
import { RETELL_KEY } from '../support/test-config.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A hundredth of every limit: 1 login, 10 open requests, 5 of strangers, 60 of a key, 2 of a call. */
const FACTOR = 0.01
const MOST_TRIES = 400

let product: TestProduct
beforeAll(async () => {
  product = await startProduct({
    config: { limitFactor: FACTOR },
    web: true,
  })
})
afterAll(() => product.stop())

let networks = 0
/** An address that nobody has come from yet. */
const newAddress = (): string => `2001:db8:${(++networks).toString(16)}::7`

type Refused = { readonly before: number; readonly answer: Response; readonly problem: Json }

/** Asks until the answer is 429; says how many other answers came before. */
async function untilRefused(ask: () => Promise<Response>): Promise<Refused> {
  for (let before = 0; before < MOST_TRIES; before++) {
    const answer = await ask()
    if (answer.status === 429) return { before, answer, problem: await answer.json() }
    await answer.body?.cancel()
  }
  throw new Error(`${MOST_TRIES} requests were not too many.`)
}

function expectRefusal({ answer, problem }: Refused): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const seconds = Number(answer.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(problem).toMatchObject({
    type: '/errors/platform/too-many-requests',
    status: 429,
    retry_after: seconds,
    instance: answer.headers.get('x-request-id'),
  })
}

/** Doors for machines and browsers that come from elsewhere. */
const OF_OTHERS = [
  'POST /webhooks/calcom/:connection',
  'POST /webhooks/google/:connection',
  'POST /webhooks/microsoft/:connection',
  'POST /webhooks/retell/:connection',
  'GET /oauth/:provider/callback',
  'GET /calendars/feeds/:file',
]

const pathOf = (url: string): string =>
  product.url + url.replaceAll(/:(\w+)|\*/g, (_all, name) => (name ? 'unknown' : 'index.html'))

describe('Whoever brings nothing', () => {
  test('is refused at every address of the product after so many requests', async () => {
    const routes = product.http.declaredRoutes
    expect(routes.length).toBeGreaterThan(100)
    const written = routes.map(({ method, url }) => `${method} ${url}`)
    expect(written).toEqual(expect.arrayContaining(OF_OTHERS))
    const refusals = await Promise.all(
      routes.map(async ({ method, url, access }) => {
        const headers = {
          'x-forwarded-for': newAddress(),
          'content-type': 'application/json',
        }
        const body = ['GET', 'HEAD', 'DELETE'].includes(method) ? null : '{}'
        const address = pathOf(url)
        const ask = () => fetch(address, { method, headers, body, redirect: 'manual' })
        return { route: `${method} ${url}`, access, method, ...(await untilRefused(ask)) }
      }),
    )
    for (const refused of refusals) expectRefusal(refused)
    const few = refusals.filter(({ access, method }) => access.kind === 'public' && method !== 'GET')
    expect(few.map(({ route, before }) => [route, before])).toEqual(few.map(({ route }) => [route, 1]))
  }, 60_000)

  test('is refused at addresses that do not exist', async () => {
    const headers = { 'x-forwarded-for': newAddress() }
    const refused = await untilRefused(() => fetch(`${product.url}/wp-login.php`, { headers }))
    expect(refused.before).toBe(LIMIT_RULES.stranger.burst * FACTOR)
    expectRefusal(refused)
  })

  test('is counted by the network of an IPv6 address, and takes nothing from another', async () => {
    const network = newAddress().replace('::7', '')
    let host = 0
    const ask = (address: string) =>
      fetch(`${product.url}/api/v1/services`, { headers: { 'x-forwarded-for': address } })
    const refused = await untilRefused(() => ask(`${network}:0:0:${++host}:0:1`))
    expectRefusal(refused)
    expect((await ask(newAddress())).status).toBe(401)
  })
})

describe('A key', () => {
  test('is refused after so many requests, and another key of the business is not', async () => {
    const { key } = await product.app.modules.identity.createApiKey({
      tenantId: await product.tenantId('garage'),
      scopes: ['all'],
      name: 'one more',
    })
    const ask = (bearer: string) =>
      fetch(`${product.url}/api/v1/settings`, { headers: { authorization: `Bearer ${bearer}` } })
    expectRefusal(await untilRefused(() => ask(product.keys.garage)))
    expect((await ask(key)).status).toBe(200)
    expect((await ask(product.keys.practice)).status).toBe(200)
  })

  test('is told how long to wait, and that is enough', async () => {
    const ask = () =>
      fetch(`${product.url}/api/v1/settings`, {
        headers: { authorization: `Bearer ${product.keys.consultants}` },
      })
    const { answer } = await untilRefused(ask)
    await new Promise(waited => setTimeout(waited, Number(answer.headers.get('retry-after')) * 1000))
    expect((await ask()).status).toBe(200)
  })
})

describe('On the telephone (failure 13)', () => {
  const numbers = { salon: '+493023125001', practice: '+493023125002' }
  const callOf = (id: string, business: keyof typeof numbers) => ({
    call_id: id,
    call_type: 'phone_call',
    direction: 'inbound',
    from_number: '+491713920017',
    to_number: numbers[business],
  })
  const send = async (path: string, content: unknown): Promise<Response> => {
    const body = JSON.stringify(content)
    const signature = await symmetric.sign(body, RETELL_KEY, Date.now())
    return await fetch(product.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-retell-signature': signature },
      body,
    })
  }
  const tool = (id: string, business: keyof typeof numbers) =>
    send('/voice/retell/default/tools', { name: 'get_context', args: {}, call: callOf(id, business) })
  const event = (id: string, business: keyof typeof numbers) =>
    send('/webhooks/retell/default', { event: 'call_started', call: callOf(id, business) })

  test('a call gone wild is refused with a sentence to speak, the next call from the same address is not', async () => {
    const refused = await untilRefused(() => tool('call_wild', 'salon'))
    expectRefusal(refused)
    expect(refused.problem.say.de).toMatch(/Moment/)
    expect((await tool('call_calm', 'salon')).status).toBe(200)
  })

  test('one busy business does not take the place of another on the same line', async () => {
    let calls = 0
    const refused = await untilRefused(() => tool(`call_busy_${++calls}`, 'salon'))
    expectRefusal(refused)
    expect((await tool('call_other_business', 'practice')).status).toBe(200)
  })

  test('events of one call are refused after so many, those of the next call are not', async () => {
    const refused = await untilRefused(() => event('call_repeated', 'salon'))
    expect(refused.before).toBe(LIMIT_RULES['call-events'].burst * FACTOR)
    expectRefusal(refused)
    expect((await event('call_once', 'salon')).status).toBe(204)
  })
})

describe('Calendars elsewhere', () => {
  const connect = async (secret: string): Promise<string> => {
    const { status, body } = await product.post('/api/v1/calendar-connections', product.keys.practice, {
      ...{ provider: 'calcom', name: 'Cal.com' },
      secrets: [
        { name: 'kind', value: 'api_key' },
        { name: 'apiKey', value: 'cal_test_0123456789' },
        { name: 'webhookSecret', value: secret },
      ],
    })
    expect([status, body]).toEqual([201, expect.anything()])
    return body.id
  }
  const tell = async (connection: string, secret: string): Promise<Response> => {
    const body = JSON.stringify({ triggerEvent: 'PING', createdAt: crypto.randomUUID() })
    return await fetch(`${product.url}/webhooks/calcom/${connection}`, {
      method: 'POST',
      headers: { 'x-cal-signature-256': createHmac('sha256', secret).update(body).digest('hex') },
      body,
    })
  }

  test('what one connection tells under a good signature is refused after so many, another’s is not', async () => {
    const [busy, calm] = [await connect('secret-of-the-busy-one'), await connect('secret-of-the-calm-one')]
    const refused = await untilRefused(() => tell(busy, 'secret-of-the-busy-one'))
    expect(refused.before).toBeGreaterThanOrEqual(LIMIT_RULES['calendar-events'].burst * FACTOR)
    expectRefusal(refused)
    expect((await tell(calm, 'secret-of-the-calm-one')).status).toBe(204)
  })
})
