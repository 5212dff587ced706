import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await browser.visit()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('The owner of the salon tries the receptionist', () => {
  test('logs in with one click on the demo business', async () => {
    await page.goto(`${product.url}/app/`)
    await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
    await page.getByRole('link', { name: 'Testanruf' }).first().click()
    await page.getByRole('button', { name: /Anrufen|Test starten/ }).click()
    await expect.poll(() => page.getByText('einer KI').first().isVisible()).toBe(true)
  })

  test('books by writing to it, and the appointment appears beside the conversation', async () => {
    await say('Ich hätte gern einen Herrenschnitt nächsten Dienstag Nachmittag')
    await answered(/frei\. (Was passt|Passt)/)
    await say('der erste')
    await answered(/Namen/)
    await say('Petra Lindner')
    for (
      let turn = 0;
      turn < 6 &&
      !(await page
        .getByText(/Ihr Termin ist gebucht/)
        .first()
        .isVisible());
      turn += 1
    ) {
      const last = await lastWords()
      await say(/E-Mail/.test(last) ? 'nein danke' : /Telefonnummer/.test(last) ? 'nein' : 'ja')
    }
    await expect
      .poll(() =>
        page
          .getByText(/Ihr Termin ist gebucht/)
          .first()
          .isVisible(),
      )
      .toBe(true)
    await expect
      .poll(async () => await page.getByRole('region', { name: 'Verlauf' }).textContent())
      .toContain('Termin')
    await picture(page, 'test-call')
    const rows = await product.database.query('select state, attendee_name from appointment')
    expect(rows).toEqual([{ state: 'confirmed', attendee_name: 'Petra Lindner' }])
  })

  test('finds it under the appointments of that day', async () => {
    const [row] = await product.database.query<{ day: string }>(
      "select to_char(starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day from appointment",
    )
    await page.goto(`${product.url}/app/appointments?day=${row?.day}`)
    await expect.poll(() => page.getByText('Petra Lindner').first().isVisible()).toBe(true)
    await picture(page, 'appointments')
  })

  test('finds the call with its outcome and every step in milliseconds', async () => {
    await page.goto(`${product.url}/app/calls`)
    await page.getByRole('main').getByRole('link').first().click()
    const timeline = page.getByRole('region', { name: 'Verlauf' })
    await expect.poll(() => timeline.textContent()).toMatch(/ms/)
    await transcript().getByText('Jedes Wort steht im Verlauf.').waitFor()
    await picture(page, 'call')
  })

  test('watches a recorded call of a hosted model book an appointment', async () => {
    await page.goto(`${product.url}/app/test-call`)
    await page.getByRole('tab', { name: 'Aufgezeichneter Anruf' }).click()
    await page
      .getByText(/Herrenschnitt/)
      .first()
      .click()
    await page
      .getByRole('button', { name: /abspielen|Anrufen|Test starten/i })
      .last()
      .click()
    await expect
      .poll(() => product.database.query('select id from appointment').then(rows => rows.length), {
        timeout: 45_000,
      })
      .toBe(2)
    await expect.poll(() => page.getByText('Thomas Behrend').first().isVisible()).toBe(true)
    await picture(page, 'recorded-call')
  })

  test('reads of a call by telephone that what was said is not stored', async () => {
    await page.goto(`${product.url}/app/calls`)
    await page
      .getByRole('main')
      .getByRole('link', { name: /Thomas Behrend/ })
      .first()
      .click()
    await transcript().getByText('nicht was gesagt wurde').waitFor()
  })

  test('without a single error in the browser', () => {
    expect(browser.problems).toEqual([])
  })
})

const transcript = () => page.getByRole('region', { name: 'Mitschrift' })

/** Returns once the page shows the answer: until then it sends nothing. */
async function say(text: string): Promise<void> {
  const before = await turns()
  const field = page.getByRole('textbox', { name: 'Ihre Nachricht' })
  await field.fill(text)
  await page.locator('button[aria-label="Senden"][aria-disabled="false"]').waitFor()
  await field.press('Enter')
  await expect.poll(turns).toBeGreaterThanOrEqual(before + 2)
  await page
    .getByText(await lastWords())
    .last()
    .waitFor()
}

/** Turns of both sides, as the database has them. */
async function turns(): Promise<number> {
  const [row] = await product.database.query<{ count: number }>(
    "select count(*)::int as count from call_event where kind = 'turn'",
  )
  return row?.count ?? 0
}

async function lastWords(): Promise<string> {
  const [row] = await product.database.query<{ text: string }>(
    "select arguments->>'text' as text from call_event where kind = 'turn' and name = 'receptionist' order by at desc, id desc limit 1",
  )
  return row?.text ?? ''
}

async function answered(words: RegExp): Promise<void> {
  expect(await lastWords()).toMatch(words)
  await expect.poll(() => page.getByText(words).last().isVisible()).toBe(true)
}
