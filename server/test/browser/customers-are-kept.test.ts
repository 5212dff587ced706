import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'
import { nextWednesday } from './working-day.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page
let petra: Json

const add = async (body: Json): Promise<Json> =>
  (await product.post('/api/v1/customers', product.keys.garage, body)).body

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await enterOffice(browser, product, {
    path: '/customers',
    heading: 'Kunden',
    business: /Werkstatt Krause/,
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const rows = (of = page) => of.getByRole('main').getByRole('listitem')

test('A business without customers is told how they come', async () => {
  await page.getByText('Noch keine Kunden.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
})

test('Customers are found as one types: by name, number and e-mail', async () => {
  petra = await add({ name: 'Petra Lindner', phones: ['0171 3920011'], email: 'petra@lindner.example' })
  await add({ name: 'Petra Lindner', phones: ['0171 3920012'] })
  for (let index = 0; index < 55; index += 1)
    await add({ name: `Kunde ${index}`, phones: [`030 23125${100 + index}`] })
  await page.reload()
  await page.getByRole('button', { name: 'Mehr laden' }).waitFor()
  const search = page.getByRole('searchbox', { name: 'Kunden suchen' })
  for (const [typed, found] of [
    ['lindn', 2],
    ['petra@lin', 1],
    ['0171 3920012', 1],
  ] as const) {
    await search.fill(typed)
    await page.getByRole('heading', { name: `Gefunden: ${typed}` }).waitFor()
    await expect.poll(() => rows().count()).toBe(found)
  }
  await search.fill('niemand')
  await page.getByText('Niemand gefunden: niemand').waitFor()
  await search.fill('lindner')
  await page.getByRole('heading', { name: 'Gefunden: lindner' }).waitFor()
  await picture(page, 'customers')
  expect(await accessibilityProblems(page)).toEqual([])
})

test('A customer has a page with contact and all that happened', async () => {
  const day = nextWednesday()
  const query = new URLSearchParams({ service: 'Reifenwechsel', from: day, to: `${day}T23:00:00Z` })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.garage)
  const wish = { token: body.items[0].token, customer: { id: petra.id } }
  await product.post('/api/v1/appointments', product.keys.garage, wish)
  await page.goto(`${product.url}/app/customers/${petra.id}`)
  await page.getByRole('heading', { level: 1, name: 'Petra Lindner' }).waitFor()
  const history = page.getByRole('region', { name: 'Was war' })
  await history.getByRole('link', { name: /Termin, bestätigt · Reifenwechsel/ }).waitFor()
  await history.getByText('Angelegt').waitFor()
  await picture(page, 'customer')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await accessibilityProblems(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
})

test('What somebody else changed meanwhile is told and not overwritten', async () => {
  await page.getByRole('button', { name: 'Bearbeiten' }).click()
  const sheet = page.getByRole('dialog', { name: 'Petra Lindner' })
  await product.app.platform.db.inTenant(await product.tenantId('garage'), tx =>
    tx
      .updateTable('customer')
      .set(row => ({ version: row('version', '+', 1) }))
      .where('customer.tenant_id', '=', tx.tenantId)
      .where('customer.id', '=', petra.id)
      .execute(),
  )
  await sheet.getByLabel('Notizen').fill('Hat Winterreifen im Lager')
  await sheet.getByRole('button', { name: 'Speichern' }).click()
  await sheet.getByText(/Jemand anderes hat diesen Kunden gerade geändert/).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Schließen' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Bearbeiten' }).click()
  await sheet.getByLabel('Notizen').fill('Hat Winterreifen im Lager')
  await sheet.getByRole('button', { name: 'Speichern' }).click()
  await page.getByRole('region', { name: 'Kontakt' }).getByText('Hat Winterreifen im Lager').waitFor()
})

test('Two records of one person become one, with a look before and a way back', async () => {
  const panel = page.getByRole('region', { name: 'Vielleicht doppelt' })
  await panel.getByRole('button', { name: /^Vergleichen/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Zusammenführen' })
  await sheet.getByText(/^Diese Nummern kommen mit: 0171 392001[12]$/).waitFor()
  await picture(page, 'customer-merge')
  expect(await accessibilityProblems(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Zusammenführen' }).click()
  await sheet.getByText('Petra Lindner gehört jetzt zu Petra Lindner.').waitFor()
  const found = async () =>
    (await product.get('/api/v1/customers?q=lindner', product.keys.garage)).body.items.length
  expect(await found()).toBe(1)
  await sheet.getByRole('button', { name: 'Rückgängig' }).click()
  await sheet.getByText('Es sind wieder zwei Einträge.').waitFor()
  expect(await found()).toBe(2)
  await sheet.getByRole('button', { name: 'Schließen' }).click()
})

test('On a phone customers are a place of the bar, and a new one is entered', async () => {
  const phone = await enterOffice(browser, product, {
    path: '/',
    heading: 'Heute',
    business: /Werkstatt Krause/,
    options: { viewport: PHONE, hasTouch: true },
  })
  await phone.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Kunden' }).tap()
  await phone.getByRole('heading', { level: 1, name: 'Kunden' }).waitFor()
  expect(await isTooWide(phone)).toBe(false)
  await picture(phone, 'customers-phone')
  expect(await accessibilityProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: 'Neuer Kunde' }).tap()
  const sheet = phone.getByRole('dialog', { name: 'Neuer Kunde' })
  await sheet.getByLabel('Name').fill('Kemal Yilmaz')
  await sheet.getByLabel('Telefonnummern').fill('0171 3920031, 030 23125031')
  await sheet.getByRole('button', { name: 'Speichern' }).tap()
  await phone.getByRole('heading', { level: 1, name: 'Kemal Yilmaz' }).waitFor()
  await phone.getByRole('link', { name: '030 23125031' }).waitFor()
  expect(await accessibilityProblems(phone)).toEqual([])
  expect(await isTooWide(phone)).toBe(false)
  await phone.close()
})

test('Nothing of all this was an error in the browser', () => {
  expect(browser.problems.filter(problem => !/status of 409/.test(problem))).toEqual([])
})
