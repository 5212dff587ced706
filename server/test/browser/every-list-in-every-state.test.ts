import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillTenant } from '../support/fill-tenant.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, accessibilityProblemsInBothThemes } from './accessibility.ts'
import { enterOffice } from './enter-office.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

type List = { page: string; asks: string; empty: string }

/** Each list that is read with a request of its own: where it stands, what it asks for, what it says when there is nothing. */
const LISTS: Readonly<Record<string, List>> = {
  'the calls': { page: '/calls', asks: 'calls', empty: 'Noch hat niemand angerufen.' },
  'the latest calls': { page: '/', asks: 'calls', empty: 'Noch keine Anrufe.' },
  'the appointments of today': { page: '/', asks: 'appointments', empty: 'Heute steht nichts im Kalender.' },
  'the appointments of a day': { page: '/appointments', asks: 'appointments', empty: 'keine Termine.' },
  'the customers': { page: '/customers', asks: 'customers', empty: 'Noch keine Kunden.' },
  'the callbacks': { page: '/open', asks: 'callback-requests', empty: 'Niemand wartet auf einen Rückruf.' },
  'the wishes': { page: '/open', asks: 'wishes', empty: 'Kein Wunsch blieb offen.' },
  'the waitlist': { page: '/open', asks: 'waitlist', empty: 'Niemand wartet auf einen Platz.' },
  'the services': { page: '/catalogue?tab=services', asks: 'services', empty: 'Noch keine Leistungen.' },
  'the team': { page: '/catalogue?tab=team', asks: 'staff', empty: 'Noch niemand, der Termine hat.' },
  'the rooms': { page: '/catalogue?tab=rooms', asks: 'resources', empty: 'Keine Räume und Geräte.' },
  'the closures': { page: '/catalogue?tab=closed', asks: 'closures', empty: 'Nichts gesperrt.' },
  'the invitations': { page: '/people', asks: 'invitations', empty: 'Niemand ist eingeladen.' },
  'the keys': { page: '/keys', asks: 'api-keys', empty: 'Noch kein Schlüssel.' },
  'the record of changes': { page: '/audit', asks: 'audit-events', empty: 'Keine Änderung gefunden.' },
  'the jobs': { page: '/jobs', asks: 'jobs', empty: 'Nichts zu tun.' },
  'the inbox': { page: '/inbox', asks: 'inbox-events', empty: 'Noch ist nichts angekommen.' },
  'the versions': { page: '/receptionist', asks: 'receptionist/versions', empty: 'Noch keine Version.' },
  'the connected accounts': {
    page: '/calendars',
    asks: 'calendar-connections',
    empty: 'Noch kein Kalender verbunden',
  },
  'the feeds': { page: '/calendars', asks: 'calendar-feeds', empty: 'Noch kein Abo' },
}
/** Lists in pages, and how many rows one has. */
const PAGED = ['the calls', 'the customers', 'the record of changes', 'the jobs', 'the inbox'] as const
/** Lists that a page reads whole, and how many of them stand on it. */
const WHOLE = [
  ['the services', 1],
  ['the team', 1],
  ['the rooms', 1],
  ['the callbacks', 2],
] as const
const FEW = 3
const ROWS = 150
/** In dark only colours differ. */
const COLOURS = ['color-contrast']

const FAILED = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: '/errors/platform/internal', status: 500, instance: 'the-failed-request' }),
}
const NOTHING = { json: { items: [], next_cursor: null } }

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true, worker: 'none' })
  await fill(1, FEW)
  browser = await openBrowser()
  page = await enterOffice(browser, product, { path: '/more', heading: 'Mehr' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function fill(from: number, to: number): Promise<void> {
  await fillTenant(product.database, { tenantId: await product.tenantId('salon'), from, to })
}

/** Answers what a list asks for itself, as long as it is told to. */
async function answering(asks: string, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll()
  await page.route(({ pathname }) => pathname === `/api/v1/${asks}`, answer)
}

const main = (): Locator => page.getByRole('main')
const rows = () => main().getByRole('listitem').count()

describe.each(Object.entries(LISTS))('Of %s', (_name, { page: path, asks, empty }) => {
  test('somebody sees that they are on their way, that they failed, and after another try that there are none', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await answering(asks, async route => {
      await released
      await route.fulfill(FAILED)
    })
    await page.goto(`${product.url}/app${path}`)
    await main().locator('[aria-busy="true"]').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await accessibilityProblemsInBothThemes(page, 'main')).toEqual([])
    release()

    const alert = page.getByRole('alert').first()
    await expect.poll(() => alert.textContent()).toContain('Das ließ sich nicht laden')
    expect(await alert.textContent()).toContain('Auf unserer Seite ist etwas schiefgegangen.')
    expect(await accessibilityProblemsInBothThemes(page, 'main')).toEqual([])

    await answering(asks, route => route.fulfill(NOTHING))
    for (const retry of await page.getByRole('button', { name: 'Erneut versuchen' }).all())
      await retry.click()
    await main().getByText(empty).first().waitFor()
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    expect(await accessibilityProblemsInBothThemes(page, 'main')).toEqual([])
  })
})

describe('With more than a hundred of everything', () => {
  beforeAll(() => fill(FEW + 1, ROWS))

  test.each(PAGED)(
    '%s say when the next ones do not come, keep what is there, and go on after another try',
    async name => {
      const { page: path, asks } = LISTS[name] as List
      await page.unrouteAll()
      await page.goto(`${product.url}/app${path}`)
      const more = page.getByRole('button', { name: 'Mehr laden' })
      await more.waitFor()
      const before = await rows()
      await answering(asks, route =>
        route.request().url().includes('cursor=') ? route.fulfill(FAILED) : route.continue(),
      )
      await more.click()
      const alert = page.getByRole('alert')
      await expect.poll(() => alert.textContent()).toContain('Das ließ sich nicht laden')
      expect(await rows()).toBeGreaterThanOrEqual(before)
      await page.unrouteAll()
      await alert.getByRole('button', { name: 'Erneut versuchen' }).click()
      await expect.poll(rows).toBeGreaterThan(before)
      expect(await alert.count()).toBe(0)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await accessibilityProblems(page, 'main', COLOURS)).toEqual([])
    },
  )

  test.each(WHOLE)('%s are there to the last one, as is what stands beside them', async (name, lists) => {
    await page.unrouteAll()
    await page.goto(`${product.url}/app${(LISTS[name] as List).page}`)
    await expect.poll(rows, { timeout: 20_000 }).toBeGreaterThanOrEqual(lists * ROWS)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page, 'main', COLOURS)).toEqual([])
  })
})
