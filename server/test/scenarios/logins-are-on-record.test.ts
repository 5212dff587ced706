import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { sealEvents } from '../../src/platform/audit/seal-events.ts'
import { verifyChain } from '../../src/platform/audit/verify-chain.ts'
import { lettersTo, tokenIn } from '../support/letters.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let owner: TestBrowser
beforeAll(async () => {
  product = await startProduct()
  owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaberin@salon.example' })
})
afterAll(() => product.stop())

const OTHER_PASSWORD = 'neun leise Pinsel'
const joined = (email: string) => joinAs(product, { slug: 'salon', role: 'staff', email })
/** What the owner reads of an account, oldest first. */
async function loginsOf(email: string, reader: TestBrowser = owner): Promise<Json[]> {
  const answer = await reader.ask('GET', `/api/v1/audit-events?entity=login&q=${email}&limit=200`)
  return answer.body.items.toReversed()
}
const actionsOf = async (email: string) => (await loginsOf(email)).map(({ action }) => action)

describe('On record is', () => {
  test('who logged in and out, by what, from where', async () => {
    const browser = await joined('anna@salon.example')
    await browser.ask('DELETE', '/api/v1/session')
    const [entered, left] = await loginsOf('anna@salon.example')
    expect(entered).toMatchObject({
      ...{ action: 'logged_in', actor: 'user:anna@salon.example', before: null },
      after: { email: 'anna@salon.example', method: 'password', address: '127.0.0.1' },
    })
    expect(left).toMatchObject({ action: 'logged_out', entity_id: entered.entity_id })
  })

  test('a login in every business of the account, and in no other', async () => {
    await joined('beide@salon.example')
    await joinAs(product, { slug: 'garage', role: 'owner', email: 'beide@salon.example' })
    const again = new TestBrowser(product)
    await again.logIn('beide@salon.example', PASSWORD)
    await again.ask('PATCH', '/api/v1/session', { tenant: 'garage' })
    // The first login was before there was a membership of the garage.
    expect(await loginsOf('beide@salon.example', again)).toHaveLength(2)
    expect(await loginsOf('beide@salon.example')).toHaveLength(3)
    const { body } = await product.get('/api/v1/audit-events?entity=login&q=beide', product.keys.practice)
    expect(body.items).toEqual([])
  })

  test('a lock after wrong tries, once for twelve at the same moment, by nobody known', async () => {
    const email = 'ziel@salon.example'
    await joined(email)
    await Promise.all(
      Array.from({ length: 12 }, () => new TestBrowser(product).logIn(email, 'geraten und falsch')),
    )
    const locks = (await loginsOf(email)).filter(({ action }) => action === 'locked_out')
    expect(locks).toHaveLength(1)
    expect(locks[0]).toMatchObject({
      actor: 'unknown',
      after: { email, guessed: 'account', seconds: 30, address: '127.0.0.1' },
    })
    await product.database.query('delete from login_attempt')
  })

  test('a lock of the second factor', async () => {
    const email = 'codes@salon.example'
    const browser = await joined(email)
    await setUp(browser)
    const half = new TestBrowser(product)
    await half.logIn(email, PASSWORD)
    for (let tries = 0; tries < 5; tries++)
      await half.ask('POST', '/api/v1/session/second-factor', { code: '000000' })
    const lock = (await loginsOf(email)).at(-1)
    expect(lock).toMatchObject({ action: 'locked_out', after: { guessed: 'second-factor', seconds: 60 } })
    await product.database.query('delete from login_attempt')
  })

  test('each change of what opens the account', async () => {
    const email = 'wechsel@salon.example'
    const browser = await joined(email)
    await setUp(browser)
    await browser.ask('GET', '/api/v1/session')
    await browser.ask('POST', '/api/v1/profile/backup-codes', { password: PASSWORD })
    const off = await browser.ask('POST', '/api/v1/profile/second-factor/disable', { password: PASSWORD })
    await browser.ask('GET', '/api/v1/session')
    const wish = { current: PASSWORD, wanted: OTHER_PASSWORD }
    expect([off.status, (await browser.ask('POST', '/api/v1/profile/password', wish)).status]).toEqual([
      204, 204,
    ])
    expect(await actionsOf(email)).toEqual([
      ...['logged_in', 'second_factor_on', 'backup_codes_made', 'second_factor_off', 'password_changed'],
    ])
  })

  test('a session that was ended from another, and a password set by the link of a letter', async () => {
    const email = 'fern@salon.example'
    const browser = await joined(email)
    await new TestBrowser(product).logIn(email, PASSWORD)
    const { items } = (await browser.ask('GET', '/api/v1/profile/sessions')).body
    const strange = items.find((item: Json) => !item.current)
    await browser.ask('DELETE', `/api/v1/profile/sessions/${strange.id}`)
    await browser.ask('POST', '/api/v1/password-resets', { email })
    await product.settled()
    const token = tokenIn(lettersTo(product, email).at(-1))
    await browser.ask('POST', '/api/v1/password-resets/confirm', { token, password: OTHER_PASSWORD })
    expect(await actionsOf(email)).toEqual(['logged_in', 'logged_in', 'session_ended', 'password_reset'])
  })

  test('an operator who comes to act for the business', async () => {
    const email = 'betrieb@askpro.example'
    const browser = await joinAs(product, { slug: 'garage', role: 'staff', email })
    await product.app.modules.identity.users.setOperator(email, 'operator')
    await setUp(browser)
    await browser.ask('GET', '/api/v1/session')
    expect((await browser.ask('PATCH', '/api/v1/session', { tenant: 'salon' })).status).toBe(200)
    expect((await loginsOf(email))[0]).toMatchObject({ action: 'logged_in', after: { method: 'switch' } })
  })

  test('what the command line did to a lost factor', async () => {
    const email = 'verloren@salon.example'
    await setUp(await joined(email))
    await product.app.modules.identity.users.resetSecondFactor(email)
    expect((await loginsOf(email)).at(-1)).toMatchObject({ action: 'second_factor_off', actor: 'system' })
  })
})

test('logins are sealed with the changes, and the chain holds', async () => {
  await sealEvents(product.app.platform)
  const { db, keys } = product.app.platform
  const report = await db.inTenant(await product.tenantId('salon'), tx => verifyChain(tx, keys))
  expect(report).toMatchObject({ problems: [], waiting: 0 })
  const logins = await loginsOf('salon.example')
  expect(logins.length).toBeGreaterThan(8)
  expect(logins.every(({ sealed }) => sealed)).toBe(true)
})

test('nobody puts something else on record under the name of a login', async () => {
  const insert = product.database.query(`
    insert into audit_event (tenant_id, actor, action, entity, entity_id, before_hash, after_hash)
    select tenant.id, 'x', 'logged_in', 'customer', 'x', '', '' from tenant limit 1`)
  await expect(insert).rejects.toThrow('audit_event_action_known')
})

async function setUp(browser: TestBrowser): Promise<void> {
  const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  const code = codeOf(begun.body.totp_uri)
  const confirmed = await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code })
  expect([begun.status, confirmed.status]).toEqual([200, 204])
}
