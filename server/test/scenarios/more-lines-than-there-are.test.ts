import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** As many as one connection may have. */
const MOST_LINES = 400
let product: TestProduct
const lines: WebSocket[] = []
beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
})
afterAll(async () => {
  for (const line of lines) line.terminate()
  await product.stop()
})

function dial(url: string, callId: string): WebSocket {
  const line = new WebSocket(`${url}/${callId}`)
  lines.push(line)
  line.on('error', () => undefined)
  return line
}

test('a call beyond the last line finds one that broke, which Retell dials again, and no code that ends it', async () => {
  const url = (await product.app.modules.voice.lineUrl(product.url, 'default')) ?? ''
  for (let begun = 0; begun < MOST_LINES; begun += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => once(dial(url, `call_full_${begun + index}`), 'message')),
    )
  const last = dial(url, 'call_beyond')
  const [code] = (await once(last, 'close')) as [number]
  expect(code).toBe(1006)
  // Whoever had a line may dial it anew.
  const [first] = (await once(dial(url, 'call_full_0'), 'message')) as [Buffer]
  expect(JSON.parse(first.toString())).toMatchObject({ response_type: 'config' })
})
