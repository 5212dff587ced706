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

/** A Wednesday on which everybody of the salon works. */
const wednesday = nextWednesday()
const heading = 'Kalender'

async function book(wish: { service: string; staff: string; at: string; name: string }): Promise<Json> {
  const { service, staff, at, name } = wish
  const query = new URLSearchParams({ service, staff, from: wednesday, to: nextDay(wednesday) })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
  const slot = body.items.find((item: Json) => item.starts_at.startsWith(`${wednesday}T${at}`))
  const booked = await product.post('/api/v1/appointments', product.keys.salon, {
    token: slot.token,
    customer: { name },
  })
  return booked.body
}

const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const inBerlin = (clock: string) =>
  Temporal.PlainDateTime.from(`${wednesday}T${clock}`)
    .toZonedDateTime('Europe/Berlin')
    .toString({ timeZoneName: 'never' })

const startOf = async ({ id }: Json): Promise<string> => {
  const { body } = await product.get(`/api/v1/appointments/${id}`, product.keys.salon)
  return `${body.starts_at.slice(11, 16)} ${body.staff[0].name}`
}

const entry = (name: string, of = page) => of.getByRole('button', { name: new RegExp(`, ${name}, `) })

/** Until the page has it there: what the status says may come before the calendar was read again. */
const isSeenAt = (time: string, name: string, who: string) =>
  page.getByRole('button', { name: new RegExp(`^${time} – .*, ${name}, .*, ${who}, `) }).waitFor()

let cut: Json
let colour: Json

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  colour = await book({ service: 'Färben', staff: 'Mara', at: '10:00', name: 'Petra Lindner' })
  cut = await book({ service: 'Haarschnitt Herren', staff: 'Jonas', at: '11:00', name: 'Jens Kowalski' })
  await book({ service: 'Haarschnitt Damen', staff: 'Aylin', at: '09:00', name: 'Anna Reuter' })
  page = await enterOffice(browser, product, { path: `/calendar?day=${wednesday}`, heading })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('The calendar of a day', () => {
  test('shows who has which appointment when, and nothing is hard to reach', async () => {
    await entry('Petra Lindner').waitFor()
    await page
      .getByRole('button', { name: /10:00 – 12:00, Petra Lindner, Färben, Mara, Bestätigt/ })
      .waitFor()
    await page.getByRole('button', { name: /11:00 – 11:30, Jens Kowalski/ }).waitFor()
    await picture(page, 'calendar-day')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('an appointment is moved with the keyboard alone, and the move taken back', async () => {
    await entry('Jens Kowalski').focus()
    await page.keyboard.press('m')
    await page.getByText('Jens Kowalski wird verschoben.').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByText('Neue Zeit: 11:30, Jonas').waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /Verschoben: Jens Kowalski.*11:30/ })
      .waitFor()
    expect(await startOf(cut)).toBe('11:30 Jonas')
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByText('Der Termin ist wieder, wo er war.').waitFor()
    expect(await startOf(cut)).toBe('11:00 Jonas')
    await isSeenAt('11:00', 'Jens Kowalski', 'Jonas')
  })

  test('Escape leaves an appointment where it is', async () => {
    await entry('Jens Kowalski').focus()
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Escape')
    await page.getByText('Der Termin bleibt, wo er ist.').waitFor()
    expect(await startOf(cut)).toBe('11:00 Jonas')
  })

  test('an appointment is dragged to somebody else at another time', async () => {
    await drag(entry('Jens Kowalski'), { to: 'Mara', minutes: 210 })
    await page
      .getByRole('status')
      .filter({ hasText: /Verschoben: Jens Kowalski.*14:30.*Mara/ })
      .waitFor()
    expect(await startOf(cut)).toBe('14:30 Mara')
    await isSeenAt('14:30', 'Jens Kowalski', 'Mara')
  })

  test('where it is not possible the server says why, and what is free instead', async () => {
    await drag(entry('Jens Kowalski'), { to: 'Mara', minutes: -240 })
    const sheet = page.getByRole('dialog', { name: 'Dort ist es nicht möglich' })
    await sheet.getByText(/10:30: Mara ist bis 10:45 belegt/).waitFor()
    await picture(page, 'calendar-conflict')
    expect(await accessibilityProblems(page)).toEqual([])
    await sheet.getByRole('button', { name: /09:30 Mara/ }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /Verschoben: Jens Kowalski.*09:30/ })
      .waitFor()
    expect(await startOf(cut)).toBe('09:30 Mara')
    await isSeenAt('09:30', 'Jens Kowalski', 'Mara')
  })

  test('a click on an appointment shows its parts, and a new time can be chosen there', async () => {
    await entry('Petra Lindner').click({ position: { x: 30, y: 10 } })
    const sheet = page.getByRole('dialog', { name: 'Petra Lindner' })
    await sheet.getByText('Einwirkzeit').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'calendar-appointment')
    await sheet.getByRole('button', { name: 'Verschieben' }).click()
    await sheet.getByRole('button', { name: '15:00', exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /Verschoben: Petra Lindner/ })
      .waitFor()
    expect(await startOf(colour)).toBe('15:00 Mara')
  })
})

