import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let document: Json

beforeAll(async () => {
  product = await startProduct()
  document = await (await fetch(`${product.url}/api/openapi.json`)).json()
})
afterAll(() => product.stop())

const operations = (): Array<[string, Json]> =>
  Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]): [string, Json] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )

/** Every description of an object in this one. */
function objectsIn(schema: Json): Json[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inside = Object.values<Json>(schema).flatMap(objectsIn)
  return schema.type === 'object' ? [schema, ...inside] : inside
}

/** Their answers are secrets: a stored one would keep them. */
const SECRETS = new Set([
  'POST /api/v1/api-keys',
  'POST /api/v1/api-keys/{id}/rotate',
  'POST /api/v1/calendar-feeds',
  // The link, where no e-mail can be sent.
  'POST /api/v1/invitations',
])

describe('The description of the API', () => {
  test('is OpenAPI 3.1 and has every route under /api/v1', () => {
    expect(document.openapi).toBe('3.1.0')
    const declared = product.http.declaredRoutes
      .filter(({ url }) => url.startsWith('/api/v1/'))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(
      operations()
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(declared.toSorted())
  })

  test('names the types behind every failing status, and one success at least', () => {
    for (const [name, { responses }] of operations()) {
      const statuses = Object.keys(responses)
      expect([name, statuses.filter(status => status < '400').length]).not.toEqual([name, 0])
      for (const status of statuses.filter(candidate => candidate >= '400')) {
        const schema = responses[status].content['application/problem+json'].schema
        expect(schema.allOf[1].properties.type.enum.length, `${name} ${status}`).toBeGreaterThan(0)
      }
    }
  })

  test('allows in the body of a request only the fields it names, however deep', () => {
    const bodies = operations().filter(([, { requestBody }]) => requestBody !== undefined)
    expect(bodies.length).toBeGreaterThan(10)
    for (const [name, { requestBody }] of bodies)
      for (const schema of objectsIn(requestBody))
        expect([name, schema]).toEqual([name, expect.objectContaining({ additionalProperties: false })])
  })

  test('says of every route that needs a tenant what happens without one', () => {
    const guarded = product.http.declaredRoutes.filter(
      ({ url, access }) => access.kind === 'tenant' && url.startsWith('/api/v1/'),
    )
    for (const { method, url } of guarded) {
      const operation = document.paths[url.replaceAll(/:(\w+)/g, '{$1}')][method.toLowerCase()]
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403']))
    }
  })

  test('gives every POST that creates an Idempotency-Key and its refusal', () => {
    const creating = operations().filter(
      ([name, { responses }]) => name.startsWith('POST') && '201' in responses && !SECRETS.has(name),
    )
    expect(creating.length).toBeGreaterThan(2)
    for (const [name, { parameters = [], responses }] of creating) {
      const headers = parameters.filter((parameter: Json) => parameter.in === 'header')
      expect([name, headers.map((header: Json) => header.name)]).toEqual([name, ['idempotency-key']])
      expect(JSON.stringify(responses[422])).toContain('/errors/platform/idempotency-key-reused')
      expect(responses[201].headers).toHaveProperty('Idempotency-Replayed')
    }
  })
})

describe('The page of the API', () => {
  test('comes whole from this server, under the policy of every page', async () => {
    const page = await fetch(`${product.url}/api/docs/`)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(match => match[1] ?? '')
    expect(parts.length).toBeGreaterThan(4)
    for (const part of parts) {
      const answer = await fetch(new URL(part, `${product.url}/api/docs/`))
      await answer.arrayBuffer()
      expect([part, answer.status, new URL(answer.url).origin]).toEqual([part, 200, product.url])
    }
  })

  test('has no script of its own in it', async () => {
    const html = await (await fetch(`${product.url}/api/docs/`)).text()
    expect(html.match(/<script(?![^>]*\bsrc=)/g)).toBeNull()
    expect(html).not.toMatch(/\son\w+=/)
  })

  test('reads the same description', async () => {
    const shown = await (await fetch(`${product.url}/api/docs/json`)).json()
    expect(shown).toEqual(document)
  })
})
