import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  product = await startProduct()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  page = await browser.newPage()
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('The page of the API', () => {
  test('shows its routes by topic, and what each can answer', async () => {
    await page.goto(`${product.url}/api/docs/`)
    await page.locator('#operations-tag-appointments').click()
    await page.getByText('/api/v1/appointments/{id}').first().click()
    await page.getByText('There is no such appointment.').first().waitFor()
  })

  test('breaks no rule of the content security policy', () => {
    expect(problems).toEqual([])
  })
})
