import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'
import { nextWednesday } from './working-day.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

const wednesday = nextWednesday()
const heading = 'Kalender'

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: `/calendar?day=${wednesday}`, heading })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const appointments = async (): Promise<Json[]> =>
  (await product.get(`/api/v1/appointments?from=${wednesday}`, product.keys.salon)).body.items

const facts = (booked: Json | undefined) => [
  booked?.starts_at.slice(11, 16),
  booked?.staff[0].name,
  booked?.service.name,
  booked?.customer.name,
  booked?.customer.phone,
]

/** Points at a time of somebody, by the lines of the hours: eight o’clock is the first. */
async function pointAt(of: Page, who: string, clock: string): Promise<void> {
  const free = of.getByRole('button', { name: `${who}: freie Zeit wählen` })
  await free.waitFor()
  const box = await free.boundingBox()
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  if (!box) throw new Error('There is no such column.')
  // From eight to six are ten hours.
  const y = box.y + ((hour * 60 + minute - 480 + 5) / 600) * box.height
  await of.mouse.click(box.x + box.width / 2, y)
}

describe('Somebody who points at a free time', () => {
  test('books it for a new customer: service, customer, done', async () => {
    await pointAt(page, 'Jonas', '10:15')
    const sheet = page.getByRole('dialog', { name: 'Neuer Termin' })
    await expect.poll(() => sheet.getByRole('button', { name: /Färben/ }).isDisabled()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await sheet.getByRole('button', { name: /Haarschnitt Herren/ }).click()
    await sheet.getByText(/10:15/).last().waitFor()
    await picture(page, 'booking-customer')
    await sheet.getByLabel('Für wen?').fill('Jens Kowalski')
    await sheet.getByRole('button', { name: 'Neuer Kunde: Jens Kowalski' }).click()
    await sheet.getByLabel('Telefon').fill('0171 3920017')
    expect(await accessibilityProblems(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Termin buchen' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /Gebucht: Jens Kowalski.*10:15.*Jonas/ })
      .waitFor()
    const [booked] = await appointments()
    expect(facts(booked)).toEqual(['10:15', 'Jonas', 'Haarschnitt Herren', 'Jens Kowalski', '+491713920017'])
    expect(booked.source).toBe('staff')
  })

  test('finds a known customer by a few letters', async () => {
    await pointAt(page, 'Mara', '11:00')
    const sheet = page.getByRole('dialog', { name: 'Neuer Termin' })
    await sheet.getByRole('button', { name: /Föhnen/ }).click()
    await sheet.getByLabel('Für wen?').fill('kowal')
    await sheet.getByRole('button', { name: /Jens Kowalski 0171 3920017/ }).click()
    await sheet.getByRole('button', { name: 'Termin buchen' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /Gebucht: Jens Kowalski.*11:00.*Mara/ })
      .waitFor()
    const { body } = await product.get('/api/v1/customers?q=Kowalski', product.keys.salon)
    expect(body.items).toHaveLength(1)
  })

  test('is told when somebody else was quicker, and chooses another time', async () => {
    await pointAt(page, 'Jonas', '14:00')
    const sheet = page.getByRole('dialog', { name: 'Neuer Termin' })
    await sheet.getByRole('button', { name: /Haarschnitt Herren/ }).click()
    await sheet.getByLabel('Für wen?').fill('Kowalski')
    await sheet.getByRole('button', { name: /Jens Kowalski 0171/ }).click()
    await bookElsewhere('Haarschnitt Herren', 'Jonas', '14:00')
    await sheet.getByRole('button', { name: 'Termin buchen' }).click()
    await sheet.getByText('Diese Zeit hat gerade jemand anderes bekommen.').waitFor()
    await sheet.getByRole('button', { name: '14:30', exact: true }).waitFor()
    await sheet.getByRole('button', { name: 'Schließen' }).click()
  })

  test('is told why a service cannot start there, and what is free', async () => {
    await pointAt(page, 'Jonas', '09:00')
    const sheet = page.getByRole('dialog', { name: 'Neuer Termin' })
    await sheet.getByRole('button', { name: /Haarschnitt Damen/ }).click()
    await sheet.getByText(/09:00: Jonas ist dann nicht da/).waitFor()
    await sheet.getByRole('button', { name: '11:15', exact: true }).waitFor()
    await sheet.getByRole('button', { name: 'Schließen' }).click()
  })
})

test('Why Thursday at ten is not offered is answered in plain words, person by person', async () => {
  const thursday = Temporal.PlainDate.from(wednesday).add({ days: 1 })
  await page.getByRole('link', { name: 'Nächster Tag' }).click()
  await page.getByText(`${thursday.day}.`).first().waitFor()
  await pointAt(page, 'Jonas', '10:00')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Warum nicht?').click()
  await sheet.getByLabel('Leistung').selectOption('Haarschnitt Herren')
  await sheet
    .getByRole('listitem')
    .filter({ hasText: 'Jonas' })
    .getByText('Jonas ist dann nicht da')
    .waitFor()
  await sheet.getByRole('listitem').filter({ hasText: 'Mara' }).getByText(/frei/).waitFor()
  await picture(page, 'explain-time')
  expect(await accessibilityProblems(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Schließen' }).click()
  await page.getByRole('link', { name: 'Voriger Tag' }).click()
})

describe('Somebody who blocks the afternoon', () => {
  test('sees the appointments that stand in it, and decides about each', async () => {
    await bookElsewhere('Föhnen', 'Jonas', '16:00')
    await page.getByRole('button', { name: 'Zeit sperren' }).click()
    const form = page.getByRole('dialog', { name: 'Zeit sperren' })
    await form.getByLabel('Für wen').selectOption('Jonas')
    await form.getByRole('button', { name: 'Nachmittag' }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'block-form')
    await form.getByRole('button', { name: 'Sperren', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Termine in gesperrter Zeit' })
    await sheet.getByText('2 Termine brauchen eine Entscheidung').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'collisions')

    const first = sheet.getByRole('listitem').filter({ hasText: '14:00' })
    await first.getByRole('button', { name: 'Verschieben' }).click()
    await first.getByLabel('Bei wem').selectOption('Mara')
    await first.getByRole('button', { name: '15:00', exact: true }).click()
    await sheet.getByText('1 Termin braucht eine Entscheidung').waitFor()

    const second = sheet.getByRole('listitem').filter({ hasText: '16:00' })
    await second.getByRole('button', { name: 'Behalten' }).click()
    const dialog = page.getByRole('dialog', { name: 'Termin trotzdem behalten?' })
    await dialog.getByLabel('Grund').fill('Jonas kommt dafür zurück')
    await dialog.getByRole('button', { name: 'Behalten' }).click()
    await sheet.getByText('Alles geklärt.').waitFor()
    await sheet.getByRole('button', { name: 'Schließen' }).click()
    const { body } = await product.get('/api/v1/block-collisions', product.keys.salon)
    expect(body.items.map(({ state }: Json) => state).toSorted()).toEqual(['kept', 'moved'])
  })

  test('can open it again from the calendar', async () => {
    await page.getByText('Abwesend').waitFor()
    await pointAt(page, 'Jonas', '13:30')
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Sperren', { exact: true }).click()
    await sheet.getByRole('button', { name: /^Aufheben/ }).click()
    await sheet.getByText('Die Sperre ist aufgehoben.').waitFor()
    await sheet.getByRole('button', { name: 'Schließen' }).click()
    await page.getByText('Abwesend').waitFor({ state: 'detached' })
  })
})

test('On a phone an appointment is booked without pointing at a time', async () => {
  const phone = await enterOffice(browser, product, {
    path: `/calendar?day=${wednesday}`,
    heading,
    options: { viewport: PHONE, hasTouch: true },
  })
  await phone.getByRole('button', { name: 'Neuer Termin' }).tap()
  const sheet = phone.getByRole('dialog', { name: 'Neuer Termin' })
  await sheet.getByRole('button', { name: /Kinderhaarschnitt/ }).tap()
  await sheet.getByLabel('Bei wem').selectOption('Mara')
  await sheet.getByRole('button', { name: '09:00', exact: true }).tap()
  await sheet.getByLabel('Für wen?').fill('Mia Hartmann')
  await sheet.getByRole('button', { name: 'Neuer Kunde: Mia Hartmann' }).tap()
  expect(await accessibilityProblems(phone)).toEqual([])
  expect(await isTooWide(phone)).toBe(false)
  await picture(phone, 'booking-phone')
  await sheet.getByRole('button', { name: 'Termin buchen' }).tap()
  await phone
    .getByRole('status')
    .filter({ hasText: /Gebucht: Mia Hartmann/ })
    .waitFor()
  await phone.close()
})

test('Nothing of all this was an error in the browser', () => {
  // A time that somebody else got is answered 409, which the browser notes.
  expect(browser.problems.filter(problem => !/status of 409/.test(problem))).toEqual([])
})

async function bookElsewhere(service: string, staff: string, clock: string): Promise<void> {
  const to = Temporal.PlainDate.from(wednesday).add({ days: 1 }).toString()
  const query = new URLSearchParams({ service, staff, from: wednesday, to })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
  const slot = body.items.find((item: Json) => item.starts_at.startsWith(`${wednesday}T${clock}`))
  const wish = { token: slot.token, customer: { name: 'Anna Reuter' } }
  expect((await product.post('/api/v1/appointments', product.keys.salon, wish)).status).toBe(201)
}
