import type { Json } from './test-product.ts'

export type Sent = { readonly status: number; readonly body: Json; readonly headers: Headers }

/** One request of the API, as a client sends it. */
export async function send(
  url: string,
  request: {
    method: string
    path: string
    key: string
    body?: unknown
    headers?: Record<string, string> | undefined
  },
): Promise<Sent> {
  const { method, path, key, body, headers = {} } = request
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
}
