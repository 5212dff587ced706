import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../../../test/support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

describe('An address that cannot be read', () => {
  test.each(['/api/v1/calls/%', '/api/v1/calls/%ff', `/api/v1/calls/${'z'.repeat(600)}`])(
    '%.24s is a problem like any other',
    async path => {
      const answer = await fetch(product.url + path)
      const problem = (await answer.json()) as { type: string; instance: string }
      expect([answer.status, problem.type]).toEqual([400, '/errors/platform/invalid-request'])
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(answer.headers.get('x-request-id')).toBe(problem.instance)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    },
  )
})

/** What comes back for these bytes, until the server closes. */
async function answerToBytes(request: string): Promise<string> {
  const socket = connect(Number(new URL(product.url).port), '127.0.0.1')
  socket.end(request)
  return await text(socket)
}

test('A request without a Host is a problem like any other', async () => {
  const answer = await answerToBytes('GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('application/problem+json')
  expect(answer).toContain('"detail":"The request has no Host header."')
  expect(await answerToBytes('GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
})

describe('The description of the API', () => {
  test('names for every route what is answered before any route is asked', async () => {
    const { paths } = (await (await fetch(`${product.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    for (const methods of Object.values(paths))
      for (const [method, { responses }] of Object.entries(methods)) {
        expect(Object.keys(responses)).toContain('400')
        if (method !== 'get') expect(Object.keys(responses)).toEqual(expect.arrayContaining(['413', '415']))
      }
    expect(Object.keys(paths['/api/v1/appointments']?.post?.responses ?? {})).toContain('422')
    expect(Object.keys(paths['/api/v1/services']?.get?.responses ?? {})).toEqual(
      expect.arrayContaining(['401', '403']),
    )
  })
})
