import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, pictureOf } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page
let guide: string
let thursday: string
let friday: string
/** Clicks and fields since the page "Heute". */
let steps: number

beforeAll(async () => {
  guide = await readFile(join(import.meta.dirname, '../../../docs/guides/admin.md'), 'utf8')
  product = await startProduct({ web: true })
  browser = await openBrowser()
  thursday = await nextThursday()
  friday = String(Temporal.PlainDate.from(thursday).add({ days: 1 }))
  page = await enterOffice(browser, product, { path: '/', heading: 'Heute' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Some way ahead, in a week in which nobody celebrates. */
async function nextThursday(): Promise<string> {
  const soon = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 12 })
  for (let day = soon.add({ days: (11 - soon.dayOfWeek) % 7 }); ; day = day.add({ days: 7 })) {
    const { body } = await get(`/calendar?from=${day}&to=${day.add({ days: 2 })}`)
    if (body.holidays.length === 0) return String(day)
  }
}

const get = (path: string) => product.get(`/api/v1${path}`, product.keys.salon)

async function start(): Promise<void> {
  steps = 0
  await page.goto(`${product.url}/app/`)
  await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor()
}

async function click(what: Locator): Promise<void> {
  steps += 1
  await what.click()
}

async function fill(what: Locator, value: string): Promise<void> {
  steps += 1
  await what.fill(value)
}

/** What the guide says that a way takes. */
function promised(heading: string): number {
  const [, number = ''] = new RegExp(`^## ${heading} \\((\\d+) Schritte?\\)$`, 'm').exec(guide) ?? []
  return Number(number)
}

async function bookOn(day: string, service: string, clock: string): Promise<void> {
  const to = Temporal.PlainDate.from(day).add({ days: 1 })
  const { body } = await get(`/availability?service=${encodeURIComponent(service)}&from=${day}&to=${to}`)
  const slot = body.items.find((item: Json) => item.starts_at.startsWith(`${day}T${clock}`))
  const wish = { token: slot.token, customer: { name: 'Anna Reuter' } }
  expect((await product.post('/api/v1/appointments', product.keys.salon, wish)).status).toBe(201)
}

test('why Thursday at ten is not offered', async () => {
  const { items } = (await get('/staff')).body
  for (const { id, name } of items.filter(({ name }: Json) => name !== 'Jonas')) {
    const fair = { resource_id: id, starts_at: thursday, ends_at: friday, reason: 'Messe' }
    expect([name, (await product.post('/api/v1/closures', product.keys.salon, fair)).status]).toEqual([
      name,
      201,
    ])
  }
  await start()
  await click(page.getByRole('button', { name: 'Befehl suchen' }))
  await click(page.getByRole('option', { name: 'Warum ist eine Zeit nicht frei?' }))
  const sheet = page.getByRole('dialog')
  await fill(sheet.getByLabel('Tag'), thursday)
  await fill(sheet.getByLabel('Uhrzeit'), '10:00')
  const reason = (name: string) => sheet.getByRole('listitem').filter({ hasText: name })
  await reason('Jonas').getByText('Jonas ist dann nicht da').waitFor()
  await reason('Mara')
    .getByText(/gesperrt/)
    .waitFor()
  expect(await sheet.getByText(/: frei/).count()).toBe(0)
  expect(steps).toBe(promised('Warum ist Donnerstag, 10 Uhr, nicht frei\\?'))
  expect(await accessibilityProblems(page)).toEqual([])
  await pictureOf(sheet, { name: 'admin-warum', height: 720 })
})

test('Friday afternoon is blocked, and its two appointments are dealt with', async () => {
  await bookOn(friday, 'Föhnen', '14:00')
  await bookOn(friday, 'Föhnen', '15:00')
  await start()
  await click(page.getByRole('link', { name: 'Kalender', exact: true }))
  await fill(page.getByLabel('Tag', { exact: true }), friday)
  await page.waitForURL(address => address.search.includes(friday))
  await click(page.getByRole('button', { name: 'Zeit sperren' }))
  const form = page.getByRole('dialog', { name: 'Zeit sperren' })
  await click(form.getByRole('button', { name: 'Nachmittag' }))
  await click(form.getByRole('button', { name: 'Sperren', exact: true }))
  const sheet = page.getByRole('dialog', { name: 'Termine in gesperrter Zeit' })
  await sheet.getByText('2 Termine brauchen eine Entscheidung').waitFor()
  await pictureOf(sheet, { name: 'admin-sperren', height: 410 })
  const first = sheet.getByRole('listitem').filter({ hasText: '14:00' })
  await click(first.getByRole('button', { name: 'Verschieben' }))
  await click(first.getByRole('button', { name: /^\d\d:\d\d/ }).first())
  await sheet.getByText('1 Termin braucht eine Entscheidung').waitFor()
  const second = sheet.getByRole('listitem').filter({ hasText: '15:00' })
  await click(second.getByRole('button', { name: 'Behalten' }))
  const dialog = page.getByRole('dialog', { name: 'Termin trotzdem behalten?' })
  await fill(dialog.getByLabel('Grund'), 'Wir bleiben dafür länger')
  await click(dialog.getByRole('button', { name: 'Behalten' }))
  await sheet.getByText('Alles geklärt.').waitFor()
  expect(steps).toBe(promised('Freitagnachmittag sperren'))
  expect(await accessibilityProblems(page)).toEqual([])
})

test('what the caller of the last ghost booking was told', async () => {
  const kept = await send(product.url, {
    method: 'PATCH',
    path: '/api/v1/settings',
    key: product.keys.salon,
    body: { store_transcripts: true },
  })
  expect(kept.status).toBe(200)
  await product.retell.playCall({
    script: {
      from: '+491713920044',
      to: '+493023125001',
      steps: [
        { agent: 'Salon Morgenrot, hier spricht eine KI.' },
        { user: 'Ich möchte am Freitag um zehn kommen.' },
        { agent: 'Ich habe Sie für Freitag um zehn Uhr eingetragen.' },
      ],
      ended: { disconnection_reason: 'user_hangup' },
    },
  })
  await start()
  const attention = page.getByRole('region', { name: 'Braucht Sie' })
  await click(attention.getByRole('link', { name: 'Zum Anruf' }))
  const claims = page.getByRole('region', { name: 'Was zugesagt wurde' })
  await claims.getByText(/Ich habe Sie für Freitag um zehn Uhr eingetragen/).waitFor()
  await claims.getByText('Davon ist nichts eingetragen.').waitFor()
  expect(steps).toBe(promised('Was wurde beim letzten Geistertermin gesagt\\?'))
  expect(await accessibilityProblems(page)).toEqual([])
  await pictureOf(claims, { name: 'admin-geist', height: 400 })
})

test('no step of the guide reported an error', () => {
  expect(browser.problems).toEqual([])
})
