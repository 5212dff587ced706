import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lettersTo, tokenIn } from '../support/letters.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const mailsTo = (email: string) => lettersTo(product, email)
/** As if the waiting time after failed tries were over. */
const forgetAttempts = () => product.database.query('delete from login_attempt')

describe('The demo login', () => {
  test('opens the own business as owner, in a cookie that scripts cannot read', async () => {
    const browser = new TestBrowser(product)
    const answer = await browser.logIn('salon@demo.example', 'test-password')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ user: { role: 'owner' }, tenant: { slug: 'salon' }, demo: true })
    const cookie = answer.headers.getSetCookie().find(text => text.startsWith('askpro_session='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
  })

  test('is the same to capitals in the address', async () => {
    expect((await new TestBrowser(product).logIn(' Salon@Demo.example ', 'test-password')).status).toBe(200)
  })

  test('refuses a wrong password and an unknown address alike', async () => {
    const wrong = await new TestBrowser(product).logIn('salon@demo.example', 'wrong-password')
    const unknown = await new TestBrowser(product).logIn('nobody@demo.example', 'wrong-password')
    expect([wrong.status, wrong.body.type, wrong.body.title]).toEqual([
      401,
      unknown.body.type,
      unknown.body.title,
    ])
    await forgetAttempts()
  })

  test('ends with logging out, also for a copy of the cookie', async () => {
    const browser = new TestBrowser(product)
    await browser.logIn('salon@demo.example', 'test-password')
    const copy = new TestBrowser(product)
    copy.cookies.set('askpro_session', browser.cookies.get('askpro_session') ?? '')
    expect((await copy.ask('GET', '/api/v1/session')).status).toBe(200)
    expect((await browser.ask('DELETE', '/api/v1/session')).status).toBe(204)
    expect((await copy.ask('GET', '/api/v1/session')).status).toBe(401)
  })
})

describe('A session', () => {
  test('changes nothing without its CSRF token', async () => {
    const browser = new TestBrowser(product)
    await browser.logIn('salon@demo.example', 'test-password')
    browser.csrf = null
    const answer = await browser.ask('PATCH', '/api/v1/profile', { name: 'Mara' })
    expect([answer.status, answer.body.type]).toEqual([403, '/errors/access/csrf'])
  })

  test('changes nothing for a page of somebody else, even with its CSRF token', async () => {
    const browser = new TestBrowser(product)
    await browser.logIn('salon@demo.example', 'test-password')
    const from = (origin: string) => browser.ask('PATCH', '/api/v1/profile', { name: 'Mara' }, { origin })
    for (const origin of ['https://evil.example', 'null', `${product.url}.evil.example`]) {
      const answer = await from(origin)
      expect([answer.status, answer.body.type]).toEqual([403, '/errors/access/foreign-page'])
    }
    expect((await from(product.url)).status).toBe(200)
  })

  test('is not begun by a page of somebody else', async () => {
    const credentials = { email: 'salon@demo.example', password: 'test-password' }
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/session', credentials, {
      origin: 'https://evil.example',
    })
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
  })

  test('is nobody’s when one letter of the cookie is another', async () => {
    const browser = new TestBrowser(product)
    await browser.logIn('salon@demo.example', 'test-password')
    const cookie = browser.cookies.get('askpro_session') ?? ''
    browser.cookies.set('askpro_session', (cookie.startsWith('A') ? 'B' : 'A') + cookie.slice(1))
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401)
  })

  test('is listed, and can be ended from another', async () => {
    const one = await joinAs(product, { slug: 'salon', role: 'staff', email: 'zwei@salon.example' })
    const other = new TestBrowser(product)
    await other.logIn('zwei@salon.example', PASSWORD)
    const { items } = (await one.ask('GET', '/api/v1/profile/sessions')).body
    expect(items).toHaveLength(2)
    const strange = items.find((item: Json) => !item.current)
    expect((await one.ask('DELETE', `/api/v1/profile/sessions/${strange.id}`)).status).toBe(204)
    expect((await other.ask('GET', '/api/v1/session')).status).toBe(401)
  })

  test('of somebody else cannot be ended', async () => {
    const one = await joinAs(product, { slug: 'salon', role: 'staff', email: 'drei@salon.example' })
    const other = await joinAs(product, { slug: 'salon', role: 'staff', email: 'vier@salon.example' })
    const [mine] = (await other.ask('GET', '/api/v1/profile/sessions')).body.items
    expect((await one.ask('DELETE', `/api/v1/profile/sessions/${mine.id}`)).status).toBe(404)
    expect((await other.ask('GET', '/api/v1/session')).status).toBe(200)
  })
})

