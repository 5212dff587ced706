import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await browser.visit()
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a booking that an agent made up stands among what needs a person', async () => {
  await product.retell.playCall({
    script: {
      from: '+491713920044',
      to: '+493023125001',
      steps: [
        { agent: 'Salon Morgenrot, hier spricht eine KI.' },
        { user: 'Ich möchte am Freitag um zehn kommen.' },
        { agent: 'Ich habe Sie für Freitag um zehn Uhr eingetragen.' },
      ],
      ended: { disconnection_reason: 'user_hangup' },
    },
  })
  const attention = page.getByRole('region', { name: 'Braucht Sie' })
  await attention.getByText('Am Telefon wurde gesagt, ein Termin sei gebucht.').waitFor()
  await attention.getByRole('link', { name: 'Zum Anruf' }).click()
})

test('the call shows what was promised, and that nothing of it is there', async () => {
  const claims = page.getByRole('region', { name: 'Was zugesagt wurde' })
  await claims.getByText('Termin gebucht').waitFor()
  await claims.getByText('Davon ist nichts eingetragen.').waitFor()
  await claims.getByText('Dem Anrufer wurde nicht geschrieben. Unter dieser Nummer ist niemand').waitFor()
  await picture(page, 'claims')
})

test('on a phone, too, nothing is cut off', async () => {
  await page.setViewportSize(PHONE)
  await page.getByRole('region', { name: 'Was zugesagt wurde' }).scrollIntoViewIfNeeded()
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(overflow)).toBe(0)
  await picture(page, 'claims-phone')
})

test('no page reported an error on the way', () => {
  expect(browser.problems).toEqual([])
})
