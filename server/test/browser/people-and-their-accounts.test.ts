import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOfSecret } from '../../../verify/product/authenticator.ts'
import { joinAs, PASSWORD } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { type OpenBrowser, openBrowser, PHONE, picture } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('Somebody is invited to the salon', () => {
  let owner: Page
  let guest: Page
  beforeAll(async () => {
    owner = await ownerAt('/app/people', 'Personen')
    guest = await browser.visit({ viewport: PHONE })
  })

  test('by the owner, who sees the open invitation', async () => {
    await owner.getByLabel('E-Mail').fill('lena@salon.example')
    await owner.getByLabel('Rolle', { exact: true }).selectOption('manager')
    await owner.getByRole('button', { name: 'Einladen' }).click()
    await owner.getByText('Die Einladung ist unterwegs').waitFor()
    await owner.getByRole('region', { name: 'Einladungen' }).getByText('lena@salon.example').waitFor()
    await picture(owner, 'people')
    expect(await accessibilityProblems(owner)).toEqual([])
  })

  test('opens an account with the link of the letter, on a phone', async () => {
    await guest.goto(await linkFor('lena@salon.example'))
    await guest.getByText('Sie sind eingeladen, bei Salon Morgenrot mitzuarbeiten.').waitFor()
    await guest.getByLabel('Ihr Name').fill('Lena Brandt')
    await guest.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
    expect(await accessibilityProblems(guest)).toEqual([])
    expect(await isTooWide(guest)).toBe(false)
    await picture(guest, 'invitation-phone')
    await guest.getByRole('button', { name: 'Annehmen' }).click()
    await guest.getByText('Willkommen! Sie können sich jetzt anmelden.').waitFor()
  })

  test('logs in, and is offered what the role may do', async () => {
    await guest.getByRole('link', { name: 'Zur Anmeldung' }).click()
    await logIn(guest, 'lena@salon.example', PASSWORD)
    await headingIs(guest, 'Heute')
    await guest.goto(`${product.url}/app/own`)
    await headingIs(guest, 'Mein Konto')
    expect(await guest.getByText('lena@salon.example').count()).toBe(0)
  })

  test('is a person of the business for the owner, and can be removed', async () => {
    await owner.reload()
    const row = owner.getByRole('listitem').filter({ hasText: 'Lena Brandt' })
    expect(await row.getByRole('combobox').inputValue()).toBe('manager')
    await row.getByRole('button', { name: 'Entfernen' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click()
    await row.waitFor({ state: 'detached' })
    await guest.goto(`${product.url}/app/calls`)
    await headingIs(guest, 'Willkommen zurück.')
  })

  test('the last owner cannot be removed', async () => {
    const row = owner.getByRole('listitem').filter({ hasText: 'salon@demo.example' })
    expect(await row.getByRole('button', { name: 'Entfernen' }).isDisabled()).toBe(true)
  })
})

describe('Somebody who forgot the password', () => {
  test('asks for a link at the login, and sets a new one', async () => {
    await joinAs(product, { slug: 'garage', role: 'staff', email: 'vergesslich@garage.example' })
    const page = await browser.visit({ viewport: PHONE })
    await page.goto(`${product.url}/app/login`)
    await page.getByRole('link', { name: 'Passwort vergessen?' }).click()
    await headingIs(page, 'Passwort vergessen')
    await page.getByLabel('E-Mail').fill('vergesslich@garage.example')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Link anfordern' }).click()
    await page.getByText('Wenn es zu dieser Adresse ein Konto gibt').waitFor()
    await page.goto(await linkFor('vergesslich@garage.example'))
    await headingIs(page, 'Neues Passwort')
    await page.getByLabel('Neues Passwort').fill('neun leise Pinsel')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Das neue Passwort gilt.').waitFor()
    await page.getByRole('link', { name: 'Zur Anmeldung' }).click()
    await logIn(page, 'vergesslich@garage.example', 'neun leise Pinsel')
    await headingIs(page, 'Heute')
    await page.close()
  })
})

describe('Somebody of the team', () => {
  test('is not led to what only owners and managers may see', async () => {
    await joinAs(product, { slug: 'garage', role: 'staff', email: 'team@garage.example' })
    const page = await browser.visit()
    await page.goto(`${product.url}/app/login`)
    await logIn(page, 'team@garage.example', PASSWORD)
    await headingIs(page, 'Heute')
    const navigation = page.getByRole('navigation', { name: 'Hauptnavigation' })
    await navigation.getByRole('link', { name: 'Anfragen' }).waitFor()
    expect(await navigation.getByRole('link', { name: /Aufträge|Eingang/ }).count()).toBe(0)
    await page.getByRole('button', { name: /Konto und Darstellung/ }).click()
    await page.getByRole('menuitem', { name: 'Mein Konto' }).waitFor()
    expect(await page.getByRole('menuitem', { name: /Personen|API-Schlüssel/ }).count()).toBe(0)
    await page.close()
  })
})

describe('Somebody sets up a second factor', () => {
  const email = 'sicher@salon.example'
  let page: Page
  let secret: string
  let codes: string[]
  beforeAll(async () => {
    await joinAs(product, { slug: 'salon', role: 'manager', email })
    page = await browser.visit()
    await page.goto(`${product.url}/app/login`)
    await logIn(page, email, PASSWORD)
    await headingIs(page, 'Heute')
  })

  test('on the own page, with a code to scan and backup codes', async () => {
    await page.getByRole('button', { name: /Konto und Darstellung/ }).click()
    await page.getByRole('menuitem', { name: 'Mein Konto' }).click()
    await headingIs(page, 'Mein Konto')
    await page.getByText('Unter dieser Adresse gibt es keine Passkeys.').waitFor()
    const factor = page.getByRole('region', { name: 'Zweiter Faktor' })
    await factor.getByLabel('Passwort zur Bestätigung').fill(PASSWORD)
    await factor.getByRole('button', { name: 'Einrichten' }).click()
    await factor.getByRole('img', { name: 'QR' }).waitFor()
    secret = (await factor.getByTestId('secret').textContent()) ?? ''
    codes = await factor.getByRole('listitem').allTextContents()
    expect([secret.length > 20, codes.length]).toEqual([true, 10])
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'second-factor')
    await factor.getByLabel('Code aus der App').fill(codeOfSecret(secret))
    await factor.getByRole('button', { name: 'Bestätigen' }).click()
    await factor.getByText('Eingerichtet.').waitFor()
  })

  test('and is asked for the code at the next login', async () => {
    const other = await browser.visit({ viewport: PHONE })
    await other.goto(`${product.url}/app/login`)
    await logIn(other, email, PASSWORD)
    await headingIs(other, 'Zweiter Faktor')
    expect(await accessibilityProblems(other)).toEqual([])
    await other.getByLabel('Code aus der App').fill(codeOfSecret(secret, 1))
    await other.getByRole('button', { name: 'Anmelden' }).click()
    await headingIs(other, 'Heute')
    await other.close()
  })

  test('and gets in with a backup code when the phone is lost', async () => {
    const other = await browser.visit()
    await other.goto(`${product.url}/app/login`)
    await logIn(other, email, PASSWORD)
    await other.getByRole('button', { name: 'Ersatzcode verwenden' }).click()
    await other.getByLabel('Ersatzcode', { exact: true }).fill(codes[0] ?? '')
    await other.getByRole('button', { name: 'Anmelden' }).click()
    await headingIs(other, 'Heute')
    await other.close()
  })

  test('and ends the other sessions from the list', async () => {
    await page.reload()
    const sessions = page.getByRole('region', { name: 'Anmeldungen' })
    await sessions.getByText('diese').waitFor()
    const others = await sessions.getByRole('button', { name: 'Beenden' }).count()
    expect(others).toBeGreaterThan(0)
    for (let left = others; left > 0; left--) {
      await sessions.getByRole('button', { name: 'Beenden' }).first().click()
      await expect.poll(() => sessions.getByRole('button', { name: 'Beenden' }).count()).toBe(left - 1)
    }
    const rows = await product.database.query(
      'select 1 from user_session join user_account on user_account.id = user_id where email = $1',
      [email],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('The owner looks after API keys', () => {
  test('makes one, which works and is shown once, and revokes it', async () => {
    const page = await ownerAt('/app/keys', 'API-Schlüssel')
    await page.getByLabel('Wofür').fill('Kasse')
    await page.getByRole('button', { name: 'Schlüssel anlegen' }).click()
    const shown = page.getByRole('region', { name: 'Der Schlüssel wird nur jetzt gezeigt:' })
    const key = /ask_\S+/.exec((await shown.textContent()) ?? '')?.[0]?.slice(0, 200) ?? ''
    const works = async () =>
      (await fetch(`${product.url}/api/v1/services`, { headers: { authorization: `Bearer ${key}` } })).status
    expect(await works()).toBe(200)
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'keys')
    await page.reload()
    await headingIs(page, 'API-Schlüssel')
    expect(await page.getByText(key).count()).toBe(0)
    const row = page.getByRole('listitem').filter({ hasText: 'Kasse' })
    await row.getByRole('button', { name: 'Sperren' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sperren' }).click()
    await row.getByText('gesperrt').waitFor()
    expect(await works()).toBe(401)
    await page.close()
  })
})

describe('On a phone, by day and by night', () => {
  let page: Page
  beforeAll(async () => {
    page = await ownerAt('/app/own', 'Mein Konto', { viewport: PHONE })
  })

  test.each([
    ['/app/own', 'Mein Konto'],
    ['/app/people', 'Personen'],
    ['/app/keys', 'API-Schlüssel'],
    ['/app/login', 'Willkommen zurück.'],
    ['/app/forgotten', 'Passwort vergessen'],
    ['/app/new-password', 'Neues Passwort'],
    ['/app/verified', 'Adresse bestätigen'],
  ] as const)('%s fits, and can be read by everybody', async (address, title) => {
    await page.goto(product.url + address)
    await headingIs(page, title)
    await page.waitForLoadState('networkidle')
    expect(await isTooWide(page)).toBe(false)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await accessibilityProblems(page)).toEqual([])
      await picture(page, `${address.slice(5)}-phone-${colorScheme}`)
    }
  })
})

test('no page reported an error on the way', () => {
  expect(browser.problems).toEqual([])
})

describe('In a business with two locations', () => {
  let owner: Page
  beforeAll(async () => {
    await product.database.query(
      `insert into location (tenant_id, id, name, time_zone)
       select tenant.id, gen_random_uuid(), 'Filiale Nord', tenant.time_zone from tenant where tenant.slug = 'salon'`,
    )
    await joinAs(product, { slug: 'salon', role: 'staff', email: 'nord@salon.example' })
    owner = await ownerAt('/app/people', 'Personen')
  })

  test('somebody is invited for one of them, and the list says for which', async () => {
    const form = owner.getByRole('region', { name: 'Einladen' })
    await form.getByLabel('E-Mail').fill('neu@salon.example')
    await form.getByRole('group', { name: 'Filialen' }).getByLabel('Filiale Nord').check()
    expect(await accessibilityProblems(owner)).toEqual([])
    await form.getByRole('button', { name: 'Einladen' }).click()
    const invited = owner.getByRole('region', { name: 'Einladungen' }).getByRole('listitem')
    await invited
      .filter({ hasText: 'neu@salon.example' })
      .getByText(/Filiale Nord/)
      .waitFor()
  })

  test('somebody who is here is limited to one of them, and to none again', async () => {
    const row = owner.getByRole('listitem').filter({ hasText: 'nord@salon.example' })
    const choice = row.getByRole('group', { name: /^Filialen/ })
    const limits = async () =>
      await product.database.query(
        `select 1 from membership_location join user_account on user_account.id = membership_location.user_id
         where user_account.email = 'nord@salon.example'`,
      )
    await choice.getByLabel('Filiale Nord').click()
    await expect.poll(limits).toHaveLength(1)
    await choice.getByLabel('alle').click()
    await expect.poll(limits).toHaveLength(0)
    await owner.close()
  })
})

async function ownerAt(
  address: string,
  title: string,
  options: Parameters<OpenBrowser['visit']>[0] = {},
): Promise<Page> {
  const page = await browser.visit(options)
  await page.goto(product.url + address)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await headingIs(page, title)
  return page
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-Mail').fill(email)
  await page.getByLabel('Passwort', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

/** The address in the newest letter to somebody, at the product of this test. */
async function linkFor(email: string): Promise<string> {
  await product.settled()
  const letter = product.mail.messages().findLast(mail => JSON.stringify(mail.to).includes(email))
  const link = /https?:\S+#\S+/.exec(letter?.text ?? '')?.[0]
  if (link === undefined) throw new Error(`There is no link in a letter to ${email}.`)
  const { pathname, hash } = new URL(link)
  return product.url + pathname + hash
}

async function headingIs(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}
