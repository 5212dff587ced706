import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

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

describe('A reader of English in a German salon', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.visit({ locale: 'en-US' })
    await page.goto(`${product.url}/app/`)
  })

  test('meets an English login without asking for it', async () => {
    await headingIs(page, 'Welcome back.')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await picture(page, 'login-en')
  })

  test('finds every place of the office under its English name', async () => {
    await page.getByRole('button', { name: /Sign in to Salon Morgenrot/ }).click()
    await headingIs(page, 'Today')
    for (const place of ['Test call', 'Calls', 'Appointments', 'Today']) {
      await page
        .getByRole('navigation', { name: 'Main navigation' })
        .getByRole('link', { name: place })
        .click()
      await headingIs(page, place)
    }
    await picture(page, 'today-en')
  })

  test('reads dates in English and on the clock of the salon', async () => {
    await page.goto(`${product.url}/app/appointments?day=2026-11-24`)
    await page.getByRole('region', { name: /^Tuesday,? 24 November$/ }).waitFor()
  })

  test('speaks English with the receptionist, and keeps the call while switching to German, without a reload', async () => {
    await page.getByRole('link', { name: 'Test call' }).click()
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await page.getByRole('textbox', { name: 'Your message' }).waitFor()
    await page.getByRole('button', { name: /^I would like to book an appointment: / }).click()
    await expect.poll(() => page.getByRole('log').textContent()).toMatch(/an AI.*\?/s)
    await page.evaluate('window.sameDocument = true')
    await page.getByRole('button', { name: /Account and appearance/ }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await headingIs(page, 'Testanruf')
    expect(await page.getByRole('log', { name: 'Gespräch' }).textContent()).toContain('an AI')
    expect(await page.evaluate('window.sameDocument === true')).toBe(true)
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.title()).toContain('Testanruf')
  })

  test('finds the chosen language again after a reload, against what the browser prefers', async () => {
    await page.goto(`${product.url}/app/calls`)
    await headingIs(page, 'Anrufe')
  })
})

test('a browser that speaks neither language reads the one of the business', async () => {
  const page = await browser.visit({ locale: 'fr-FR' })
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await headingIs(page, 'Heute')
})

test('on a phone the language changes at the login with one tap', async () => {
  const page = await browser.visit({ viewport: PHONE })
  await page.goto(`${product.url}/app/login`)
  await headingIs(page, 'Willkommen zurück.')
  await page.getByRole('button', { name: 'English' }).click()
  await headingIs(page, 'Welcome back.')
  expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
})

test('no page reported an error on the way', () => {
  expect(browser.problems).toEqual([])
})

async function headingIs(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}
