import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { SoftwarePasskey } from '../support/software-passkey.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const origin = 'https://praxis.askpro.example'
let product: TestProduct
let owner: TestBrowser
beforeAll(async () => {
  product = await startProduct({ config: { publicUrl: origin } })
  owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaberin@salon.example' })
})
afterAll(() => product.stop())

type Way = { origin: string; verified?: boolean }

async function make(browser: TestBrowser, key: SoftwarePasskey, way: Way = { origin }) {
  const options = await browser.ask('POST', '/api/v1/profile/passkeys/options', { password: PASSWORD })
  if (options.status !== 200) return options
  const made = key.make(options.body, way)
  return await browser.ask('POST', '/api/v1/profile/passkeys/confirm', { name: 'Telefon', made })
}
async function enter(key: SoftwarePasskey, way: Way = { origin }) {
  const browser = new TestBrowser(product)
  const options = await browser.ask('POST', '/api/v1/session/passkey/options')
  const signed = key.sign(options.body, way)
  return { browser, signed, answer: await browser.ask('POST', '/api/v1/session/passkey', { signed }) }
}
async function withKey(email: string, role: 'staff' | 'manager' = 'staff') {
  const browser = await joinAs(product, { slug: 'salon', role, email })
  const key = new SoftwarePasskey()
  const made = await make(browser, key)
  expect([made.status, made.body]).toEqual([204, null])
  return { browser, key }
}
const asked = (roles: string[]) => owner.ask('PUT', '/api/v1/login-rules', { second_factor_roles: roles })
const typeOf = ({ status, body }: { status: number; body: Json }) => [status, body?.type]

