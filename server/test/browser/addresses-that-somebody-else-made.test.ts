import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('A link to the login that names where to go afterwards', () => {
  test.each([
    'https://evil.example/x',
    '//evil.example/x',
    '/\\evil.example/x',
    '/\t/evil.example/x',
    'javascript:document.title="evil"',
  ])('leads to the own office and not to %j', async next => {
    const page = await browser.visit()
    await logIn(page, `/app/login?next=${encodeURIComponent(next)}`)
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
    expect(page.url()).toBe(`${product.url}/app/`)
    await page.close()
  })

  test('leads back to the page that asked for the login, with its filter', async () => {
    const page = await browser.visit()
    await logIn(page, '/app/jobs?state=dead')
    await page.getByRole('heading', { level: 1, name: 'Aufträge' }).waitFor()
    expect(page.url()).toBe(`${product.url}/app/jobs?state=dead`)
    await page.close()
  })
})

describe('Somebody who is logged in opens an address with a mistake in it', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.visit()
    await logIn(page, '/app/')
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
  })

  test.each([
    ['/app/appointments?day=2026-13-77', 'Termine'],
    ['/app/appointments?day=2026-02-31', 'Termine'],
    ['/app/jobs?state=zzz', 'Aufträge'],
    ['/app/inbox?state=zzz', 'Eingang'],
    ['/app/test-call?tab=zzz', 'Testanruf'],
  ])('%s shows its page as if the mistake were not there', async (address, title) => {
    await page.goto(product.url + address)
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('alert').allTextContents()).toEqual([])
  })
})

test('no page reported an error on the way', () => {
  expect(browser.problems).toEqual([])
})

async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(product.url + address)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
}
