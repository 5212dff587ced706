import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, PASSWORD } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

const EMAIL = 'schluessel@salon.example'
let product: TestProduct
let browser: OpenBrowser
let page: Page
let device: CDPSession
let address: string

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  await joinAs(product, { slug: 'salon', role: 'manager', email: EMAIL })
  // Browsers have passkeys for names only.
  address = product.url.replace('127.0.0.1', 'localhost')
  page = await browser.visit({ viewport: PHONE })
  device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true },
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const headingIs = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('somebody makes a passkey on the own page and gives it a name', async () => {
  await page.goto(`${address}/app/login`)
  await page.getByLabel('E-Mail').fill(EMAIL)
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await headingIs('Heute')
  await page.goto(`${address}/app/own`)
  await headingIs('Mein Konto')
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByText('Noch keiner.').waitFor()
  await passkeys.getByLabel('Name des Geräts').fill('Telefon')
  await passkeys.getByLabel('Passwort zur Bestätigung').fill(PASSWORD)
  await passkeys.getByRole('button', { name: 'Passkey anlegen' }).click()
  await passkeys.getByRole('listitem').filter({ hasText: 'Telefon' }).getByText('noch nie benutzt').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'passkeys-phone')
})

test('and calls it something else later', async () => {
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByRole('button', { name: 'Umbenennen' }).click()
  await passkeys.getByLabel('Neuer Name').fill('Telefon der Werkstatt')
  await passkeys.getByRole('button', { name: 'Namen speichern' }).click()
  await passkeys.getByRole('listitem').filter({ hasText: 'Telefon der Werkstatt' }).waitFor()
})

test('and gets in with it alone where the role asks for a second factor', async () => {
  const query = `insert into login_rule (tenant_id, second_factor_roles)
    select tenant.id, '{manager}' from tenant where tenant.slug = 'salon'`
  await product.database.query(query)
  await page.context().clearCookies()
  await page.goto(`${address}/app/login`)
  await page.getByRole('button', { name: 'Passkey verwenden' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Passkey verwenden' }).click()
  await headingIs('Heute')
})

test('and is told when the device has recognised nobody', async () => {
  await page.context().clearCookies()
  await device.send('WebAuthn.disable')
  await device.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: false },
  })
  await page.goto(`${address}/app/login`)
  await page.getByRole('button', { name: 'Passkey verwenden' }).click()
  await page.getByText('Das Gerät hat nichts bestätigt.').waitFor()
  await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
})

test('in English the login offers it too', async () => {
  await page.goto(`${address}/app/login`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
})
