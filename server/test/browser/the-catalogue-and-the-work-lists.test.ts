import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillTenant } from '../support/fill-tenant.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: '/catalogue', heading: 'Katalog' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const get = async (path: string): Promise<Json> => (await product.get(path, product.keys.salon)).body
const tab = (name: string) => page.getByRole('navigation', { name: 'Katalog' }).getByRole('link', { name })

describe('The catalogue', () => {
  test('shows services with their parts, and changes a price', async () => {
    await page.getByRole('img', { name: '45 Min., Einwirkzeit 30 Min., 45 Min.' }).waitFor()
    await picture(page, 'catalogue')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: /Föhnen/ }).click()
    const sheet = page.getByRole('dialog', { name: 'Föhnen' })
    await sheet.getByLabel('Preis in Euro').fill('24,50')
    expect(await accessibilityProblems(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('button', { name: /Föhnen.*24,50/ }).waitFor()
  })

  test('takes a new service of two parts, and refuses a name twice', async () => {
    await page.getByRole('button', { name: 'Neue Leistung' }).click()
    const sheet = page.getByRole('dialog', { name: 'Neue Leistung' })
    await sheet.getByLabel('Name').fill('Föhnen')
    await sheet.getByLabel('Preis in Euro').fill('60')
    await sheet.getByRole('button', { name: 'Speichern' }).click()
    await sheet.getByText('Diesen Namen gibt es schon').waitFor()
    await sheet.getByLabel('Name').fill('Strähnen')
    await sheet.getByLabel('Pause danach 1 (Min.)').fill('20')
    await sheet.getByRole('button', { name: 'Abschnitt hinzufügen' }).click()
    await sheet.getByLabel('Abschnitt 2 braucht etwas Eigenes').check()
    await sheet.getByLabel('Rolle').fill('Farbe')
    expect(await accessibilityProblems(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('button', { name: /Strähnen.*65 Min/ }).waitFor()
    const { items } = await get('/api/v1/services')
    const { segments } = await get(
      `/api/v1/services/${items.find(({ name }: Json) => name === 'Strähnen').id}`,
    )
    expect(segments.map(({ needs }: Json) => needs)).toEqual([null, [{ role: 'Farbe', kind: 'staff' }]])
  })

  test('says who does what, and a tick counts at once', async () => {
    await tab('Wer macht was').click()
    const box = page.getByRole('checkbox', { name: 'Jonas macht Strähnen' })
    await box.click()
    await page.getByText('Gespeichert.').waitFor()
    await expect.poll(() => box.isChecked()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    const { items } = await get('/api/v1/staff')
    const jonas = items.find(({ name }: Json) => name === 'Jonas')
    expect(jonas.services.map(({ name }: Json) => name)).toContain('Strähnen')
  })

  test('has the hours of everybody, and saves a week', async () => {
    await tab('Öffnungszeiten').click()
    await page.getByLabel('Wessen Zeiten').selectOption('Jonas')
    await page.getByRole('button', { name: 'Donnerstag: Zeit hinzufügen' }).click()
    await page.getByLabel('Donnerstag, Von').fill('12:00')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Speichern' }).click()
    await expect
      .poll(async () => {
        const { items } = await get('/api/v1/hours')
        const own = items.find(({ owner }: Json) => owner.name === 'Jonas')
        return own.week.find(({ weekday }: Json) => weekday === 4)
      })
      .toEqual({ weekday: 4, from: '12:00', to: '17:00' })
  })

  test('has days with hours of their own, and tells of one that somebody else has entered meanwhile', async () => {
    const panel = page.getByRole('region', { name: /^Besondere Tage von/ })
    const day = String(Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 40 }))
    const wish = { date: day, windows: [], resource_id: null }
    await page.getByLabel('Wessen Zeiten').selectOption({ index: 0 })
    await panel.getByLabel('Tag', { exact: true }).fill(day)
    await panel.getByRole('button', { name: 'An diesem Tag: Zeit hinzufügen' }).click()
    expect((await product.post('/api/v1/hours-exceptions', product.keys.salon, wish)).status).toBe(201)
    await panel.getByRole('button', { name: 'Tag eintragen' }).click()
    await panel.getByText('Für diesen Tag gibt es schon eigene Zeiten.').waitFor()
    await panel.getByRole('button', { name: /^Aufheben/ }).click()
    await panel.getByText('Kein besonderer Tag.').waitFor()
    await panel.getByRole('button', { name: 'Tag eintragen' }).click()
    await panel.getByText('09:00 – 17:00').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('takes a new person, and shows holidays and blocked times', async () => {
    await tab('Team').click()
    await page.getByLabel('Neue Person').fill('Nele')
    await page.getByRole('button', { name: 'Hinzufügen' }).click()
    await page.getByText('Nele gehört jetzt zum Team.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await tab('Schließtage').click()
    await page.getByRole('region', { name: /Feiertage/ }).waitFor()
    await page.getByLabel('Grund').fill('Betriebsausflug')
    await page.getByRole('button', { name: 'Schließtage eintragen' }).click()
    await page
      .getByRole('region', { name: 'Gesperrte Zeiten' })
      .getByText('Betriebsausflug', { exact: true })
      .waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('has rooms: one is added, named for a service, and archived', async () => {
    await tab('Räume').click()
    await page.getByLabel('Neuer Raum oder neues Gerät').fill('Waschplatz')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Waschplatz ist angelegt.').waitFor()
    await page.getByText('Waschplatz ändern').click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('group', { name: 'Gebraucht für' }).getByLabel('Föhnen').click()
    const row = page.getByRole('listitem').filter({ hasText: 'Waschplatz' })
    await row.getByText('Föhnen', { exact: true }).first().waitFor()
    await row.getByRole('button', { name: /^Archivieren/ }).click()
    await row.getByText('archiviert').waitFor()
    const { items } = await get('/api/v1/resources?state=all')
    expect(items.find(({ name }: Json) => name === 'Waschplatz').active).toBe(false)
  })

  test('is reached on a phone, and fits', async () => {
    const phone = await enterOffice(browser, product, {
      path: '/',
      heading: 'Heute',
      options: { viewport: PHONE, hasTouch: true },
    })
    await phone.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Mehr' }).tap()
    await phone.getByRole('heading', { level: 1, name: 'Mehr' }).waitFor()
    expect(await accessibilityProblems(phone)).toEqual([])
    await phone.getByRole('main').getByRole('link', { name: 'Katalog' }).tap()
    await phone.getByRole('button', { name: /Färben/ }).waitFor()
    expect(await isTooWide(phone)).toBe(false)
    expect(await accessibilityProblems(phone)).toEqual([])
    await phone.close()
  })
})

describe('What callers left to do', () => {
  test('is empty, and says what will be there', async () => {
    await page.goto(`${product.url}/app/open`)
    await page.getByText('Niemand wartet auf einen Rückruf.').waitFor()
    await page.getByText('Kein Wunsch blieb offen.').waitFor()
    await page.getByText('Niemand wartet auf einen Platz.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('is a list in which callbacks are assigned and settled', async () => {
    await fillTenant(product.database, { tenantId: await product.tenantId('salon'), from: 1, to: 2 })
    await page.reload()
    const callbacks = page.getByRole('region', { name: 'Rückrufe' }).getByRole('listitem')
    await callbacks.first().waitFor()
    await picture(page, 'open')
    expect(await accessibilityProblems(page)).toEqual([])
    const many = await callbacks.count()
    const assignee = callbacks.first().getByRole('combobox')
    // With a large team, all its names in every row would make the page slow.
    expect(await assignee.getByRole('option').allTextContents()).toEqual(['Noch niemand'])
    await assignee.focus()
    await assignee.selectOption('Mara')
    await expect
      .poll(async () => (await get('/api/v1/callback-requests?state=open')).items[0].assignee?.name)
      .toBe('Mara')
    await callbacks
      .first()
      .getByRole('button', { name: /^Erledigt/ })
      .click()
    await expect.poll(() => callbacks.count()).toBe(many - 1)
  })
})

test('Nothing of all this was an error in the browser', () => {
  expect(browser.problems.filter(problem => !/status of 409/.test(problem))).toEqual([])
})
