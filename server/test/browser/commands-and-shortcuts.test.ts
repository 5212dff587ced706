import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  await product.post('/api/v1/customers', product.keys.salon, {
    name: 'Petra Lindner',
    phones: ['+491713920017'],
  })
  page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const headingIs = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const palette = () => page.getByRole('dialog', { name: 'Wohin, oder was tun?' })

test('Control and K finds a page by two letters, without a mouse', async () => {
  await page.keyboard.press('Control+k')
  await palette().getByRole('combobox').fill('au')
  await palette().getByRole('option', { name: 'Auswertung' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'palette')
  await palette().getByRole('combobox').fill('auswe')
  await page.keyboard.press('Enter')
  await headingIs('Auswertung')
  expect(await palette().count()).toBe(0)
})

test('it finds customers by name and number, and says when nothing fits', async () => {
  await page.keyboard.press('Control+k')
  await palette().getByRole('combobox').fill('zzzz')
  await palette().getByText('Nichts gefunden.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await palette().getByRole('combobox').fill('lindner')
  await palette()
    .getByRole('option', { name: /Petra Lindner/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await headingIs('Petra Lindner')
})

test('an action opens what it says, wherever one is', async () => {
  await page.keyboard.press('Control+k')
  await palette().getByRole('combobox').fill('sperren')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Zeit sperren' }).waitFor()
  expect(page.url()).not.toContain('start=')
  await page.keyboard.press('Escape')
})

test('single keys go to pages and to a new appointment, but not while somebody writes', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await headingIs('Kunden')
  await page.getByRole('searchbox', { name: 'Kunden suchen' }).fill('')
  await page.keyboard.type('gh?n')
  expect(await page.getByRole('searchbox', { name: 'Kunden suchen' }).inputValue()).toBe('gh?n')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'Neuer Termin' }).waitFor()
  await page.keyboard.press('Escape')
})

test('the question mark shows all of them, and single ones can be turned off', async () => {
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Tastenkürzel' })
  await help.getByText('Zu Kalender').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'shortcuts')
  await help.getByLabel('Einzelne Tasten verwenden').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await palette().waitFor()
  expect(await help.count()).toBe(0)
  await page.keyboard.press('Escape')
})

test.each(['light', 'dark'] as const)('on a phone a button opens it, %s', async colorScheme => {
  const phone = await enterOffice(browser, product, {
    path: '/',
    heading: 'Heute',
    options: { viewport: PHONE, colorScheme, hasTouch: true },
  })
  await phone.getByRole('button', { name: 'Befehl suchen' }).tap()
  await phone.getByRole('option', { name: 'Neuer Termin' }).waitFor()
  expect(await isTooWide(phone)).toBe(false)
  expect(await accessibilityProblems(phone)).toEqual([])
  await picture(phone, `palette-phone-${colorScheme}`)
  await phone.getByRole('option', { name: 'Neuer Termin' }).tap()
  await phone.getByRole('dialog', { name: 'Neuer Termin' }).waitFor()
  await phone.close()
})

test('no command reported an error', () => {
  expect(browser.problems).toEqual([])
})