test('Two people at the calendar see each other’s changes', async () => {
  const other = await enterOffice(browser, product, { path: `/calendar?day=${wednesday}`, heading })
  await entry('Anna Reuter', other).waitFor()
  const booked = await book({ service: 'Föhnen', staff: 'Aylin', at: '13:00', name: 'Mia Hartmann' })
  await entry('Mia Hartmann', other).waitFor()
  await entry('Mia Hartmann').waitFor()
  await product.post(`/api/v1/appointments/${booked.id}/cancel`, product.keys.salon, { override: 'Test' })
  await entry('Mia Hartmann', other).waitFor({ state: 'detached' })
  await other.close()
})

test('Time that somebody blocks appears while one looks at it', async () => {
  const { body } = await product.get('/api/v1/staff', product.keys.salon)
  const jonas = body.items.find((person: Json) => person.name === 'Jonas')
  await product.post('/api/v1/absences', product.keys.salon, {
    staff_id: jonas.id,
    kind: 'training',
    starts_at: inBerlin('15:00'),
    ends_at: inBerlin('18:00'),
  })
  await page.getByText('Fortbildung').waitFor()
})

test('A week and a month are in the address, and lead to their days', async () => {
  await page.getByRole('navigation', { name: 'Ansicht' }).getByRole('link', { name: 'Woche' }).click()
  await entry('Anna Reuter').waitFor()
  expect(new URL(page.url()).search).toContain('view=week')
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'calendar-week')
  await page.getByRole('navigation', { name: 'Ansicht' }).getByRole('link', { name: 'Monat' }).click()
  const cell = page.getByRole('link', { name: /Mittwoch, .*, 3 Termine/ })
  await cell.waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'calendar-month')
  await cell.click()
  await entry('Anna Reuter').waitFor()
  expect(new URL(page.url()).search).toContain(`day=${wednesday}`)
})

test('On a phone the day fits, and an appointment is moved without dragging', async () => {
  const phone = await enterOffice(browser, product, {
    path: `/calendar?day=${wednesday}`,
    heading,
    options: { viewport: PHONE, hasTouch: true },
  })
  await entry('Anna Reuter', phone).tap()
  const sheet = phone.getByRole('dialog', { name: 'Anna Reuter' })
  await sheet.getByRole('button', { name: 'Verschieben' }).tap()
  await sheet.getByRole('button', { name: '09:15', exact: true }).waitFor()
  expect(await accessibilityProblems(phone)).toEqual([])
  await picture(phone, 'calendar-times-phone')
  await sheet.getByRole('button', { name: 'Schließen' }).tap()
  expect(await isTooWide(phone)).toBe(false)
  expect(await accessibilityProblems(phone)).toEqual([])
  await picture(phone, 'calendar-day-phone')
  await phone.close()
})

test('Nothing of all this was an error in the browser', () => {
  expect(browser.problems).toEqual([])
})

type Target = { to: string; minutes: number }

/** By the mouse, as many minutes later, into the column of a person. */
async function drag(what: ReturnType<typeof entry>, { to, minutes }: Target): Promise<void> {
  // What the last test moved may still be on its way: an entry that goes meanwhile is looked for again.
  const part = what.locator('span').first()
  await part.evaluate(element => element.scrollIntoView({ block: 'nearest' }))
  const from = await part.boundingBox()
  const column = await page
    .getByRole('button', { name: new RegExp(`, ${to}, `) })
    .first()
    .boundingBox()
  const length = await what.getAttribute('aria-label')
  if (!from || !column || !length) throw new Error('There is nothing to drag.')
  // 30 minutes of a men's haircut are as high as its block.
  const perMinute = from.height / 30
  await page.mouse.move(from.x + 20, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(column.x + 20, from.y + 5 + (minutes * perMinute) / 2, { steps: 4 })
  await page.mouse.move(column.x + 20, from.y + 5 + minutes * perMinute, { steps: 4 })
  await page.mouse.up()
}
