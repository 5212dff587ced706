import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE } from './open-browser.ts'

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
  const address = product.url + (/href="(\/app\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '/none')
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

test('The office asks once for who is logged in and for each list of its first screen, before it is there itself', async () => {
  const page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
  await page.getByRole('region', { name: 'Letzte Anrufe' }).waitFor()
  const asked = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name, startTime }) => [new URL(name).pathname, startTime])`,
  )) as [string, number][]
  const lists = asked.filter(([path]) => path.startsWith('/api/v1/') && path !== '/api/v1/live')
  expect(lists.map(([path]) => path).toSorted()).toEqual([
    '/api/v1/appointments',
    '/api/v1/block-collisions',
    '/api/v1/callback-requests',
    '/api/v1/calls',
    '/api/v1/jobs',
    '/api/v1/receptionist/alarms',
    '/api/v1/session',
    '/api/v1/wishes',
  ])
  // The live stream is the first that the office itself asks for.
  const [, begun] = asked.find(([path]) => path === '/api/v1/live') ?? []
  expect(lists.filter(([, at]) => begun !== undefined && at > begun)).toEqual([])
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

test.each([
  ['de-DE', 'Willkommen zurück.'],
  ['en-GB', 'Welcome back.'],
])(
  'On a phone the login of a reader of %s begins before its script is there, and nothing moves when it comes',
  async (locale, heading) => {
    const page = await browser.visit({ locale, viewport: PHONE })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route(/\/assets\/.*\.js$/, async route => {
      await released
      await route.continue()
    })
    await page.goto(`${product.url}/app/login`, { waitUntil: 'commit' })
    const early = page.locator('.before-the-login').getByText(heading)
    await early.waitFor()
    expect(await page.getByRole('heading').count()).toBe(0)
    const before = await placeOfLetters(page, '.before-the-login')
    expect(before.width).toBeGreaterThan(100)
    release()
    const title = page.getByRole('heading', { level: 1, name: heading })
    await title.waitFor()
    expect(await placeOfLetters(page, 'h1')).toEqual(before)
    expect(await early.isVisible()).toBe(false)
    await page.close()
  },
)

test('The menu of the account, fetched when it is wanted, opens by key and gives the focus back', async () => {
  const page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
  const button = page.getByRole('button', { name: /Konto und Darstellung/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Dunkel' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menuitemradio', { name: 'Dunkel' }).waitFor({ state: 'hidden' })
  await expect
    .poll(() => page.evaluate('document.activeElement.textContent'))
    .toContain('Konto und Darstellung')
  await page.close()
})

test('Who cannot be logged out is told so, by a part of the office that is fetched for it', async () => {
  const page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
  await page.route(
    ({ pathname }) => pathname === '/api/v1/session',
    route => (route.request().method() === 'DELETE' ? route.abort() : route.continue()),
  )
  await page.getByRole('button', { name: /Konto und Darstellung/ }).click()
  await page.getByRole('menuitem', { name: 'Abmelden' }).click()
  await page.getByText('Abmelden ging nicht').waitFor()
  await page.close()
})

type Place = { x: number; y: number; width: number; height: number }

/** Where the letters of what is seen of an element stand, however wide the box around them is. */
const placeOfLetters = async (page: Page, selector: string): Promise<Place> =>
  (await page.evaluate(`(() => {
    const seen = [...document.querySelectorAll('${selector}')].find(part => part.getClientRects().length > 0)
    const range = document.createRange()
    range.selectNodeContents(seen)
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x, y, width, height }
  })()`)) as Place
