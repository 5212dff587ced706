import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinAs, PASSWORD } from '../support/log-in.ts'
import { send } from '../support/send.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
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

const open = (options = {}) =>
  enterOffice(browser, product, {
    path: '/settings',
    heading: 'Einstellungen',
    business: /Salon (Morgenrot|Abendrot)/,
    options,
  })
const settings = async () => (await product.get('/api/v1/settings', product.keys.salon)).body

describe('What a business decides about itself', () => {
  test('is changed in one form, and the frame shows the new name', async () => {
    const page = await open()
    await page.getByLabel('Name des Betriebs').fill('Salon Abendrot')
    await page.getByLabel('Benachrichtigung an').fill('theke@salon.example')
    await page.getByLabel('Mitschriften aufbewahren').click()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'settings')
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click()
    await page.getByText('Gespeichert.').waitFor()
    await page.getByRole('banner').getByText('Salon Abendrot').waitFor()
    expect(await settings()).toMatchObject({
      name: 'Salon Abendrot',
      notification_email: 'theke@salon.example',
      time_zone: 'Europe/Berlin',
    })
    await page.close()
  })

  test('is not overwritten by a form that is behind', async () => {
    const page = await open()
    await page.getByLabel('Absender der E-Mails').fill('alt@salon.example')
    const { version } = await settings()
    const behind = { path: '/api/v1/settings', key: product.keys.salon }
    await send(product.url, {
      ...behind,
      method: 'PATCH',
      body: { contact_email: 'neu@salon.example', version },
    })
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click()
    await page.getByText('Nichts wurde überschrieben').waitFor()
    expect((await settings()).contact_email).toBe('neu@salon.example')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.close()
  })

  test('says whom callers are put through to, and when', async () => {
    const page = await open()
    await page.getByLabel('Nummer für „einen Menschen bitte“').fill('+49 30 23125 090')
    const transfer = page.getByRole('region', { name: 'Weiterleitung' })
    await transfer.getByRole('button', { name: 'Sonntag: Zeit hinzufügen' }).click()
    await transfer.getByRole('button', { name: 'Weiterleitung speichern' }).click()
    await expect
      .poll(
        async () =>
          (await product.get('/api/v1/locations', product.keys.salon)).body.items[0].transfer?.phone,
      )
      .toBe('+493023125090')
    await page.close()
  })

  test.each(['light', 'dark'] as const)('fits on a phone, %s', async colorScheme => {
    const page = await open({ viewport: PHONE, colorScheme })
    await page.getByRole('region', { name: 'Einrichten' }).getByText(/von 7/).waitFor()
    expect(await isTooWide(page)).toBe(false)
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, `settings-phone-${colorScheme}`)
    await page.close()
  })
})

describe('A new business', () => {
  let page: Page
  const steps = () => page.getByRole('region', { name: 'Einrichten' })
  const progress = async (text: string) => {
    await page.goto(`${product.url}/app/settings`)
    await steps().getByText(text, { exact: true }).waitFor()
  }
  const go = async (step: string) => {
    await steps()
      .getByRole('link', { name: `Hin: ${step}` })
      .click()
  }
  beforeAll(async () => {
    await product.app.modules.tenants.createTenant({
      slug: 'laden',
      name: 'Haarladen Neu',
      sector: 'salon',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      region: 'DE-BE',
    })
    await joinAs(product, { slug: 'laden', role: 'owner', email: 'neu@laden.example' })
    page = await browser.visit()
    await page.goto(`${product.url}/app/login`)
    await page.getByLabel('E-Mail').fill('neu@laden.example')
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
  })

  test('sees what it needs, of which nothing is done', async () => {
    await progress('0 von 7')
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'getting-started')
  })

  test('adds a service, its people and its hours, each where the step leads', async () => {
    await go('Leistungen anlegen')
    await page.getByRole('button', { name: 'Neue Leistung' }).click()
    const sheet = page.getByRole('dialog', { name: 'Neue Leistung' })
    await sheet.getByLabel('Name').fill('Haarschnitt')
    await sheet.getByLabel('Preis in Euro').fill('35')
    await sheet.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('button', { name: /Haarschnitt/ }).waitFor()
    await progress('1 von 7')
    await go('Team anlegen und zuordnen')
    await page.getByLabel('Neue Person').fill('Nele')
    await page.getByRole('button', { name: 'Hinzufügen' }).click()
    await page.getByText('Nele gehört jetzt zum Team.').waitFor()
    await page
      .getByRole('navigation', { name: 'Katalog' })
      .getByRole('link', { name: 'Wer macht was' })
      .click()
    await page.getByRole('checkbox', { name: 'Nele macht Haarschnitt' }).click()
    await page.getByText('Gespeichert.').waitFor()
    await progress('2 von 7')
    await go('Öffnungszeiten eintragen')
    for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'])
      await page.getByRole('button', { name: `${day}: Zeit hinzufügen` }).click()
    const saved = page.waitForResponse(
      answer => answer.request().method() === 'PUT' && answer.url().endsWith('/hours'),
    )
    await page.getByRole('button', { name: 'Speichern' }).click()
    expect((await saved).status()).toBe(200)
    await progress('3 von 7')
  })

  test('ends with a test call, and is told so', async () => {
    // Numbers are connected by whoever runs the installation.
    const { tenants, voice } = product.app.modules
    const connection = await voice.connections.find('browser')
    if (!connection) throw new Error('There is no connection of the browser.')
    await product.app.platform.db.inTenant(await product.tenantId('laden'), tx =>
      tenants.assignNumber(tx, { e164: '+493023125088', connectionId: connection.id }),
    )
    await progress('4 von 7')
    await go('Testanruf machen')
    await page.getByRole('button', { name: 'Anrufen' }).click()
    await page.getByRole('textbox', { name: 'Ihre Nachricht' }).waitFor()
    await page.getByRole('button', { name: 'Auflegen' }).click()
    await page.getByRole('button', { name: 'Neuer Anruf' }).waitFor()
    await progress('5 von 7')
    await steps()
      .getByRole('listitem')
      .filter({ hasText: 'Testanruf machen' })
      .getByText('Erledigt.')
      .waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

test('no page of the settings reported an error', () => {
  // The form that is behind was refused, which the browser notes.
  expect(browser.problems.filter(problem => !/status of 409/.test(problem))).toEqual([])
})