describe('A passkey', () => {
  test('opens its own account without a password, and is on record', async () => {
    const { key } = await withKey('anna@salon.example')
    const { browser, answer } = await enter(key)
    expect(answer.body).toMatchObject({ user: { email: 'anna@salon.example', second_factor: 'on' } })
    expect((await browser.ask('GET', '/api/v1/services')).status).toBe(200)
    const { body } = await owner.ask('GET', '/api/v1/audit-events?entity=login&q=anna')
    const noted = body.items.map((event: Json) => [event.action, event.after.method])
    expect(noted.slice(0, 2)).toEqual([
      ['logged_in', 'passkey'],
      ['passkey_added', undefined],
    ])
  })

  test('is named, listed with its last use, and opens nothing once it was removed', async () => {
    const { browser, key } = await withKey('liste@salon.example')
    const again = (await enter(key)).browser
    const [mine] = (await again.ask('GET', '/api/v1/profile/passkeys')).body.items
    expect(mine).toMatchObject({ name: 'Telefon', last_used_at: expect.any(String) })
    const path = `/api/v1/profile/passkeys/${mine.id}`
    expect((await again.ask('PATCH', path, { name: 'Schlüsselbund' })).status).toBe(204)
    expect((await again.ask('GET', '/api/v1/profile/passkeys')).body.items[0].name).toBe('Schlüsselbund')
    expect(typeOf(await again.ask('POST', `${path}/remove`, { password: 'geraten' }))).toEqual([
      403,
      '/errors/identity/wrong-password',
    ])
    expect((await again.ask('POST', `${path}/remove`, { password: PASSWORD })).status).toBe(204)
    expect(typeOf((await enter(key)).answer)).toEqual([401, '/errors/identity/wrong-passkey'])
    expect((await browser.ask('GET', '/api/v1/profile/passkeys')).body.items).toEqual([])
  })

  test.each<[string, Way]>([
    ['made for a page of somebody else', { origin: 'https://praxis.askpro.example.evil.example' }],
    ['whose device did not verify its user', { origin, verified: false }],
  ])('%s is not taken, neither when it is made nor when it signs', async (_what, way) => {
    const { browser, key } = await withKey(`nicht-${way.verified ?? 'fremd'}@salon.example`)
    const wrong = [401, '/errors/identity/wrong-passkey']
    expect(typeOf((await enter(key, way)).answer)).toEqual(wrong)
    const entered = (await enter(key)).browser
    expect(typeOf(await make(entered, new SoftwarePasskey(), way))).toEqual(wrong)
    expect((await browser.ask('GET', '/api/v1/profile/passkeys')).body.items).toHaveLength(1)
  })

  test('signs each challenge once, also at the same moment', async () => {
    const { key } = await withKey('einmal@salon.example')
    const browser = new TestBrowser(product)
    const options = await browser.ask('POST', '/api/v1/session/passkey/options')
    const signed = key.sign(options.body, { origin })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        new TestBrowser(product).ask('POST', '/api/v1/session/passkey', { signed }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await product.database.query('delete from login_attempt')
  })

  test('does not sign what was given to somebody else', async () => {
    const one = await joinAs(product, { slug: 'salon', role: 'staff', email: 'eins@salon.example' })
    const other = await joinAs(product, { slug: 'salon', role: 'staff', email: 'zwei@salon.example' })
    const { body } = await one.ask('POST', '/api/v1/profile/passkeys/options', { password: PASSWORD })
    const made = new SoftwarePasskey().make(body, { origin })
    const answer = await other.ask('POST', '/api/v1/profile/passkeys/confirm', { name: 'Meiner?', made })
    expect(answer.status).toBe(401)
  })

  test('of somebody else is neither renamed nor removed', async () => {
    const { browser } = await withKey('besitzer@salon.example')
    const thief = await joinAs(product, { slug: 'salon', role: 'owner', email: 'dieb@salon.example' })
    const [mine] = (await browser.ask('GET', '/api/v1/profile/passkeys')).body.items
    const path = `/api/v1/profile/passkeys/${mine.id}`
    expect((await thief.ask('PATCH', path, { name: 'x' })).status).toBe(404)
    expect((await thief.ask('POST', `${path}/remove`, { password: PASSWORD })).status).toBe(404)
  })
})

describe('Where the role asks for a second factor', () => {
  test('a passkey is one, and the password alone reaches the own account only', async () => {
    const email = 'leitung@salon.example'
    const { key } = await withKey(email, 'manager')
    await asked(['manager'])
    const byPassword = new TestBrowser(product)
    expect((await byPassword.logIn(email, PASSWORD)).body.user.second_factor).toBe('needed')
    expect((await byPassword.ask('GET', '/api/v1/services')).status).toBe(403)
    const { browser, answer } = await enter(key)
    expect(answer.body.user.second_factor).toBe('on')
    expect((await browser.ask('GET', '/api/v1/services')).status).toBe(200)
    const wish = { current: PASSWORD, wanted: 'neun leise Pinsel' }
    expect((await browser.ask('POST', '/api/v1/profile/password', wish)).status).toBe(204)
    expect((await browser.ask('GET', '/api/v1/services')).status).toBe(200)
  })

  test('nobody makes a second way in past the passkey with the password alone', async () => {
    await asked([])
    const browser = await joinAs(product, { slug: 'salon', role: 'manager', email: 'zaun@salon.example' })
    expect((await make(browser, new SoftwarePasskey())).status).toBe(204)
    await asked(['manager'])
    const refused = [403, '/errors/identity/passkey-needed']
    expect(typeOf(await make(browser, new SoftwarePasskey()))).toEqual(refused)
    const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
    expect(typeOf(begun)).toEqual(refused)
    const [mine] = (await browser.ask('GET', '/api/v1/profile/passkeys')).body.items
    const path = `/api/v1/profile/passkeys/${mine.id}/remove`
    expect(typeOf(await browser.ask('POST', path, { password: PASSWORD }))).toEqual(refused)
  })

  test('the last one stays while it is the only factor', async () => {
    await asked([])
    const { key } = await withKey('letzter@salon.example', 'manager')
    await asked(['manager'])
    const { browser } = await enter(key)
    const [mine] = (await browser.ask('GET', '/api/v1/profile/passkeys')).body.items
    const path = `/api/v1/profile/passkeys/${mine.id}/remove`
    expect(typeOf(await browser.ask('POST', path, { password: PASSWORD }))).toEqual([
      409,
      '/errors/identity/second-factor-required',
    ])
    await asked([])
  })

  test('a lost device is taken away on the command line, with every session', async () => {
    const { key, browser } = await withKey('verloren@salon.example')
    await product.app.modules.identity.users.resetSecondFactor('verloren@salon.example')
    expect((await enter(key)).answer.status).toBe(401)
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401)
  })
})
