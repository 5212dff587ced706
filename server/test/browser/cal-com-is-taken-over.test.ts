import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CalcomSimulator,
  EXAMPLE_ACCOUNT,
  EXAMPLE_KEY,
  startCalcom,
} from '../../../sandbox/calcom/start-calcom.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')

let product: TestProduct
let calcom: CalcomSimulator
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  const [mara, ines] = EXAMPLE_ACCOUNT.schedules ?? []
  const dayOff = { date: '2026-12-24', startTime: '00:00', endTime: '00:00' }
  const schedules = [{ ...mara, overrides: [dayOff] }, ines] as typeof EXAMPLE_ACCOUNT.schedules
  calcom = await startCalcom({
    now: () => now.epochMilliseconds,
    account: { ...EXAMPLE_ACCOUNT, schedules },
  })
  product = await startProduct({
    web: true,
    clock: { now: () => now },
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: null } },
  })
  await product.post('/api/v1/calendar-connections', product.keys.salon, {
    ...{ provider: 'calcom', name: 'Salon bei Cal.com' },
    secrets: [
      { name: 'kind', value: 'api_key' },
      { name: 'apiKey', value: EXAMPLE_KEY },
    ],
  })
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: '/calendars', heading: 'Verbundene Kalender' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await calcom?.close()
})

const panel = (name: string) => page.getByRole('region', { name, exact: true })

describe('What Cal.com has', () => {
  test('is shown beside what the business has, with nothing picked', async () => {
    await page.getByRole('link', { name: /^Vergleichen und übernehmen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Aus Cal.com übernehmen' }).waitFor()
    await panel('Leistungen').getByText('3 neu, 0 anders').waitFor()
    await page.getByText('Nichts ausgewählt').waitFor()
    await panel('Bisher übernommen').getByText('Noch nichts übernommen').waitFor()
    await page.getByRole('button', { name: 'Auswahl übernehmen' }).and(page.locator(':disabled')).waitFor()
    await picture(page, 'calcom-import')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('becomes a service with its price and a person when somebody picks it, and stands on record', async () => {
    await panel('Leistungen').getByLabel('Damenhaarschnitt hier anlegen').check()
    await page.getByText('Nichts ausgewählt').waitFor()
    await panel('Leistungen').getByLabel('Preis von Damenhaarschnitt in Euro').fill('49,50')
    await panel('Personen').getByLabel('Wer Ines Muster hier ist').selectOption('neu anlegen')
    await panel('Personen').getByLabel('Wer Mara Beispiel hier ist').selectOption('Mara')
    await page.getByText('3 ausgewählt').waitFor()
    await picture(page, 'calcom-import-picked')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Auswahl übernehmen' }).click()
    await page.getByText('3 übernommen.').waitFor()
    await panel('Leistungen').getByText('2 neu, 0 anders').waitFor()
    const records = panel('Bisher übernommen')
    await records.locator('summary').click()
    await records.getByText('Damenhaarschnitt: angelegt').waitFor()
    await records.getByText('Ines Muster: angelegt').waitFor()
  })

  test('has single days of its own, which are taken over one by one', async () => {
    const weeks = panel('Arbeitszeiten')
    await weeks.getByLabel(/24\. Dezember.*hier wie üblich, dort frei\. Für Mara Beispiel übernehmen/).check()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'calcom-import-day')
    await page.getByRole('button', { name: 'Auswahl übernehmen' }).click()
    await page.getByText('1 übernommen.').waitFor()
    await weeks.getByLabel(/24\. Dezember/).waitFor({ state: 'detached' })
    const { items } = (await product.get('/api/v1/hours-exceptions', product.keys.salon)).body
    expect(items.map(({ date, windows }: { date: string; windows: unknown[] }) => [date, windows])).toEqual([
      ['2026-12-24', []],
    ])
  })

  test('that was changed there is shown field by field, and whose it is', async () => {
    await fetch(`${calcom.url}/_control/event-types/101`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lengthInMinutes: 75 }),
    })
    await page.getByRole('button', { name: 'Neu vergleichen' }).click()
    const services = panel('Leistungen')
    await services.getByText('Dauer in Minuten: hier 60, dort 75').waitFor()
    await services.getByText('seit der Übernahme dort geändert').waitFor()
    await services.getByLabel('Dauer in Minuten von Damenhaarschnitt übernehmen').check()
    await services.getByLabel('Gewählte Felder von Damenhaarschnitt gehören künftig Cal.com').check()
    await picture(page, 'calcom-import-changed')
    await page.getByRole('button', { name: 'Auswahl übernehmen' }).click()
    await page.getByText('1 übernommen.').waitFor()
    await services.getByText('2 neu, 0 anders').waitFor()
  })

  test('and shares out among several is linked with who each of them is here (failure 63)', async () => {
    await page.getByRole('link', { name: 'Verbundene Kalender', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Verbundene Kalender' }).waitFor()
    await page.getByRole('button', { name: /Kalender zuordnen/ }).click()
    await page.getByLabel('Kalender', { exact: true }).selectOption('event_type/201')
    await page.getByLabel('Gehört').selectOption('Mara')
    await page.getByLabel('„Mara Beispiel“ dort ist').selectOption('Mara')
    expect(await page.getByLabel('„Ines Muster“ dort ist').locator(':checked').textContent()).toBe(
      'Ines Muster',
    )
    await page.getByLabel('Richtung').selectOption('nur eintragen')
    await picture(page, 'calcom-link-hosts')
    expect(await accessibilityProblems(page)).toEqual([])
    await panel('Konten').getByRole('button', { name: 'Kalender zuordnen', exact: true }).last().click()
    await page.getByText(/^Mara: /).waitFor()
  })

  test('fits on a phone', async () => {
    await page.setViewportSize(PHONE)
    expect(await isTooWide(page)).toBe(false)
    await picture(page, 'calcom-import-phone')
  })

  test('leaves nothing in the console', () => {
    expect(browser.problems).toEqual([])
  })
})
