import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

const SALON = '+493023125001'
let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  product.app.outside.publicUrl = product.url
  product.retell.knowNumbers([SALON])
  browser = await openBrowser()
  page = await browser.visit()
  await signIn(page)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const region = (name: string) => page.getByRole('region', { name, exact: true })

describe('The receptionist in the office', () => {
  test('speaks nowhere at first, and a draft waits to be written', async () => {
    await page.goto(`${product.url}/app/receptionist`)
    await page.getByRole('heading', { name: 'Rezeptionist', level: 1 }).waitFor()
    await region('Spricht gerade').getByText('Noch keine Version veröffentlicht').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('a draft is saved, and nobody hears it yet', async () => {
    await page.getByLabel('Erste Frage').fill('Womit darf ich dienen?')
    await page.getByLabel('Ersatznummer').fill('+49 30 23125 090')
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    await region('Versionen').getByText('Version 1').waitFor()
    expect((await product.get('/api/v1/receptionist', product.keys.salon)).body).toMatchObject({
      live: null,
      draft: { definition: { opening_question: 'Womit darf ich dienen?', fallback_number: '+493023125090' } },
    })
  })

  test('it is published, step by step, and then it speaks', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Veröffentlichen' }).click()
    const steps = region('Veröffentlichung')
    await steps.getByText('Die neue Version spricht.').waitFor()
    expect(await steps.getByText('erledigt', { exact: true }).count()).toBe(6)
    await region('Spricht gerade').getByText('Version 1').waitFor()
    await picture(page, 'receptionist')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('a change at Retell by hand is found, and said where', async () => {
    product.retell.failApi({ times: 1, path: '/get-phone-number/', answer: { fallback_number: null } })
    await page.getByRole('button', { name: 'Jetzt prüfen' }).click()
    const drift = page.getByRole('region', { name: 'Abgleich mit Retell' })
    await drift.getByText('weicht ab').waitFor()
    await drift.getByText('+493023125001.fallback_number').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('a hosted draft shows what it changes, and its version what Retell would be given', async () => {
    await page.getByLabel('Wer spricht').selectOption('hosted')
    await page.getByLabel('Termin buchen').waitFor()
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    const changes = region('Was der Entwurf ändert')
    await changes.getByText('brain').waitFor()
    await changes.getByText('hosted').waitFor()
    await region('Versionen').getByRole('link', { name: 'Version 2' }).click()
    await page.getByRole('heading', { name: 'Version 2', level: 1 }).waitFor()
    await page.getByText('Steht erst beim Veröffentlichen fest.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('what may be kept is changed beside that draft: it goes live step by step, and the draft stays', async () => {
    await page.goto(`${product.url}/app/settings`)
    await page.getByLabel('Mitschriften aufbewahren').check()
    await page.getByLabel('Aufnahmen aufbewahren').check()
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click()
    await page.getByText('Gespeichert').first().waitFor()
    await page.goto(`${product.url}/app/receptionist`)
    await region('Spricht gerade').getByText('Version 3').waitFor()
    await region('Spricht gerade').getByText('Einstellung „Aufbewahrung“').waitFor()
    const steps = region('Veröffentlichung')
    await steps.getByText('Die neue Version spricht.').waitFor()
    expect(await steps.getByText('erledigt', { exact: true }).count()).toBe(6)
    await region('Was der Entwurf ändert').getByText('hosted').waitFor()
    await region('Versionen').getByText('Entwurf', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Abgleich mit Retell' }).getByText('wie veröffentlicht').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('no secret of the line is in any page', async () => {
    const line = (await product.app.modules.voice.lineUrl(product.url, 'default')) ?? ''
    await page.goto(`${product.url}/app/receptionist`)
    await region('Versionen').getByRole('link', { name: 'Version 1' }).click()
    await page.getByText('$line_url').waitFor()
    expect(await page.content()).not.toContain(line.split('/').at(-1))
    await picture(page, 'receptionist-version')
  })

  test('on a phone it fits', async () => {
    await page.setViewportSize(PHONE)
    await page.goto(`${product.url}/app/receptionist`)
    await region('Spricht gerade').getByText('Version 3').waitFor()
    expect(await isTooWide(page)).toBe(false)
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'receptionist-phone')
  })

  test('an English reader reads English', async () => {
    const reader = await browser.visit({ locale: 'en-GB' })
    await signIn(reader)
    await reader.goto(`${product.url}/app/receptionist`)
    await reader.getByRole('region', { name: 'Speaking now' }).getByText('Version 3').waitFor()
    expect(browser.problems).toEqual([])
  })
})

async function signIn(visitor: Page): Promise<void> {
  await visitor.goto(`${product.url}/app/`)
  await visitor.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await visitor.getByRole('heading', { level: 1, name: /^(Heute|Today)$/ }).waitFor()
}
