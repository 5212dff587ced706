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

test('What the office loads is sent as compressed as the browser understands it', async () => {
  const html = await (await fetch(`${product.url}/app/`)).text()
  const address = product.url + (/src="(\/app\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '/none')
  const plain = await (await fetch(address, { headers: { 'accept-encoding': 'identity' } })).text()
  for (const coding of ['br', 'gzip']) {
    const answer = await fetch(address, { headers: { 'accept-encoding': coding } })
    expect(answer.headers.get('content-encoding')).toBe(coding)
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
    expect(answer.headers.get('cache-control')).toMatch(/immutable/)
    expect(await answer.text()).toBe(plain)
  }
})

test('The office asks who is logged in once, and before it is there itself', async () => {
  const page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
  const asked = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      .filter(path => path === '/api/v1/session' || path.startsWith('/api/v1/calls'))`,
  )) as string[]
  expect(asked).toEqual(['/api/v1/session', '/api/v1/calls'])
  await page.close()
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
