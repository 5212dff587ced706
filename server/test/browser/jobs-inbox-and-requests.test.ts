import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
  page = await browser.visit()
  await signIn(page)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('While the mail server accepts nothing, a call books an appointment', () => {
  test('its confirmation appears among the jobs without a reload, with what went wrong', async () => {
    await go('Aufträge')
    product.mail.setFaults({ reject: 'temporary' })
    const call = await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
    expect(call.problems).toEqual([])
    await job().getByText('Neuer Versuch').waitFor()
    await expect.poll(() => job().textContent()).toMatch(/Versuch \d+ von \d+.*Letzter Fehler: /)
  })

  test('once all attempts are used up, it stands among the failed ones with that reason', async () => {
    await changeConfirmationJob('attempts = jobs.max_attempts')
    await filter('Gescheitert')
    await job()
      .getByText(/Alle Versuche sind aufgebraucht|Der Worker ist beim letzten Versuch/)
      .waitFor()
    await picture(page, 'jobs')
  })

  test('today names it among what needs a person, and leads to it', async () => {
    await go('Heute')
    const attention = page.getByRole('region', { name: 'Braucht Sie' })
    await attention.getByText('Eine Bestätigung ging nicht hinaus').waitFor()
    await picture(page, 'today-unsent')
    await attention.getByRole('link', { name: 'Zum Auftrag' }).click()
    await job().getByText('Gescheitert', { exact: true }).waitFor()
  })

  test('run again when the mail server is back, it is sent and leaves the list', async () => {
    product.mail.setFaults({})
    await job()
      .getByRole('button', { name: /^Erneut ausführen/ })
      .click()
    await page.getByText('1 Auftrag läuft erneut.').waitFor()
    await product.mail.waitForMessage(mail => /Termin/.test(mail.subject), 15_000)
    await page.getByText('Kein Auftrag in diesem Zustand.').waitFor()
    await go('Heute')
    await page.getByText('jede Bestätigung ging hinaus').waitFor()
    await go('Aufträge')
  })
})

