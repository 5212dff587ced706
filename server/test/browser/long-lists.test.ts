import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems } from './accessibility.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

const CALLS = 130

let product: TestProduct
let browser: OpenBrowser
let page: Page
/** What the page has asked the server for since the list was cleared. */
const asked: string[] = []

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  await product.settled()
  await product.database.query(`
    insert into call
    select (jsonb_populate_record(call, jsonb_build_object(
      'id', gen_random_uuid(),
      'provider_call_id', 'copy_' || number,
      'started_at', call.started_at - make_interval(hours => number::int)
    ))).*
    from call cross join generate_series(1, ${CALLS - 1}) as number`)
  page = await browser.visit()
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await page.getByRole('link', { name: 'Anrufe', exact: true }).click()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('A salon with many calls', () => {
  test('loads them page by page, each call once', async () => {
    for (const expected of [100, CALLS]) {
      await page.getByRole('button', { name: 'Mehr laden' }).click()
      await expect.poll(rows).toBe(expected)
    }
    expect(await page.getByRole('button', { name: 'Mehr laden' }).count()).toBe(0)
  })

  test('sees a new call on top, for which the page reads its first part only', async () => {
    page.on('request', request => asked.push(new URL(request.url()).pathname + new URL(request.url()).search))
    await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
    await expect.poll(rows).toBe(CALLS + 1)
    const lists = asked.filter(address => address.startsWith('/api/v1/calls?'))
    expect(lists.length).toBeGreaterThan(0)
    expect(lists.filter(address => address.includes('cursor='))).toEqual([])
  })

  test('finds what it looks for, under an address that can be kept, and sees what arrives of it', async () => {
    await product.retell.playCall({ recording: 'salon-rueckruf', pace: 'instant' })
    await page.getByLabel('Ergebnis').selectOption('Rückruf')
    await expect.poll(rows).toBe(1)
    await page.getByLabel('Name oder Nummer').fill('0171 3920099')
    await page.getByText('Kein Anruf passt dazu.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Filter aufheben' }).click()
    await expect.poll(rows).toBeGreaterThan(1)
    await page.goto(`${product.url}/app/calls?outcome=callback`)
    await expect.poll(rows).toBe(1)
    await product.retell.playCall({ recording: 'salon-rueckruf', pace: 'instant' })
    await expect.poll(rows).toBe(2)
  })

  test('is told in place of a list what did not work, with a number to quote, and can try again', async () => {
    await page.route('**/api/v1/jobs?*', route =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/errors/platform/internal',
          status: 500,
          instance: 'the-failed-request',
        }),
      }),
    )
    await page.getByRole('link', { name: 'Aufträge' }).click()
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent()).toContain('Auf unserer Seite ist etwas schiefgegangen.')
    expect(await alert.getByRole('link', { name: 'Verfolgen' }).getAttribute('href')).toBe(
      '/app/requests/the-failed-request',
    )
    await page.unroute('**/api/v1/jobs?*')
    await alert.getByRole('button', { name: 'Erneut versuchen' }).click()
    await page.getByText('Überfälligen Anruf beenden').first().waitFor()
  })
})

const rows = () => page.getByRole('main').getByRole('listitem').count()
