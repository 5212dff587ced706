import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

/** What the office may load of script until its first screen stands, compressed. */
const MOST_BYTES = 350_000

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true, worker: 'none' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('The office loads at most 350 kB of script for its first screen', async () => {
  const page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
  const loaded = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter(name => /\\.js$/.test(name))`,
  )) as string[]
  let bytes = 0
  for (const address of new Set(loaded))
    bytes += gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length
  expect(loaded.length).toBeGreaterThan(2)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})
