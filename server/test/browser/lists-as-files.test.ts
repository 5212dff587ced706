import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

const CSV = [
  'Name;Telefon;E-Mail;Lieblingsfarbe',
  'Petra Lindner;030 23125042;petra@kunden.example;blau',
  'Jonas Reuter;kein Anschluss;;rot',
  ';030 23125043;;grün',
].join('\r\n')

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: '/customers', heading: 'Kunden' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const choose = async (of: Page) => {
  await of.getByRole('button', { name: 'Importieren', exact: true }).click()
  await of
    .getByLabel('Datei')
    .setInputFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
  await of.getByText('Vorschau. Noch ist nichts geändert.').waitFor()
}

test('a file of customers is shown line by line before anything is written', async () => {
  await choose(page)
  const sheet = page.getByRole('dialog', { name: 'Kunden importieren' })
  await sheet.getByText('1 neu').waitFor()
  await sheet.getByText('2 abgelehnt').waitFor()
  await sheet.getByText('Nicht gelesen: Lieblingsfarbe').waitFor()
  await sheet.getByText('ohne Name').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'import')
  expect((await product.get('/api/v1/customers', product.keys.salon)).body.items).toEqual([])
})

test('what was shown is imported with one more click, and stands in the list', async () => {
  const sheet = page.getByRole('dialog', { name: 'Kunden importieren' })
  await sheet.getByRole('button', { name: 'Importieren', exact: true }).click()
  await sheet.getByText('Importiert.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /Petra Lindner/ }).waitFor()
})

test.each([
  ['customers', 'Kunden', 'Als CSV-Datei', 'customers.csv'],
  ['calls', 'Anrufe', 'Als Excel-Datei', 'calls.xlsx'],
  ['appointments?day=2026-11-24', 'Termine', 'Als CSV-Datei', 'appointments-2026-11-24.csv'],
])('%s leave as they are shown', async (path, heading, format, name) => {
  await page.goto(`${product.url}/app/${path}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByRole('button', { name: 'Exportieren' }).click()
  expect(await accessibilityProblems(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: format }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(name)
  if (path === 'customers') expect(await readFile(await saved.path(), 'utf8')).toContain('Petra Lindner')
})

test.each(['light', 'dark'] as const)('fits on a phone, %s', async colorScheme => {
  const phone = await enterOffice(browser, product, {
    path: '/customers',
    heading: 'Kunden',
    options: { viewport: PHONE, colorScheme },
  })
  expect(await isTooWide(phone)).toBe(false)
  await choose(phone)
  expect(await isTooWide(phone)).toBe(false)
  expect(await accessibilityProblems(phone)).toEqual([])
  await picture(phone, `import-phone-${colorScheme}`)
  await phone.close()
})

test('no file reported an error', () => {
  expect(browser.problems).toEqual([])
})