describe('A cookie of an earlier version', () => {
  test('is nobody’s, and does not keep anybody from logging in (failure 98)', async () => {
    const browser = new TestBrowser(product)
    const content = { tenant: crypto.randomUUID(), email: 'salon@demo.example', expires: Date.now() + 60_000 }
    const body = Buffer.from(JSON.stringify(content)).toString('base64url')
    browser.cookies.set('askpro_session', `${body}.${'A'.repeat(22)}`)
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401)
    expect((await browser.logIn('salon@demo.example', 'test-password')).status).toBe(200)
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(200)
  })
})

describe('A forgotten password', () => {
  test('is set anew by the link in the letter, once, and ends every session', async () => {
    const old = await joinAs(product, { slug: 'salon', role: 'staff', email: 'vergessen@salon.example' })
    const guest = new TestBrowser(product)
    expect(
      (await guest.ask('POST', '/api/v1/password-resets', { email: 'vergessen@salon.example' })).status,
    ).toBe(202)
    await product.settled()
    const token = tokenIn(mailsTo('vergessen@salon.example')[0])
    const wish = { token, password: 'fünf grüne Scheren' }
    expect((await guest.ask('POST', '/api/v1/password-resets/confirm', wish)).status).toBe(204)
    expect((await guest.ask('POST', '/api/v1/password-resets/confirm', wish)).status).toBe(410)
    expect((await old.ask('GET', '/api/v1/session')).status).toBe(401)
    expect((await guest.logIn('vergessen@salon.example', PASSWORD)).status).toBe(401)
    expect((await guest.logIn('vergessen@salon.example', 'fünf grüne Scheren')).status).toBe(200)
  })

  test('is answered the same for an address that nobody has', async () => {
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/password-resets', {
      email: 'x@y.example',
    })
    expect(answer.status).toBe(202)
    await product.settled()
    expect(mailsTo('x@y.example')).toEqual([])
  })

  test('leaves neither address nor link readable in the queue', async () => {
    const rows = await product.database.query<{ payload: unknown }>(
      'select payload from graphile_worker._private_jobs',
    )
    expect(JSON.stringify(rows)).not.toContain('vergessen@salon.example')
  })
})

describe('The own password', () => {
  test('is changed with the old one, and other sessions end', async () => {
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email: 'wechsel@salon.example' })
    const other = new TestBrowser(product)
    await other.logIn('wechsel@salon.example', PASSWORD)
    const wanted = 'sechs rote Kämme'
    const wrong = await browser.ask('POST', '/api/v1/profile/password', {
      current: 'geraten geraten',
      wanted,
    })
    expect([wrong.status, wrong.body.type]).toEqual([403, '/errors/identity/wrong-password'])
    const changed = await browser.ask('POST', '/api/v1/profile/password', { current: PASSWORD, wanted })
    expect(changed.status).toBe(204)
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(200)
    expect((await other.ask('GET', '/api/v1/session')).status).toBe(401)
  })
})

describe('A new browser', () => {
  test('is told of by mail, a known one is not', async () => {
    const email = 'browser@salon.example'
    await joinAs(product, { slug: 'salon', role: 'staff', email })
    const other = new TestBrowser(product)
    await other.logIn(email, PASSWORD)
    await other.logIn(email, PASSWORD)
    await product.settled()
    const subjects = mailsTo(email).map(mail => mail.subject)
    expect(subjects.filter(subject => subject.includes('neuen Browser'))).toHaveLength(1)
  })
})

describe('An address', () => {
  test('is confirmed by the link in a letter', async () => {
    const email = 'echt@salon.example'
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email })
    await product.database.query(
      "update user_account set email_verified = false where email = 'echt@salon.example'",
    )
    expect((await browser.ask('POST', '/api/v1/profile/verification')).status).toBe(202)
    await product.settled()
    const token = tokenIn(mailsTo(email).at(-1))
    expect(
      (await new TestBrowser(product).ask('POST', '/api/v1/email-verifications', { token })).status,
    ).toBe(204)
    expect((await browser.ask('GET', '/api/v1/session')).body.user.email_verified).toBe(true)
  })
})
