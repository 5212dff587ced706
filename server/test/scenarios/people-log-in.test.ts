import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** Everything that was mailed to an address, newest last. */
const mailsTo = (email: string) =>
  product.mail.messages().filter(mail => JSON.stringify(mail.to).includes(email))
const linkIn = (text: string): string => decodeURIComponent(/#(\S+)/.exec(text)?.[1] ?? '')
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

describe('An invitation', () => {
  test('is mailed, opens once, and gives the role it names', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      email: 'Neu@salon.example',
      role: 'manager',
    })
    expect(invited.body).toMatchObject({ mailed: true, link: null })
    await product.settled()
    const token = linkIn(mailsTo('neu@salon.example')[0]?.text ?? '')
    const guest = new TestBrowser(product)
    expect((await guest.ask('POST', '/api/v1/invitations/view', { token })).body).toEqual({
      tenant_name: 'Salon Morgenrot',
      email: 'neu@salon.example',
      role: 'manager',
    })
    const wish = { token, name: 'Neu Hier', password: PASSWORD }
    expect((await guest.ask('POST', '/api/v1/invitations/accept', wish)).status).toBe(200)
    const again = await guest.ask('POST', '/api/v1/invitations/accept', wish)
    expect([again.status, again.body.type]).toEqual([410, '/errors/identity/link-is-over'])
    expect((await guest.logIn('neu@salon.example', PASSWORD)).body.user.role).toBe('manager')
  })

  test('may be sent again, and each link opens by itself', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const body = { email: 'nochmal@salon.example', role: 'staff' }
    const answers = [
      await owner.ask('POST', '/api/v1/invitations', body),
      await owner.ask('POST', '/api/v1/invitations', body),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    await product.settled()
    const tokens = mailsTo('nochmal@salon.example').map(mail => linkIn(mail.text))
    expect(new Set(tokens).size).toBe(2)
  })

  test('opens nothing once it was taken back', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      email: 'doch-nicht@salon.example',
      role: 'staff',
    })
    await product.settled()
    const token = linkIn(mailsTo('doch-nicht@salon.example')[0]?.text ?? '')
    expect((await owner.ask('DELETE', `/api/v1/invitations/${invited.body.id}`)).status).toBe(204)
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/invitations/view', { token })
    expect(answer.status).toBe(410)
  })

  test('cannot be made by a manager, nor by an API key', async () => {
    const manager = await joinAs(product, { slug: 'salon', role: 'manager', email: 'leitung@salon.example' })
    const body = { email: 'freund@salon.example', role: 'owner' }
    expect((await manager.ask('POST', '/api/v1/invitations', body)).status).toBe(403)
    const byKey = await new TestBrowser(product).ask('POST', '/api/v1/invitations', body, {
      authorization: `Bearer ${product.keys.salon}`,
    })
    expect(byKey.status).toBe(403)
  })

  test('is over after 72 hours', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('salon'),
      email: 'spaet@salon.example',
      role: 'staff',
    })
    await product.database.query(
      `update invitation set created_at = created_at - interval '72 hours', expires_at = expires_at - interval '72 hours' where email = 'spaet@salon.example'`,
    )
    const token = decodeURIComponent(new URL(link).hash.slice(1))
    expect((await new TestBrowser(product).ask('POST', '/api/v1/invitations/view', { token })).status).toBe(
      410,
    )
  })

  test('refuses a well-known password', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('salon'),
      email: 'leicht@salon.example',
      role: 'staff',
    })
    const token = decodeURIComponent(new URL(link).hash.slice(1))
    const wish = { token, name: 'Leicht', password: 'password1234' }
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/invitations/accept', wish)
    expect([answer.status, answer.body.verdict]).toEqual([422, 'leaked'])
  })

  test('to a smaller role leaves the only owner an owner, and stays open', async () => {
    const email = 'consultants@demo.example'
    const owner = new TestBrowser(product)
    await owner.logIn(email, 'test-password')
    const { link } = await product.app.modules.identity.users.invite({
      ...{ tenantId: await product.tenantId('consultants'), email, role: 'viewer' },
    })
    const wish = { token: decodeURIComponent(new URL(link).hash.slice(1)), name: 'Allein' }
    const guest = new TestBrowser(product)
    const refused = await guest.ask('POST', '/api/v1/invitations/accept', {
      ...{ ...wish, password: 'test-password' },
    })
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/identity/last-owner'])
    const viewed = await guest.ask('POST', '/api/v1/invitations/view', { token: wish.token })
    expect([viewed.status, (await owner.ask('GET', '/api/v1/session')).body.user.role]).toEqual([
      200,
      'owner',
    ])
  })

  test('makes one membership when it is accepted five times at once', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('garage'),
      email: 'eilig@garage.example',
      role: 'staff',
    })
    const wish = { token: decodeURIComponent(new URL(link).hash.slice(1)), name: 'Eilig', password: PASSWORD }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        new TestBrowser(product).ask('POST', '/api/v1/invitations/accept', wish),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await forgetAttempts()
  })

  test('to a second business takes the password that the account has', async () => {
    await joinAs(product, { slug: 'salon', role: 'staff', email: 'beide@salon.example' })
    const browser = await joinAs(product, { slug: 'garage', role: 'owner', email: 'beide@salon.example' })
    const session = (await browser.ask('GET', '/api/v1/session')).body
    expect(session.tenants.map((tenant: Json) => tenant.slug).toSorted()).toEqual(['garage', 'salon'])
    const switched = await browser.ask('PATCH', '/api/v1/session', { tenant: 'garage' })
    expect([switched.body.tenant.slug, switched.body.user.role]).toEqual(['garage', 'owner'])
    expect((await browser.ask('PATCH', '/api/v1/session', { tenant: 'practice' })).status).toBe(403)
  })
})

