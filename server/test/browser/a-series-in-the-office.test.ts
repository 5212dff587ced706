import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page
let series: Json

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 14 })
  const { body } = await product.post('/api/v1/series', product.keys.salon, {
    service: 'Föhnen',
    staff: 'Mara',
    rrule: 'FREQ=WEEKLY;COUNT=3',
    dtstart: `${day.add({ days: 2 - day.dayOfWeek })}T10:00`,
    customer: { name: 'Petra Lindner' },
    conflicts: 'skip',
  })
  series = body
  page = await browser.visit()
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await page.getByRole('link', { name: 'Anrufe', exact: true }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('An appointment of a series says which one it is, and cancelling it asks how many are meant', async () => {
  const [first] = series.appointments
  const many = series.appointments.length
  await page.goto(`${product.url}/app/appointments/${first.id}`)
  await page.getByText(`Termin 1 von ${many} dieser Serie`).waitFor()
  expect(await page.locator('ol a[aria-current="page"]').count()).toBe(1)
  expect(await page.locator('ol').getByRole('link').count()).toBe(many)
  await page.getByRole('button', { name: 'Absagen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Termin absagen?' })
  expect(await dialog.getByRole('radio').count()).toBe(3)
  await dialog.getByRole('radio', { name: 'Dieser und alle danach' }).check()
  await dialog.getByRole('button', { name: 'Absagen' }).click()
  await page.getByText(`${many} Termine sind abgesagt.`).waitFor()
  const { body } = await product.get(`/api/v1/series/${series.id}`, product.keys.salon)
  expect(body.upcoming).toBe(0)
  expect(browser.problems).toEqual([])
})
