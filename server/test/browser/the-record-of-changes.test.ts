import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, PASSWORD } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  await product.post('/api/v1/customers', product.keys.salon, { name: 'Petra Lindner' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(product.url + address)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Protokoll' }).waitFor()
}

test('an owner finds who entered a customer, what is stored, and takes it along as a file', async () => {
  const page = await browser.visit()
  await enter(page, '/app/audit')
  await page.getByLabel('Suchen').fill('Petra Lindner')
  await page.getByRole('button', { name: 'Suchen', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Kunde angelegt' }).first()
  await row.getByText(/^api-key:/).waitFor()
  await row.getByText(/Felder$/).click()
  await row.getByText('jetzt: Petra Lindner').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'audit')
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Als CSV-Datei' }).click()
  expect((await saving).suggestedFilename()).toBe('audit-events.csv')
})

test('an owner sees who logged in, in German and in English', async () => {
  const page = await browser.visit()
  await enter(page, '/app/audit')
  await page.getByRole('link', { name: 'Nur Anmeldungen', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Konto geöffnet: angemeldet' }).first()
  await row.getByText('salon@demo.example', { exact: true }).waitFor()
  expect(await page.getByText('Kunde angelegt').count()).toBe(0)
  await page.getByRole('button', { name: /Konto und Darstellung/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByText('Account opened: logged in').first().waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
})

test.each(['light', 'dark'] as const)('fits on a phone, %s', async colorScheme => {
  const page = await browser.visit({ viewport: PHONE, colorScheme })
  await enter(page, '/app/audit?q=nichts+davon')
  await page.getByText('Keine Änderung gefunden.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.goto(`${product.url}/app/audit`)
  await page.getByRole('listitem').filter({ hasText: 'angelegt' }).first().waitFor()
  expect(await isTooWide(page)).toBe(false)
  await picture(page, `audit-phone-${colorScheme}`)
})

test('whoever may only look is offered neither the record nor a test call', async () => {
  await joinAs(product, { slug: 'salon', role: 'viewer', email: 'nur@salon.example' })
  const page = await browser.visit()
  await page.goto(`${product.url}/app/login`)
  await page.getByLabel('E-Mail').fill('nur@salon.example')
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
  await page.getByRole('link', { name: 'Anrufe' }).waitFor()
  expect(await page.getByRole('link', { name: /Testanruf/ }).count()).toBe(0)
  await page.getByRole('button', { name: /Konto und Darstellung/ }).click()
  await page.getByRole('menuitem', { name: 'Mein Konto' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Protokoll' }).count()).toBe(0)
})

test('no page of the record reported an error', () => {
  expect(browser.problems).toEqual([])
})
