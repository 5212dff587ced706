import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

/** A Friday; what is booked is on the Thursday after. */
const clock = { now: () => Temporal.Instant.from('2026-11-20T10:00:00+01:00') }

let product: TestProduct
let calendar: MemoryCalendar
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ web: true, clock, calendarAdapters: { caldav: calendar.adapter } })
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: '/calendars', heading: 'Verbundene Kalender' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const panel = (name: string) => page.getByRole('region', { name })
const readCalendar = async (): Promise<void> => {
  await page.getByRole('button', { name: /Jetzt lesen/ }).click()
  await page.getByText('Wird gelesen.').waitFor()
  await product.settled()
}

async function book(time: string): Promise<void> {
  const query = new URLSearchParams({
    service: 'Haarschnitt Damen',
    staff: 'Mara',
    from: '2026-11-26',
    to: '2026-11-27',
  })
  const { items } = (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body
  const { token } = items.find((slot: Json) => slot.starts_at.slice(11, 16) === time)
  const wish = { token, customer: { name: 'Petra Lindner' } }
  const { status } = await product.post('/api/v1/appointments', product.keys.salon, wish)
  expect(status).toBe(201)
  await product.settled()
}

describe('Calendars elsewhere', () => {
  test('say what there is to do where none is connected', async () => {
    await page.getByText('Noch kein Kalender verbunden').waitFor()
    await page.getByText('Nichts zu entscheiden').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('are connected with what the provider wants to be told, and nothing of it is shown again', async () => {
    const form = panel('Konto verbinden')
    await form.getByLabel('Anbieter').selectOption('ics')
    expect(await form.getByLabel('Passwort').count()).toBe(0)
    await form.getByLabel('Anbieter').selectOption('caldav')
    await form.getByLabel('Name des Kontos').fill('Mara privat')
    await form.getByLabel('Adresse').fill('https://cloud.example/dav')
    await form.getByLabel('Benutzername').fill('mara')
    await form.getByLabel('Passwort', { exact: true }).fill('geheim')
    await form.getByRole('button', { name: 'Konto verbinden' }).click()
    await panel('Konten')
      .getByRole('button', { name: /Kalender zuordnen/ })
      .waitFor()
    expect(await page.getByLabel('Passwort', { exact: true }).inputValue()).toBe('')
    expect(await page.content()).not.toContain('geheim')
  })

  test('are said to be somebody’s, and are read', async () => {
    await page.getByRole('button', { name: /Kalender zuordnen/ }).click()
    await page.getByLabel('Gehört').selectOption('Mara')
    await panel('Konten').getByRole('button', { name: 'Kalender zuordnen', exact: true }).last().click()
    await page.getByText(/^Mara: /).waitFor()
    await product.settled()
    await readCalendar()
    await panel('Konten')
      .getByText(/zuletzt gelesen/)
      .first()
      .waitFor()
    await picture(page, 'calendars-elsewhere')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('ask somebody when an appointment was moved there, and put it back if that is said', async () => {
    await book('10:00')
    const [event] = calendar.events().filter(({ reference }) => reference !== null)
    if (!event) throw new Error('The appointment is not there.')
    const at = (time: string) => Temporal.Instant.from(`2026-11-26T${time}:00+01:00`)
    calendar.moveOutside(event.reference ?? '', { startsAt: at('14:00'), endsAt: at('15:00') })
    await readCalendar()
    const conflicts = panel('Zu entscheiden')
    await conflicts.getByText(/Der Termin wurde in .* verschoben/).waitFor()
    await picture(page, 'calendar-conflict')
    expect(await accessibilityProblems(page)).toEqual([])
    await conflicts.getByRole('button', { name: /Unseren behalten/ }).click()
    await conflicts.getByText('Nichts zu entscheiden').waitFor()
    await product.settled()
    const [restored] = calendar.events().filter(({ reference }) => reference !== null)
    expect(restored?.occurrences[0]?.startsAt.toString()).toBe('2026-11-26T09:00:00Z')
  })

  test('show with what cannot be entered there, and why', async () => {
    calendar.setFault(() => 'unauthorised')
    await book('15:00')
    await panel('Noch nicht gleich').getByText('fehlgeschlagen').waitFor()
    await panel('Konten').getByText('Neu anmelden').waitFor()
    calendar.setFault(() => null)
    await page.getByRole('button', { name: /Erneut versuchen/ }).click()
    await panel('Noch nicht gleich').getByText('Beide Seiten sind gleich').waitFor()
  })

  test('give somebody an address of their own appointments, show it once, and take it back', async () => {
    const feeds = panel('Eigene Abos')
    await feeds.getByText('Noch kein Abo').waitFor()
    await feeds.getByRole('button', { name: 'Adresse erstellen', exact: true }).click()
    const address = feeds.getByRole('button', { name: /calendars.feeds/ })
    await address.waitFor()
    await feeds.getByText(/Adresse seit/).waitFor()
    const shown = (await address.textContent()) ?? ''
    expect((await fetch(shown)).status).toBe(200)
    expect(await accessibilityProblems(page)).toEqual([])
    await feeds.getByRole('button', { name: /^Zurückziehen/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zurückziehen', exact: true }).click()
    await feeds.getByText('Noch kein Abo').waitFor()
    expect((await fetch(shown)).status).toBe(404)
  })

  test('say which free times only one side offers, and why', async () => {
    await product.database.query(
      `with connection as (
         insert into calendar_connection (tenant_id, id, provider, name, created_at)
         values ($1, gen_random_uuid(), 'calcom', 'Salon bei Cal.com', now()) returning tenant_id, id),
       link as (
         insert into calendar_link (tenant_id, id, connection_id, resource_id, target, target_name, direction, next_read_at, created_at)
         select connection.tenant_id, gen_random_uuid(), connection.id, resource.id, 'event_type/101', 'Damenhaarschnitt',
           'write', now() + interval '1 year', now()
         from connection, resource where resource.tenant_id = $1 and resource.name = 'Mara' returning tenant_id, id)
       insert into calendar_drift (tenant_id, link_id, state, compared_at, window_start, window_end, agreeing, differences)
       select link.tenant_id, link.id, 'compared', '2026-11-20T03:35:00Z', '2026-11-20T03:35:00Z', '2026-11-27T03:35:00Z', 90,
         '[{"side": "there", "reason": "absent", "count": 7, "starts": ["2026-11-24T09:00:00Z"]}]' from link`,
      [await product.tenantId('salon')],
    )
    await page.reload()
    const drifts = panel('Freie Zeiten bei Cal.com')
    await drifts.getByText('7-mal nur bei Cal.com angeboten: hier ist jemand abwesend.').waitFor()
    await drifts.getByText('90 Zeiten stimmen überein').waitFor()
    await drifts.getByRole('button', { name: /Jetzt vergleichen/ }).waitFor()
    await picture(page, 'calendar-drift')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('say how a login elsewhere ended', async () => {
    await page.goto(`${product.url}/app/calendars?consent=refused`)
    await page.getByText('Beim Anbieter wurde nicht zugestimmt').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('fit on a phone', async () => {
    await page.setViewportSize(PHONE)
    expect(await isTooWide(page)).toBe(false)
    await picture(page, 'calendars-elsewhere-phone')
  })

  test('leave nothing in the console', () => {
    expect(browser.problems).toEqual([])
  })
})
