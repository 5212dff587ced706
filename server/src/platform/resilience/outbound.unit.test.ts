import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { ProviderError } from '../errors/provider-error.ts'
import { createOutbound, type Outbound, type OutboundParts, type OutboundRecord } from './outbound.ts'
import type { Policy } from './policy.ts'

const open: Array<() => Promise<unknown> | unknown> = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** A provider that answers as told and counts who asks. */
async function provider(answer: Answer): Promise<{ url: string; asked: IncomingMessage[]; server: Server }> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response, asked.length)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server }
}

function client(policy: Partial<Policy> = {}, parts: OutboundParts = {}): Outbound {
  const outbound = createOutbound(parts)
  outbound.setPolicy('test', policy)
  open.push(() => outbound.close())
  return outbound
}

const ask = { provider: 'test', operation: 'ask' } as const
const status = (code: number, headers: Record<string, string> = {}): Answer => {
  return (_request, response) => response.writeHead(code, headers).end('{"ok":true}')
}
const thenOk =
  (first: Answer): Answer =>
  (request, response, count) =>
    (count === 1 ? first : status(200))(request, response, count)

async function failure(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => new Error('It succeeded.'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProviderError)) throw error
  return error
}

describe('A request', () => {
  test('brings JSON there and back', async () => {
    let body = ''
    const { url, asked } = await provider((request, response) => {
      request.on('data', part => {
        body += String(part)
      })
      request.on('end', () => response.end('{"answer":42}'))
    })
    expect(await client().sendJson({ ...ask, url, json: { question: 6 } })).toEqual({ answer: 42 })
    expect(asked[0]).toMatchObject({ method: 'POST' })
    expect(JSON.parse(body)).toEqual({ question: 6 })
  })

  test('of reading is repeated after an error of the provider', async () => {
    const { url, asked } = await provider(thenOk(status(503)))
    expect(await client().sendJson({ ...ask, url })).toEqual({ ok: true })
    expect(asked).toHaveLength(2)
  })

  test('that creates is not repeated when it may have arrived', async () => {
    const { url, asked } = await provider(status(503))
    expect(await failure(client().sendJson({ ...ask, url, json: {} }))).toMatchObject({
      status: 503,
      retryable: true,
    })
    expect(asked).toHaveLength(1)
  })

  test('that creates is repeated when whoever asks says that it is safe', async () => {
    const { url, asked } = await provider(thenOk(status(500)))
    await client().sendJson({ ...ask, url, json: {}, repeat: 'safe' })
    expect(asked).toHaveLength(2)
  })

  test('that creates is repeated when it certainly never arrived', async () => {
    const { url, server } = await provider(status(200))
    await new Promise(resolve => server.close(resolve))
    const records: OutboundRecord[] = []
    const outbound = client({ attempts: 3 }, { record: record => records.push(record) })
    await failure(outbound.sendJson({ ...ask, url, json: {} }))
    expect(records).toMatchObject([{ attempts: 3, outcome: 'failed', status: null }])
  })

  test('that is refused is not repeated', async () => {
    const { url, asked } = await provider(status(422))
    expect(await failure(client().sendJson({ ...ask, url }))).toMatchObject({
      status: 422,
      retryable: false,
    })
    expect(asked).toHaveLength(1)
  })

  test('waits as long as Retry-After wishes', async () => {
    const times: number[] = []
    const { url } = await provider((request, response, count) => {
      times.push(performance.now())
      thenOk(status(429, { 'retry-after': '1' }))(request, response, count)
    })
    await client().sendJson({ ...ask, url, json: {} })
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  test('hands a long wish of Retry-After to whoever asked', async () => {
    const { url, asked } = await provider(status(429, { 'retry-after': '8' }))
    expect(await failure(client().sendJson({ ...ask, url }))).toMatchObject({
      status: 429,
      retryable: true,
      retryAfterMs: 8000,
    })
    expect(asked).toHaveLength(1)
  })

  test('ends when the provider is silent', async () => {
    const { url } = await provider(() => {})
    const begun = performance.now()
    const outbound = client({ attemptMs: 100, attempts: 1 })
    expect(await failure(outbound.sendJson({ ...ask, url }))).toMatchObject({ retryable: true, status: null })
    expect(performance.now() - begun).toBeLessThan(1500)
  })

  test('ends when the provider never finishes its answer', async () => {
    const { url } = await provider((_request, response) => response.writeHead(200).write('{"o'))
    const outbound = client({ attemptMs: 100, attempts: 1 })
    expect(await failure(outbound.sendJson({ ...ask, url }))).toMatchObject({ retryable: true })
  })

  test('takes no longer in all than it may, however often it is repeated', async () => {
    const { url } = await provider(status(500))
    const begun = performance.now()
    await failure(client({ attempts: 1000, opensAfter: 10_000 }).sendJson({ ...ask, url, timeoutMs: 300 }))
    expect(performance.now() - begun).toBeLessThan(1500)
  })

  test('does not take more than it can carry', async () => {
    const { url } = await provider((_request, response) => response.end('x'.repeat(3000)))
    const outbound = client({ mostBytes: 1000 })
    expect((await failure(outbound.request({ ...ask, url }))).message).toMatch(/more than 1000 bytes/)
  })

  test('does not follow a redirect', async () => {
    const other = await provider(status(200))
    const { url } = await provider(status(302, { location: other.url }))
    expect(await failure(client().request({ ...ask, url }))).toMatchObject({ status: 302, retryable: false })
    expect(other.asked).toEqual([])
  })

  test('gets statuses as answers that it expects', async () => {
    const { url } = await provider(status(404))
    expect(await client().request({ ...ask, url, expect: [404] })).toMatchObject({ status: 404 })
  })

  test('has failed when a "200" means an error (failure 21)', async () => {
    const { url } = await provider(status(200))
    const accept = () => ({ problem: 'the body says error', retryable: false })
    expect(await failure(client().request({ ...ask, url, accept }))).toMatchObject({
      status: 200,
      retryable: false,
    })
  })

  test('says in its error where it failed, and nothing of address or body', async () => {
    const { url } = await provider(status(500))
    const error = await failure(
      client({ attempts: 1 }).sendJson({ ...ask, url: `${url}/?key=geheim`, json: 1 }),
    )
    expect(error.message).toBe('test answered 500.')
  })

  test('is not JSON, and that is said', async () => {
    const { url } = await provider((_request, response) => response.end('<html>'))
    expect(await failure(client().sendJson({ ...ask, url }))).toMatchObject({ retryable: false })
  })
})

describe('A breaker', () => {
  test('opens after outages in a row, refuses at once, and closes when the provider is back', async () => {
    let broken = true
    const { url, asked } = await provider((request, response, count) =>
      status(broken ? 500 : 200)(request, response, count),
    )
    const outbound = client({ attempts: 1, opensAfter: 3, staysOpenMs: 100 })
    for (let count = 0; count < 3; count += 1) await failure(outbound.request({ ...ask, url }))
    expect(outbound.breakerOf('test')).toBe('open')
    expect(await failure(outbound.request({ ...ask, url }))).toMatchObject({ retryable: true, status: null })
    expect(asked).toHaveLength(3)
    broken = false
    await expect
      .poll(() => outbound.request({ ...ask, url }).catch(() => null))
      .toMatchObject({ status: 200 })
    expect(outbound.breakerOf('test')).toBe('closed')
  })

  test.each([404, 422, 429])('does not count %i, which a provider that works answers', async code => {
    const { url } = await provider(status(code))
    const outbound = client({ attempts: 1, opensAfter: 2 })
    for (let count = 0; count < 5; count += 1) await failure(outbound.request({ ...ask, url }))
    expect(outbound.breakerOf('test')).toBe('closed')
  })

  test('of one connection leaves the others alone', async () => {
    const broken = await provider(status(500))
    const fine = await provider(status(200))
    const outbound = client({ attempts: 1, opensAfter: 1 })
    await failure(outbound.request({ ...ask, connection: 'a', url: broken.url }))
    expect(await outbound.request({ ...ask, connection: 'b', url: fine.url })).toMatchObject({ status: 200 })
    expect(outbound.breakers()).toEqual([{ provider: 'test', state: 'open' }])
  })
})

describe('Places', () => {
  /** Answers only when told to. */
  async function heldProvider() {
    const held: ServerResponse[] = []
    const made = await provider((_request, response) => held.push(response))
    return { ...made, held }
  }

  test('are limited for each provider, and who comes too late is told at once', async () => {
    const { url, held } = await heldProvider()
    const outbound = client({ atOnce: 2, waiting: 1 })
    const three = [1, 2, 3].map(() => outbound.request({ ...ask, url }))
    await expect.poll(() => held.length).toBe(2)
    expect(await failure(outbound.request({ ...ask, url, method: 'POST' }))).toMatchObject({
      retryable: true,
    })
    held[0]?.end()
    await expect.poll(() => held.length).toBe(3)
    for (const response of held) response.end()
    await Promise.all(three)
  })

  test('are not all taken by one tenant', async () => {
    const { url, held } = await heldProvider()
    const outbound = client({ atOnce: 3, atOncePerTenant: 2 })
    const many = Array.from({ length: 10 }, () => outbound.request({ ...ask, url, tenantId: 'busy' }))
    await expect.poll(() => held.length).toBe(2)
    const other = outbound.request({ ...ask, url, tenantId: 'calm', headers: { who: 'calm' } })
    await expect.poll(() => held.map(response => response.req.headers.who)).toContain('calm')
    const answering = setInterval(() => {
      for (const response of held) response.end()
    }, 5)
    await Promise.all([...many, other]).finally(() => clearInterval(answering))
  })
})

describe('Work of another protocol', () => {
  test('ends in time, also when it does not listen', async () => {
    const outbound = client({ attemptMs: 50 })
    expect(await failure(outbound.run(ask, () => new Promise(() => {})))).toMatchObject({ retryable: true })
  })

  test('is done once unless its repeat is harmless', async () => {
    let count = 0
    const work = async (): Promise<void> => {
      count += 1
      throw new ProviderError({ ...ask, retryable: true, message: 'later' })
    }
    await failure(client().run(ask, work))
    expect(count).toBe(1)
    await failure(client().run({ ...ask, repeat: 'safe' }, work))
    expect(count).toBe(4)
  })

  test('with a bug of ours shows the bug, and blames no provider', async () => {
    const outbound = client({ opensAfter: 1 })
    const bug = async (): Promise<void> => {
      throw new TypeError('our own')
    }
    await expect(outbound.run(ask, bug)).rejects.toThrow('our own')
    expect(outbound.breakerOf('test')).toBe('closed')
  })
})

test('a product that stops waits for no repeat', async () => {
  const { url } = await provider(status(503, { 'retry-after': '4' }))
  const outbound = client()
  const begun = performance.now()
  const asking = failure(outbound.request({ ...ask, url }))
  setTimeout(() => outbound.stop(), 50)
  expect(await asking).toMatchObject({ status: 503 })
  expect(performance.now() - begun).toBeLessThan(2000)
})

describe('An address that a tenant gave', () => {
  test('is not reached when its name leads inside at the second look (DNS rebinding)', async () => {
    const inside = await provider(status(200))
    const port = Number(new URL(inside.url).port)
    const answers = [['93.184.215.14'], ['127.0.0.1']]
    const resolve = async () => answers.shift() ?? ['127.0.0.1']
    const outbound = client({ attempts: 1 }, { resolve })
    const address = await outbound.toTenantAddress('https://rebinding.example.org/')
    if (address.kind !== 'ok') throw new Error('refused too early')
    const error = await failure(
      outbound.request({ ...ask, url: { ...address, url: `http://rebinding.example.org:${port}/` } }),
    )
    expect(error).toMatchObject({ retryable: false })
    expect(error.message).toMatch(/not public/)
    expect(inside.asked).toEqual([])
  })

  test('is connected to by the answer that was checked, and no other', async () => {
    const inside = await provider(status(200))
    const origin = `http://hooks.example.org:${new URL(inside.url).port}`
    let looks = 0
    const resolve = async () => {
      looks += 1
      return ['127.0.0.1']
    }
    const outbound = client({}, { resolve, allowedOrigins: [origin] })
    const address = await outbound.toTenantAddress(`${origin}/take`)
    if (address.kind !== 'ok') throw new Error('refused')
    expect(await outbound.request({ ...ask, url: address })).toMatchObject({ status: 200 })
    expect(inside.asked[0]?.headers.host).toBe(new URL(origin).host)
    expect(looks).toBe(1)
  })

  test('does not take a way around over a redirect', async () => {
    const inside = await provider(status(200))
    const hooks = await provider(status(307, { location: inside.url }))
    const outbound = client({}, { allowedOrigins: [hooks.url] })
    const address = await outbound.toTenantAddress(hooks.url)
    if (address.kind !== 'ok') throw new Error('refused')
    expect(await failure(outbound.request({ ...ask, url: address }))).toMatchObject({ status: 307 })
    expect(inside.asked).toEqual([])
  })
})