describe('Another confirmation that the mail server does not take', () => {
  test('is tried again together with all others that failed, after a question', async () => {
    product.mail.setFaults({ reject: 'temporary' })
    await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
    await filter('Alle')
    await job().getByText('Neuer Versuch').waitFor()
    await changeConfirmationJob('attempts = jobs.max_attempts')
    await filter('Gescheitert')
    await page.getByRole('button', { name: 'Alle gescheiterten erneut ausführen' }).click()
    await page
      .getByRole('dialog', { name: 'Alle gescheiterten Aufträge erneut ausführen?' })
      .getByRole('button', { name: 'Erneut ausführen' })
      .click()
    await page.getByText('1 Auftrag läuft erneut.').waitFor()
  })

  test('is discarded only with a reason; Escape keeps it', async () => {
    await filter('Alle')
    await job().getByText('Neuer Versuch').waitFor()
    await changeConfirmationJob("run_at = now() + interval '1 hour'")
    // Nothing announces what is changed in the database by hand, and the page may have read a try that was under way.
    await page.reload()
    await job().getByRole('checkbox').check()
    await page.getByRole('toolbar', { name: 'Auswahl' }).getByRole('button', { name: 'Verwerfen' }).click()
    const dialog = page.getByRole('dialog', { name: '1 Auftrag verwerfen?' })
    expect(await dialog.getByRole('button', { name: 'Verwerfen' }).isEnabled()).toBe(false)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('toolbar', { name: 'Auswahl' }).getByRole('button', { name: 'Verwerfen' }).click()
    await dialog.getByRole('textbox', { name: 'Grund' }).fill('Kunde war schon da')
    await dialog.getByRole('button', { name: 'Verwerfen' }).click()
    await page.getByText('1 Auftrag verworfen.').waitFor()
    const rows = await product.database.query('select why, discarded_by from discarded_job')
    expect(rows).toEqual([{ why: 'Kunde war schon da', discarded_by: expect.stringMatching(/^user:/) }])
    product.mail.setFaults({})
  })

  test('cannot be discarded while it is only planned for later, and its buttons say why', async () => {
    const planned = page.getByRole('listitem').filter({ hasText: 'Überfälligen Anruf beenden' }).first()
    const discard = planned.getByRole('button', { name: /^Verwerfen.*Ist für später vorgemerkt/ })
    expect(await discard.getAttribute('aria-disabled')).toBe('true')
    await discard.click({ force: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await planned.getByRole('checkbox').isEnabled()).toBe(false)
  })
})

describe('What came in from outside', () => {
  test('is listed with its state, newest first', async () => {
    await product.settled()
    await go('Eingang')
    const events = page.getByRole('region', { name: 'Ereignisse' }).getByRole('listitem')
    await events.first().waitFor()
    expect(await events.count()).toBeGreaterThanOrEqual(3)
    await picture(page, 'inbox')
  })

  test('is processed again, two at once, without a second appointment', async () => {
    const before = await appointments()
    const all = page.getByRole('checkbox', { name: 'Alle auswählen' })
    const bar = page.getByRole('toolbar', { name: 'Auswahl' })
    await all.check()
    expect(await bar.textContent()).toMatch(/[3-9] ausgewählt/)
    await all.uncheck()
    expect(await bar.textContent()).not.toContain('ausgewählt')
    for (const index of [1, 2]) await page.getByRole('checkbox').nth(index).check()
    await page
      .getByRole('toolbar', { name: 'Auswahl' })
      .getByRole('button', { name: 'Erneut verarbeiten' })
      .click()
    await page
      .getByRole('dialog', { name: '2 Ereignisse erneut verarbeiten?' })
      .getByRole('button', { name: 'Erneut verarbeiten' })
      .click()
    await page.getByText('2 Ereignisse werden erneut verarbeitet.').waitFor()
    await product.settled()
    await expect.poll(() => page.getByText('Wartet', { exact: true }).count()).toBe(1)
    expect(await appointments()).toBe(before)
  })

  test('can be read as it came, without what names a person', async () => {
    await page.getByRole('link', { name: 'Anruf beendet' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Anruf beendet' }).waitFor()
    const body = page.getByRole('figure', { name: 'Inhalt' })
    await expect.poll(() => body.textContent()).toContain('call_ended')
    expect(await body.textContent()).not.toContain('Behrend')
    expect(await page.getByRole('region', { name: 'Eckdaten' }).textContent()).not.toMatch(/versuch/i)
  })
})

describe('Someone follows the request that booked an appointment', () => {
  test('from the step of the call to the e-mail that was sent', async () => {
    await go('Anrufe')
    await page.getByRole('main').getByRole('list').getByRole('link').last().click()
    await page.getByRole('button', { name: /^Termin buchen/ }).click()
    await page.getByRole('link', { name: 'Verfolgen', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Anfrage' }).waitFor()
    const course = page.getByRole('region', { name: 'Vom Eingang bis zur E-Mail' })
    await expect
      .poll(() => course.textContent())
      .toMatch(/Termin buchen.*gebucht.*Termin gebucht.*Bestätigung.*Gesendet/s)
    await picture(page, 'request')
  })

  test('and from the message in the call as well', async () => {
    const course = page.url()
    await page.goBack()
    await page.getByRole('link', { name: 'Anfrage verfolgen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anfrage' }).waitFor()
    expect(page.url()).toBe(course)
  })

  test('and on to the appointment it made', async () => {
    await page.getByRole('link', { name: 'Zum Termin' }).click()
    await page.getByRole('region', { name: 'Angaben zum Termin' }).waitFor()
    await page
      .getByRole('region', { name: 'Nachrichten aus diesem Anruf' })
      .getByText('Gesendet')
      .first()
      .waitFor()
    await page.goBack()
  })

  test('by pasting its number on a phone, in English', async () => {
    const requestId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const phone = await browser.visit({ viewport: PHONE, locale: 'en-GB' })
    await signIn(phone)
    await phone
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'More' })
      .click()
    await phone.getByRole('region', { name: 'System' }).getByRole('link', { name: 'Requests' }).click()
    await phone.getByRole('navigation', { name: 'System' }).getByRole('link', { name: 'Requests' }).waitFor()
    await phone.getByRole('textbox', { name: 'Request ID' }).fill(` ${requestId} `)
    await phone.getByRole('button', { name: 'Follow' }).click()
    const course = phone.getByRole('region', { name: 'From arrival to email' })
    await expect.poll(() => course.textContent()).toMatch(/Book appointment.*Confirmation.*Sent/s)
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await phone.evaluate(overflow)).toBe(0)
  })

  test('and hears it when a number is none, or leads nowhere', async () => {
    await go('Anfragen')
    await page.getByRole('textbox', { name: 'Anfrage-Nr.' }).fill('zu kurz')
    await page.getByRole('button', { name: 'Verfolgen' }).click()
    await page.getByText('Eine Anfrage-Nr. hat 8 bis 64 Zeichen, ohne Leerzeichen.').waitFor()
    await page.getByRole('textbox', { name: 'Anfrage-Nr.' }).fill('nobody-used-this')
    await page.getByRole('button', { name: 'Verfolgen' }).click()
    await page.getByText('Unter dieser Nummer ist nichts zu finden.').waitFor()
  })
})

test('no page reported an error on the way', () => {
  // A request that leads nowhere is answered with 404, and the browser notes every such answer.
  expect(browser.problems.filter(problem => !/status of 404/.test(problem))).toEqual([])
})

const job = () => page.getByRole('listitem').filter({ hasText: 'Bestätigung senden' }).first()

async function filter(state: string): Promise<void> {
  const states = page.getByRole('navigation', { name: 'Nach Zustand' })
  await states.getByRole('link', { name: new RegExp(`^${state}`) }).click()
}

async function go(place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: place }).click()
  await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor()
}

async function signIn(visitor: Page): Promise<void> {
  await visitor.goto(`${product.url}/app/`)
  await visitor.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await visitor.getByRole('heading', { level: 1, name: /^(Heute|Today)$/ }).waitFor()
}

async function appointments(): Promise<number> {
  return (await product.database.query('select id from appointment')).length
}

/**
 * Sixteen attempts take hours; this is what the queue looks like after some or all of them. A job that is being tried
 * at this moment is waited for.
 */
async function changeConfirmationJob(change: string): Promise<void> {
  const changed = () =>
    product.database.query(`
      update graphile_worker._private_jobs as jobs set ${change}
      from graphile_worker._private_tasks as tasks
      where tasks.id = jobs.task_id and tasks.identifier = 'messaging.send-confirmation' and jobs.locked_at is null
      returning jobs.id`)
  await expect.poll(changed).not.toEqual([])
}
