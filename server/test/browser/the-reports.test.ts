import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, accessibilityProblemsInBothThemes, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  await fill()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** A thousand calls of the last twenty days, every fourth with an appointment; half of them in the first ten. */
async function fill(): Promise<void> {
  const tenantId = await product.tenantId('salon')
  await product.database.query(
    `with made as (
       insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, state, started_at)
       select $1::uuid, gen_random_uuid(), (select id from voice_connection limit 1), 'retell', 'call-' || n,
         (select id from location where tenant_id = $1::uuid limit 1), '+493023125001', 'ended',
         now() - (n % 20) * interval '1 day'
       from generate_series(1, 1000) as n returning id, provider_call_id, started_at)
     insert into call_fact (tenant_id, id, call_id, kind, at)
     select $1::uuid, gen_random_uuid(), made.id, 'booked', made.started_at from made
     where substring(made.provider_call_id from 6)::integer <= 250`,
    [tenantId],
  )
}

const open = (path = '/reports', options = {}) =>
  enterOffice(browser, product, { path, heading: 'Auswertung', options })

test('an owner reads how many calls became appointments, and what that counts', async () => {
  const page = await open()
  const card = page.getByRole('region', { name: 'Kennzahlen' }).getByRole('listitem')
  const booked = card.filter({ hasText: 'Buchungsquote' })
  await booked.getByText('25 %', { exact: true }).waitFor()
  await booked.getByText('250 von 1.000').waitFor()
  await card
    .filter({ hasText: /^Anrufe/ })
    .getByText('1.000', { exact: true })
    .waitFor()
  await booked.getByText('Was zählt?', { exact: true }).click()
  await booked.getByText(/geteilt durch alle Anrufe des Zeitraums, die verbunden waren/).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'reports')
})

test('a drawing has its numbers beside it, and the outcomes are listed', async () => {
  const page = await open()
  const byDay = page.getByRole('region', { name: 'Anrufe je Tag' })
  await byDay.getByRole('img', { name: 'Anrufe je Tag' }).waitFor()
  await byDay.getByText('Als Tabelle').click()
  const today = byDay.getByRole('row', { name: /heute/ })
  expect(await today.getByRole('cell').first().textContent()).toBe('50')
  await page
    .getByRole('region', { name: 'Was daraus wurde' })
    .getByRole('row', { name: /Gebucht 250 25 %/ })
    .waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
})

test('the period is one click or two dates, stays in the address, and must not end before it begins', async () => {
  const page = await open()
  await page.getByRole('navigation', { name: 'Zeitraum' }).getByRole('link', { name: '7 Tage' }).click()
  await page.getByText('350', { exact: true }).first().waitFor()
  expect(page.url()).toMatch(/\/reports\?from=\d{4}-\d\d-\d\d&to=/)
  await page.getByLabel('Von').fill('2026-03-02')
  await page.getByLabel('Bis').fill('2026-03-01')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.getByText('Das Ende liegt vor dem Anfang.').waitFor()
  await page.getByLabel('Bis').fill('2026-03-29')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.getByText('keine Daten').first().waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
})

test('where nothing happened, each drawing says so instead of standing empty', async () => {
  const page = await open('/reports?from=2026-03-02&to=2026-03-29')
  for (const [name, empty] of [
    ['Anrufe je Tag', 'In diesem Zeitraum hat niemand angerufen.'],
    ['Anrufe nach Uhrzeit', 'In diesem Zeitraum hat niemand angerufen.'],
    ['Auslastung je Tag', 'In diesem Zeitraum ist keine Arbeitszeit belegt.'],
  ] as const) {
    const drawing = page.getByRole('region', { name })
    await drawing.getByText(empty).waitFor()
    expect(await drawing.getByRole('img').count()).toBe(0)
  }
  expect(await accessibilityProblemsInBothThemes(page)).toEqual([])
})

test('one person is one choice away, and of calls nothing is said then', async () => {
  const page = await open()
  await page.getByText('250 von 1.000').waitFor()
  await page.getByLabel('Person', { exact: true }).selectOption('Mara')
  await page.getByText(/Anrufe und unerfüllte Wünsche gehören zum Betrieb und nicht zu Mara/).waitFor()
  const cards = page.getByRole('region', { name: 'Kennzahlen' }).getByRole('heading', { level: 2 })
  expect(await cards.allTextContents()).toEqual([
    'Termine',
    'Auslastung',
    'No-Show-Quote',
    'Umsatz',
    'Noch erwartet',
  ])
  expect(await page.getByRole('link', { name: 'Als CSV-Datei' }).getAttribute('href')).toMatch(
    /staff=[0-9a-f-]{36}/,
  )
  expect(await accessibilityProblems(page)).toEqual([])
})

test.each([
  ['Als CSV-Datei', 'csv'],
  ['Als Excel-Datei', 'xlsx'],
])('%s takes the days along', async (name, ending) => {
  const page = await open('/reports?from=2026-03-01&to=2026-03-31')
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  expect((await saving).suggestedFilename()).toBe(`report-2026-03-01-2026-03-31.${ending}`)
})

test.each(['light', 'dark'] as const)('fits on a phone, %s', async colorScheme => {
  const page = await open('/reports', { viewport: PHONE, colorScheme })
  await page.getByText('250 von 1.000').waitFor()
  expect(await isTooWide(page)).toBe(false)
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, `reports-phone-${colorScheme}`)
})

test('no page of the reports reported an error', () => {
  expect(browser.problems).toEqual([])
})