describe('People of a business', () => {
  test('lose everything with their membership, from the next request on', async () => {
    const staff = await joinAs(product, { slug: 'practice', role: 'staff', email: 'weg@praxis.example' })
    const owner = new TestBrowser(product)
    await owner.logIn('practice@demo.example', 'test-password')
    expect((await staff.ask('GET', '/api/v1/services')).status).toBe(200)
    const { items } = (await owner.ask('GET', '/api/v1/users')).body
    const { id } = items.find((item: Json) => item.email === 'weg@praxis.example')
    expect((await owner.ask('PATCH', `/api/v1/users/${id}`, { role: 'viewer' })).body.role).toBe('viewer')
    expect((await owner.ask('DELETE', `/api/v1/users/${id}`)).status).toBe(204)
    expect((await staff.ask('GET', '/api/v1/services')).status).toBe(401)
  })

  test('keep one owner, also when two owners remove each other at once', async () => {
    const second = await joinAs(product, { slug: 'practice', role: 'owner', email: 'zweite@praxis.example' })
    const first = new TestBrowser(product)
    await first.logIn('practice@demo.example', 'test-password')
    const { items } = (await first.ask('GET', '/api/v1/users')).body
    const idOf = (email: string) => items.find((item: Json) => item.email === email).id
    const answers = await Promise.all([
      first.ask('DELETE', `/api/v1/users/${idOf('zweite@praxis.example')}`),
      second.ask('DELETE', `/api/v1/users/${idOf('practice@demo.example')}`),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const [row] = await product.database.query<{ owners: number }>(
      "select count(*)::int as owners from membership join tenant on tenant.id = membership.tenant_id where tenant.slug = 'practice' and membership.role = 'owner'",
    )
    expect(row?.owners).toBe(1)
  })

  test('of another business are not seen (failure 81)', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('consultants@demo.example', 'test-password')
    const { items } = (await owner.ask('GET', '/api/v1/users')).body
    expect(items.map((item: Json) => item.email)).toEqual(['consultants@demo.example'])
  })
})

describe('In the database', () => {
  test.each([
    ['without an address', ''],
    ['with capitals in its address', 'Gross@salon.example'],
    ['with an address that another has', 'salon@demo.example'],
  ])('there is no account %s (failure 80)', async (_what, email) => {
    await new TestBrowser(product).logIn('salon@demo.example', 'test-password')
    const insert = product.database.query(
      'insert into user_account (id, email, name) values (gen_random_uuid(), $1, $2)',
      [email, 'Niemand'],
    )
    await expect(insert).rejects.toThrow(/user_account_email_(once|in_lower_case)/)
  })

  test('a role has one spelling (failure 97)', async () => {
    const update = product.database.query("update membership set role = 'Owner'")
    await expect(update).rejects.toThrow('membership_role_known')
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
    const token = linkIn(mailsTo('vergessen@salon.example')[0]?.text ?? '')
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
    const token = linkIn(mailsTo(email).at(-1)?.text ?? '')
    expect(
      (await new TestBrowser(product).ask('POST', '/api/v1/email-verifications', { token })).status,
    ).toBe(204)
    expect((await browser.ask('GET', '/api/v1/session')).body.user.email_verified).toBe(true)
  })
})
